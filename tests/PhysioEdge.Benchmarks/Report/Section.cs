using System.Globalization;

namespace PhysioEdge.Benchmarks.Report;

/// <summary>A part of the report: what it says, and a table.</summary>
internal sealed class Section(string title, string about, params string[] columns)
{
    private readonly List<string[]> _rows = [];

    public string Title => title;

    public string About => about;

    public IReadOnlyList<string> Columns => columns;

    public IReadOnlyList<IReadOnlyList<string>> Rows => _rows;

    /// <summary>Adds a row; numbers get three significant digits.</summary>
    public void Add(string name, params object[] values) => _rows.Add([name, .. values.Select(Text)]);

    /// <summary>Adds what cannot be measured here, and why.</summary>
    public void AddMissing(string name, string why) => _rows.Add([name, $"not measured: {why}"]);

    /// <summary>Measures; what fails becomes a row that says why, for the rest is worth having without it.</summary>
    public async Task TryAsync(string name, Func<Task> measure)
    {
        try
        {
            await measure();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            AddMissing(name, Markdown.WithoutPaths(exception.Message));
        }
    }

    private static string Text(object value) => value switch
    {
        double number => Number(number),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Number(double value)
    {
        if (value == 0)
            return "0";
        var decimals = Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 9);
        return value.ToString($"F{decimals}", CultureInfo.InvariantCulture);
    }
}
