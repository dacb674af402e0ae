using System.Globalization;
using System.IO.Compression;
using CsvHelper;
using CsvHelper.Configuration;
using PhysioEdge.Appliance.Commands;

namespace PhysioEdge.Appliance.Recordings;

/// <summary>
/// A recording given as CSV with a header (RFC 4180), plain or gzipped (<c>.gz</c>). Empty fields are unknown. Semicolons or tabs in place of
/// the commas will do; with semicolons, as spreadsheets write them where the comma is the decimal sign, numbers may have either sign.
/// </summary>
internal sealed class InputTable
{
    private static readonly char[] Delimiters = [',', ';', '\t'];

    private readonly string _path;
    private readonly string[] _header;
    private readonly List<string[]> _rows;
    private readonly bool _hasDecimalCommas;

    private InputTable(string path, string[] header, List<string[]> rows, bool hasDecimalCommas)
        => (_path, _header, _rows, _hasDecimalCommas) = (path, header, rows, hasDecimalCommas);

    public IReadOnlyList<string> Columns => _header;

    public int RowCount => _rows.Count;

    /// <exception cref="InputException">The file cannot be read or has rows of another length than its header.</exception>
    public static InputTable Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using Stream content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var reader = new StreamReader(content);
            return Read(path, reader);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new InputException($"{path}: cannot be read: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Give a CSV file with a header, plain or as .gz.", exception);
        }
    }

    public bool Has(string column) => Array.IndexOf(_header, column) >= 0;

    /// <summary>The numbers of a column; NaN where the field is empty.</summary>
    /// <exception cref="InputException">There is no such column, or it holds something that is no finite number.</exception>
    public double[] Numbers(string column)
    {
        var place = PlaceOf(column);
        var values = new double[_rows.Count];
        for (var row = 0; row < values.Length; row++)
            values[row] = Number(_rows[row][place], row, column);
        return values;
    }

    /// <summary>The times in a column, 0 or more, none before that of the row above.</summary>
    /// <exception cref="InputException">There is no such column, or a time is missing, negative or goes back.</exception>
    public double[] Times(string column)
    {
        var times = Numbers(column);
        for (var row = 0; row < times.Length; row++)
        {
            if (!(times[row] >= (row > 0 ? times[row - 1] : 0)))
                throw Wrong($"row {row + 1}, column '{column}': the time is missing, negative or before that of the row above. Sort the rows by time.");
        }

        return times;
    }

    /// <summary>The texts of a column.</summary>
    /// <exception cref="InputException">There is no such column.</exception>
    public string[] Texts(string column)
    {
        var place = PlaceOf(column);
        return [.. _rows.Select(row => row[place])];
    }

    /// <summary>An error about this file.</summary>
    /// <param name="what">What is wrong and what to do: "has no column 'x'; …".</param>
    public InputException Wrong(string what) => new($"{_path}: {what}");

    private static InputTable Read(string path, StreamReader reader)
    {
        using var parser = new CsvParser(reader, FormOf(path));
        if (!parser.Read())
            throw new InputException($"{path}: is empty. Give a CSV file with a header.");
        string[] header = [.. parser.Record!.Select(field => field.TrimStart('\uFEFF'))];
        var rows = new List<string[]>();
        while (parser.Read())
        {
            var fields = parser.Record!;
            if (fields is [""])
                continue;
            if (fields.Length != header.Length)
                throw new InputException($"{path}, line {parser.RawRow}: {fields.Length} fields, but the header has {header.Length}. Write one field for each column, empty where it is unknown.");
            rows.Add(fields);
        }

        return new InputTable(path, header, rows, hasDecimalCommas: parser.Delimiter == ";");
    }

    private static CsvConfiguration FormOf(string path) => new(CultureInfo.InvariantCulture)
    {
        DetectDelimiter = true,
        GetDelimiter = arguments => DelimiterOf(arguments.Text),
        TrimOptions = TrimOptions.Trim,
        BadDataFound = bad => throw new InputException($"{path}, line {bad.Context.Parser!.RawRow}: a quote where none belongs. Quote the whole field and double the quotes in it, or leave them out."),
    };

    /// <summary>The one of comma, semicolon and tab that parts the header.</summary>
    private static string DelimiterOf(string text)
    {
        var header = text.Split('\r', '\n')[0];
        return Delimiters.MaxBy(delimiter => header.Count(c => c == delimiter)).ToString();
    }

    private int PlaceOf(string column)
    {
        var place = Array.IndexOf(_header, column);
        return place >= 0 ? place : throw Wrong($"has no column '{column}'; its columns are {string.Join(", ", _header)}.");
    }

    private double Number(string field, int row, string column)
    {
        if (field.Length == 0 || field.Equals("nan", StringComparison.OrdinalIgnoreCase))
            return double.NaN;
        return double.TryParse(_hasDecimalCommas ? field.Replace(',', '.') : field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw new InputException($"{_path}, row {row + 1}, column '{column}': '{(field.Length > 40 ? field[..40] + "…" : field)}' is no number. Write it with a point, or leave it empty where it is unknown.");
    }
}
