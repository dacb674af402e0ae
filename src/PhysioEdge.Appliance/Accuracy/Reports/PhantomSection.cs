using System.Globalization;
using PhysioEdge.Appliance.Accuracy.Phantom;
using PhysioEdge.Appliance.Phantoms;
using static PhysioEdge.Appliance.Accuracy.Reports.Markdown;

namespace PhysioEdge.Appliance.Accuracy.Reports;

/// <summary>The angles measured in rendered pictures of the phantom against those it truly has.</summary>
internal static class PhantomSection
{
    public static void Add(Markdown report, IReadOnlyList<PhantomResult> results)
    {
        if (results.Count == 0)
            return;
        AddIntroduction(report, results);
        AddTable(report, "View", results.Where(r => r.Setting.IsUsual), r => [("usual patient, usual light", r.Whole)]);
        AddTable(report, "View", Everywhere(results), r => [("all", r.Whole)]);
        report.Heading(3, "By the direction of the camera").Paragraph(
            "0° is in front of the patient, 90° to the side. Seen from in front, bending knees and hips go towards the camera, and one camera knows depth worst; "
            + "seen from the side, one half of the body hides the other." + Extremes(results));
        AddTable(report, "Yaw", Everywhere(results), r => [($"{r.Setting.YawDegrees.ToString("0", CultureInfo.InvariantCulture)}°", r.Whole)]);
        report.Heading(3, "By the size of the body");
        AddTable(report, "Body", Everywhere(results), r => [(r.Setting.Build, r.Whole)]);
        report.Heading(3, "By the light").Paragraph("Dim: a lamp overhead, little else. Backlit: a strong lamp behind the patient.");
        AddTable(report, "Light", Everywhere(results), r => [(r.Setting.Light, r.Whole)]);
        report.Heading(3, "By the exercise");
        AddTable(report, "Exercise", Everywhere(results), r => r.ByExercise.Select(e => (e.Key, e.Value)));
    }

    private static void AddIntroduction(Markdown report, IReadOnlyList<PhantomResult> results) => report
        .Heading(2, "Joint angles against the phantom's")
        .Paragraph(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            The simulated patient is rendered and its pictures go through the same models and code as a camera's; its joint angles are known exactly. It
            walks two steps, squats, raises both arms, lifts each knee, stands on one leg, rises from a stool and straightens each knee, filmed {PhantomSetting.RateHz} times a second
            from {PhantomSetting.CameraDistanceMetres} m in {results.Select(r => r.Setting).Distinct().Count()} settings: {Count(results, r => r.Setting.YawDegrees)} directions × {Count(results, r => r.Setting.Build)} bodies × {Count(results, r => r.Setting.Light)} lights.
            Each cell is the mean absolute error in degrees of all pictures with a pose and both sides, and in brackets the bias: the mean of measured minus true.
            A large error with a large bias is an offset, which a comparison with the patient's own earlier repetitions does not see; a large error with a small
            bias is not. The angles are those of single pictures, as the live view has them, not filtered. **Nobody found**: pictures without a pose.
            """))
        .Paragraph(
            """
            What this tells is how errors depend on view, body, light and movement, with nothing else changed. How large they are with people, the recordings
            tell: the phantom has no folds and no loose clothes. The lifter, but no pose model, learnt from films of such phantoms too, in the same
            exercises among others, though of other bodies, views and repetitions; how it does with what is unlike them, "What training never saw" tells.
            """);

    /// <summary>The models that were in every setting.</summary>
    private static IEnumerable<PhantomResult> Everywhere(IReadOnlyList<PhantomResult> results)
    {
        var settings = results.Select(r => r.Setting).Distinct().Count();
        return results.GroupBy(r => r.Model).Where(model => model.Count() == settings).SelectMany(model => model);
    }

    private static void AddTable(
        Markdown report, string heading, IEnumerable<PhantomResult> results, Func<PhantomResult, IEnumerable<(string Name, AngleErrors Errors)>> parts)
        => report.Table(
            [heading, "Model", "Pictures", "Nobody found", .. Joint.All.Select(joint => char.ToUpperInvariant(joint.Name[0]) + joint.Name[1..])],
            results
                .SelectMany(result => parts(result).Select(part => (part.Name, result.Model, part.Errors)))
                .GroupBy(part => (part.Name, part.Model))
                .GroupBy(group => group.Key.Name)
                .SelectMany(name => name)
                .Select(group => Row(group.Key.Name, group.Key.Model, AngleErrors.Sum(group.Select(part => part.Errors)))));

    private static IReadOnlyList<string> Row(string name, string model, AngleErrors errors) =>
    [
        name,
        model,
        errors.Pictures.ToString(CultureInfo.InvariantCulture),
        $"{Number(100.0 * errors.WithoutPose / errors.Pictures, 1)} %",
        .. Joint.All.Select(joint => $"{Number(errors.Mae(joint), 1)} ({Signed(errors.Bias(joint), 1)})"),
    ];

    /// <summary>From where the knees are seen best and worst.</summary>
    private static string Extremes(IReadOnlyList<PhantomResult> results) => string.Concat(Everywhere(results).GroupBy(r => r.Model).Select(model =>
    {
        var yaws = model
            .GroupBy(r => r.Setting.YawDegrees)
            .Select(yaw => (Yaw: yaw.Key, Mae: AngleErrors.Sum(yaw.Select(r => r.Whole)).Mae(Joint.All[0])))
            .OrderBy(yaw => yaw.Mae)
            .ToList();
        return string.Create(CultureInfo.InvariantCulture, $" With {model.Key} the knees are measured best from {yaws[0].Yaw:0}° ({yaws[0].Mae:F1}°) and worst from {yaws[^1].Yaw:0}° ({yaws[^1].Mae:F1}°).");
    }));

    private static int Count<T>(IReadOnlyList<PhantomResult> results, Func<PhantomResult, T> what) => results.Select(what).Distinct().Count();
}
