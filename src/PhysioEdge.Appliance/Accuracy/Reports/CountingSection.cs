using System.Globalization;
using PhysioEdge.Appliance.Accuracy.Phantom;

namespace PhysioEdge.Appliance.Accuracy.Reports;

/// <summary>Repetitions counted in made-up scenes against those that there are.</summary>
internal static class CountingSection
{
    public static void Add(Markdown report, IReadOnlyList<CountingResult> results)
    {
        if (results.Count == 0)
            return;
        report.Heading(2, "Repetitions of the phantom")
            .Paragraph(string.Create(
                CultureInfo.InvariantCulture,
                $"""
                {results.Select(r => r.Scene.Seed).Distinct().Count()} scenes made up from seeds, {CountingTrial.RateHz} pictures a second: one exercise of 3 to 12 repetitions with pauses, partial repetitions, tremor and changing tempo, by anybody, filmed
                from where one would put the camera for it (device-config/README.md), in any light, in half of them with other people behind. **Exact**: scenes whose whole repetitions were all counted, and
                nothing else. **Prescribed**: the exercise, its side and a target (the range that the first repetition truly has) are known from a care plan, as in the service;
                **recognised**: nothing is known beforehand, as with `analyze video`.
                """))
            .Table(
                ["Model", "Scenes", "Exact, prescribed", "Exact, recognised", "Repetitions", "Counted, prescribed", "Counted, recognised"],
                results.GroupBy(r => r.Model).Select(Total))
            .Table(
                ["Exercise", "Model", "Scenes", "Exact, prescribed", "Exact, recognised"],
                results.GroupBy(r => (r.Scene.Exercise, r.Model)).OrderBy(g => g.Key.Exercise).Select(g => (IReadOnlyList<string>)
                [
                    PhantomCourse.NameOf(g.Key.Exercise), g.Key.Model, Text(g.Count()), Text(g.Count(IsExactPrescribed)), Text(g.Count(IsExactRecognised)),
                ]));
        AddInexact(report, results);
    }

    private static void AddInexact(Markdown report, IReadOnlyList<CountingResult> results)
    {
        List<CountingResult> inexact = [.. results.Where(r => !IsExactPrescribed(r) || !IsExactRecognised(r))];
        if (inexact.Count == 0)
            return;
        report.Paragraph("The scenes that were not exact:").Table(
            ["Scene", "Model", "Whole", "Prescribed", "Recognised"],
            inexact.Select(r => (IReadOnlyList<string>)[r.Scene.ToString(), r.Model, Text(r.Scene.Whole), Text(r.Prescribed), Text(r.Recognised)]));
    }

    private static IReadOnlyList<string> Total(IGrouping<string, CountingResult> model) =>
    [
        model.Key,
        Text(model.Count()),
        Text(model.Count(IsExactPrescribed)),
        Text(model.Count(IsExactRecognised)),
        Text(model.Sum(r => r.Scene.Whole)),
        Text(model.Sum(r => r.Prescribed)),
        Text(model.Sum(r => r.Recognised)),
    ];

    private static bool IsExactPrescribed(CountingResult result) => result.Prescribed == result.Scene.Whole;

    private static bool IsExactRecognised(CountingResult result) => result.Recognised == result.Scene.Whole;

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
