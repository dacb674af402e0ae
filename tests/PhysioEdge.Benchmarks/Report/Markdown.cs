using System.Text;
using System.Text.RegularExpressions;

namespace PhysioEdge.Benchmarks.Report;

internal static partial class Markdown
{
    public static string Of(Section section)
    {
        var text = new StringBuilder().Append($"\n## {section.Title}\n\n{section.About}\n\n");
        AppendRow(text, section.Columns);
        AppendRow(text, [.. section.Columns.Select((_, i) => i == 0 ? "---" : "---:")]);
        foreach (var row in section.Rows)
            AppendRow(text, [.. row, .. Enumerable.Repeat("", section.Columns.Count - row.Count)]);
        return text.ToString();
    }

    /// <summary>Takes the folders of this machine, which are nobody's business, and line ends out of a message.</summary>
    public static string WithoutPaths(string message) => Folder().Replace(message.ReplaceLineEndings(" "), "").Trim();

    private static void AppendRow(StringBuilder text, IReadOnlyList<string> cells)
        => text.Append($"| {string.Join(" | ", cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal)))} |\n");

    [GeneratedRegex(@"(?<![\w.])/(?:[\w.@+-]+/)+")]
    private static partial Regex Folder();
}
