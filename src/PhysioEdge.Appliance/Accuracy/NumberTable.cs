using System.Globalization;
using PhysioEdge.Appliance.Commands;

namespace PhysioEdge.Appliance.Accuracy;

/// <summary>Columns of a CSV file with a header; an empty field is unknown (NaN).</summary>
internal sealed class NumberTable
{
    private readonly IReadOnlyDictionary<string, double[]> _columns;

    private NumberTable(IReadOnlyDictionary<string, double[]> columns) => _columns = columns;

    public double[] this[string column] => _columns[column];

    /// <exception cref="InputException">The file cannot be read, lacks a column, or holds something that is no number.</exception>
    public static NumberTable Read(string path, IReadOnlyList<string> columns)
    {
        var lines = ReferenceFile.ReadLines(path);
        if (lines.Length < 3)
            throw ReferenceFile.Wrong(path, "holds no series: a header and at least two rows are expected");
        var header = lines[0].Split(',', StringSplitOptions.TrimEntries);
        var places = columns.Select(name => Array.IndexOf(header, name)).ToArray();
        if (Array.IndexOf(places, -1) is >= 0 and var missing)
            throw ReferenceFile.Wrong(path, $"has no column '{columns[missing]}'");

        var values = columns.ToDictionary(name => name, _ => new double[lines.Length - 1]);
        for (var row = 1; row < lines.Length; row++)
        {
            var fields = lines[row].Split(',');
            if (fields.Length != header.Length)
                throw ReferenceFile.Wrong(path, $"line {row + 1}: {fields.Length} fields, but the header has {header.Length}");
            for (var i = 0; i < places.Length; i++)
                values[columns[i]][row - 1] = Number(path, row + 1, columns[i], fields[places[i]]);
        }

        return new NumberTable(values);
    }

    private static double Number(string path, int line, string column, string field)
    {
        if (string.IsNullOrWhiteSpace(field))
            return double.NaN;
        return double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw ReferenceFile.Wrong(path, $"line {line}, column '{column}': '{field}' is no number");
    }
}
