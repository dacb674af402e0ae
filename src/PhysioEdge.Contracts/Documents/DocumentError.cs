namespace PhysioEdge.Contracts.Documents;

/// <summary>One thing that is wrong in a document, for the person who wrote it.</summary>
/// <param name="Source">The file or topic it came from.</param>
/// <param name="Path">Where in it, for example <c>exercises[0].sets</c>; empty for the document as a whole.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
public sealed record DocumentError(string Source, string Path, string Message)
{
    /// <summary>One line: file, place, what is wrong. Control characters that the document brought along are shown as <c>\u000A</c>.</summary>
    public override string ToString() => OnOneLine(Path.Length == 0 ? $"{Source}: {Message}" : $"{Source}: {Path}: {Message}");

    private static string OnOneLine(string text) => text.Any(char.IsControl)
        ? string.Concat(text.Select(c => char.IsControl(c) ? $"\\u{(int)c:X4}" : $"{c}"))
        : text;
}
