using System.Globalization;

namespace PhysioEdge.Appliance.Recordings;

/// <summary>Writes a CSV file: a header, then rows of numbers and texts, <c>.</c> as decimal point, empty = unknown.</summary>
internal sealed class CsvFile : IDisposable
{
    private readonly StreamWriter _writer;
    private bool _rowBegun;

    public CsvFile(string path, IEnumerable<string> header)
    {
        _writer = new StreamWriter(path) { NewLine = "\n" };
        _writer.WriteLine(string.Join(',', header));
    }

    /// <summary>Adds a number with at most so many decimals; NaN is unknown.</summary>
    public CsvFile Add(double value, int decimals)
    {
        Separate();
        if (double.IsNaN(value))
            return this;
        Span<char> buffer = stackalloc char[64];
        Math.Round(value, decimals).TryFormat(buffer, out var length, "0.######", CultureInfo.InvariantCulture);
        _writer.Write(buffer[..length]);
        return this;
    }

    /// <summary>Adds a text, quoted where it must be (RFC 4180).</summary>
    public CsvFile Add(string text)
    {
        Separate();
        _writer.Write(text.AsSpan().ContainsAny(',', '"', '\n') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text);
        return this;
    }

    public CsvFile AddUnknown(int count)
    {
        for (var i = 0; i < count; i++)
            Separate();
        return this;
    }

    public void EndRow()
    {
        _writer.WriteLine();
        _rowBegun = false;
    }

    public void Dispose() => _writer.Dispose();

    private void Separate()
    {
        if (_rowBegun)
            _writer.Write(',');
        _rowBegun = true;
    }
}
