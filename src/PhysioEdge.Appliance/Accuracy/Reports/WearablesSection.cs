using System.Globalization;
using PhysioEdge.Appliance.Accuracy.Wearables;

namespace PhysioEdge.Appliance.Accuracy.Reports;

/// <summary>What was measured on the recordings of insoles, foot sensors, heart rate and landmarks.</summary>
internal static class WearablesSection
{
    public static void Add(Markdown report, IReadOnlyList<Score> scores)
    {
        if (scores.Count == 0)
            return;
        report.Heading(2, "Gait, loading and heart rate").Table(
            ["Recording", "Measure", "Value", "Aim", "Met"],
            scores.Select(s => (IReadOnlyList<string>)[s.Recording, s.Measure, Text(s.Value, s), Aim(s), s.IsMet switch { true => "yes", false => "**no**", _ => "" }]));
    }

    private static string Aim(Score score) => (score.AtLeast, score.AtMost) switch
    {
        ({ } least, { } most) when least == most => Text(least, score),
        ({ } least, { } most) => $"{Text(least, score)} to {Text(most, score)}",
        ({ } least, null) => $"≥ {Text(least, score)}",
        (null, { } most) => $"≤ {Text(most, score)}",
        _ => "",
    };

    private static string Text(double value, Score score)
        => double.IsNaN(value) ? "–" : $"{value.ToString($"F{score.Decimals}", CultureInfo.InvariantCulture)} {score.Unit}".TrimEnd();
}
