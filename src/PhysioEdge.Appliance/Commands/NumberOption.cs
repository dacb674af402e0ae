using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace PhysioEdge.Appliance.Commands;

/// <summary>An option that takes a number within bounds; null when it is not given.</summary>
internal sealed class NumberOption : Option<double?>
{
    private readonly string _expected;
    private readonly double _least;
    private readonly double _most;

    /// <param name="name">The option, for example <c>--height-m</c>.</param>
    /// <param name="what">What the number is, with its unit: "a height in metres".</param>
    /// <param name="least">The smallest number allowed.</param>
    /// <param name="most">The largest number allowed.</param>
    /// <param name="note">What there is to say besides, the default for example.</param>
    public NumberOption(string name, string what, double least, double most, string note)
        : base(name)
    {
        (_expected, _least, _most) = (what, least, most);
        Description = string.Create(CultureInfo.InvariantCulture, $"{what}, {least} to {most}; {note}");
        CustomParser = Parse;
    }

    private double? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (double.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= _least && number <= _most)
            return number;
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{Name} {text}: {_expected} is expected, {_least} to {_most}"));
        return null;
    }
}
