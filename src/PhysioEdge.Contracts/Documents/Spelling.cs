namespace PhysioEdge.Contracts.Documents;

/// <summary>Finds what somebody probably meant to write.</summary>
internal static class Spelling
{
    /// <summary>The known word nearest to the written one; null if none is near.</summary>
    public static string? Closest(string written, IEnumerable<string> known) => known
        .Select(word => (Word: word, Distance: Distance(written, word)))
        .Where(pair => pair.Distance <= Math.Max(1, pair.Word.Length / 3))
        .OrderBy(pair => pair.Distance)
        .FirstOrDefault().Word;

    /// <summary>How many letters have to be put in, taken out or replaced (Levenshtein distance), case apart.</summary>
    private static int Distance(string from, string to)
    {
        // Nobody means a word of another length altogether; this also bounds the work for what is not a word at all.
        if (from.Length > 2 * to.Length)
            return int.MaxValue;

        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        foreach (var (index, letter) in from.Index())
        {
            var diagonal = row[0];
            row[0] = index + 1;
            for (var column = 1; column <= to.Length; column++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(letter) == char.ToLowerInvariant(to[column - 1]) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(replaced, Math.Min(row[column], row[column - 1]) + 1);
            }
        }

        return row[^1];
    }
}
