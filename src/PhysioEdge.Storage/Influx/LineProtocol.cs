using System.Globalization;
using System.Text;

namespace PhysioEdge.Storage.Influx;

/// <summary>
/// Points as text (InfluxDB 1.x, "Line protocol reference"). All fields are floats: a field whose type changes would be refused.
/// </summary>
internal static class LineProtocol
{
    /// <summary>One line for each point that has a value at all.</summary>
    public static string Write(IEnumerable<Point> points)
    {
        var text = new StringBuilder();
        foreach (var point in points.Where(p => p.Fields.Any(IsNumber)))
            Append(text, point);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Point point)
    {
        AppendEscaped(text, point.Measurement, ", ");
        foreach (var (key, value) in point.Tags.Where(tag => tag.Value.Length > 0))
        {
            AppendEscaped(text.Append(','), key, ",= ");
            AppendEscaped(text.Append('='), value, ",= ");
        }

        var separator = ' ';
        foreach (var field in point.Fields.Where(IsNumber))
        {
            AppendEscaped(text.Append(separator), field.Key, ",= ");
            text.Append(CultureInfo.InvariantCulture, $"={field.Value:R}");
            separator = ',';
        }

        text.Append(CultureInfo.InvariantCulture, $" {point.TimeMs}\n");
    }

    private static bool IsNumber((string Key, double? Value) field) => field.Value is { } value && double.IsFinite(value);

    // There is no way to write a line break or, at the end of a word, a backslash.
    private static void AppendEscaped(StringBuilder text, string word, string special)
    {
        foreach (var letter in word)
        {
            if (special.Contains(letter, StringComparison.Ordinal))
                text.Append('\\');
            text.Append(letter == '\\' || char.IsControl(letter) ? '_' : letter);
        }
    }
}
