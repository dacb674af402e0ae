using System.Globalization;
using System.Text;

namespace PhysioEdge.Appliance.Accuracy.Reports;

/// <summary>Writes headings, paragraphs and tables; numbers with <c>.</c> as decimal point, – where there is none.</summary>
internal sealed class Markdown
{
    private readonly StringBuilder _text = new();

    public static string Number(double value, int decimals)
        => double.IsNaN(value) ? "–" : value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A number with its sign, which says whether too much or too little was measured.</summary>
    public static string Signed(double value, int decimals)
    {
        var number = Number(value, decimals);
        return value > 0 && number.Any(c => c is > '0' and <= '9') ? $"+{number}" : number;
    }

    public Markdown Heading(int level, string text) => Block($"{new string('#', level)} {text}");

    public Markdown Paragraph(string text) => Block(text);

    public Markdown Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        Row(header);
        Row([.. header.Select(_ => "---")]);
        foreach (var row in rows)
            Row(row);
        _text.Append('\n');
        return this;
    }

    public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";

    private Markdown Block(string text)
    {
        _text.Append(text).Append("\n\n");
        return this;
    }

    private void Row(IReadOnlyList<string> cells) => _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
