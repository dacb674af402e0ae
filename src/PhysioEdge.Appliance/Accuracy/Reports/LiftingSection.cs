using System.Globalization;
using PhysioEdge.Appliance.Accuracy.Mocap;
using PhysioEdge.Appliance.Accuracy.Phantom;
using PhysioEdge.Appliance.Phantoms;
using static PhysioEdge.Appliance.Accuracy.Reports.Markdown;

namespace PhysioEdge.Appliance.Accuracy.Reports;

/// <summary>What each step on the way to an angle brings, where it stops working, and whether it knows.</summary>
internal static class LiftingSection
{
    public static void Add(Markdown report, AccuracyResults results)
    {
        AddSteps(report, results.Steps);
        AddUnseen(report, results.Phantom.Unseen);
        AddCalibration(report, results);
    }

    private static void AddSteps(Markdown report, List<StepResult> steps)
    {
        if (steps.Count == 0)
            return;
        report.Heading(2, "What each step brings")
            .Paragraph("Against motion capture as above, mean of the recordings, one lag taken away, degrees, and what the step itself takes for a picture on one core. The ensemble asks lite, full and heavy, and full also about the mirror image. **Tried**: geometry without learning, which is not in the product. Limbs of fixed length make the curves worse, because a limb that nearly lies in the plane of the picture turns a little noise of its length into much depth, and because it is the pose model's depth that decides whether it points to or fro. **Not tried**: inverse kinematics over a window, contact with the ground, and limb lengths that are kept from one session to the next. The lifter is told how long each limb has looked at most so far, which is the same knowledge within a session; and it is not looked for by a rule whether left and right were swapped: the films that it has learnt from have swaps.")
            .Table(
                ["Model", "Step", "ms a picture", "Knee raw", "Hip raw", "Knee, offset removed", "Hip, offset removed"],
                steps.GroupBy(s => (s.Model, s.Step)).Select(group => (IReadOnlyList<string>)
                [
                    group.Key.Model,
                    group.Key.Step,
                    Number(group.Average(s => s.Milliseconds), 2),
                    Mean(group, c => c.Knee.Mae),
                    Mean(group, c => c.Hip.Mae),
                    Mean(group, c => c.Knee.OffsetRemovedMae),
                    Mean(group, c => c.Hip.OffsetRemovedMae),
                ]));
    }

    private static void AddUnseen(Markdown report, IReadOnlyList<UnseenResult> results)
    {
        if (results.Count == 0)
            return;
        report.Heading(2, "What training never saw")
            .Paragraph("The phantom from 25°, 45° and 65°, live, mean absolute error in degrees, in brackets that of each picture alone. The lifter was trained with phantoms of the usual builds and colours that moved as patients do. **The body** is stouter than any of those, **the clothes** have none of their colours, **the movements** put together what was not together in training: leaning far to the side, one leg far deeper than the other, limping as badly as one can.")
            .Table(
                ["New", "Model", .. Joint.All.Select(joint => char.ToUpperInvariant(joint.Name[0]) + joint.Name[1..])],
                results.GroupBy(r => (r.What, r.Result.Model)).Select(group => Row(group.Key, [.. group.Select(r => r.Result)])));
    }

    private static IReadOnlyList<string> Row((string What, string Model) key, IReadOnlyList<PhantomResult> results)
    {
        var (live, alone) = (AngleErrors.Sum(results.Select(r => r.Whole)), AngleErrors.Sum(results.Select(r => r.Alone)));
        return [key.What, key.Model, .. Joint.All.Select(joint => $"{Number(live.Mae(joint), 1)} ({Number(alone.Mae(joint), 1)})")];
    }

    private static void AddCalibration(Markdown report, AccuracyResults results)
    {
        IReadOnlyList<(string Of, string Model, Calibration Angles)> all =
        [
            .. results.Calibrations.GroupBy(c => c.Model).Select(model => ("people, knee and hip", model.Key, Calibration.Sum(model.Select(c => c.Angles)))),
            .. results.Phantom.Angles.GroupBy(r => r.Model).Select(model => ("phantom", model.Key, Calibration.Sum(model.Select(r => r.Calibration)))),
            .. results.Phantom.Unseen.GroupBy(r => r.Result.Model).Select(model => ("phantom, unseen", model.Key, Calibration.Sum(model.Select(r => r.Result.Calibration)))),
        ];
        if (all.Count == 0)
            return;
        report.Heading(2, "Whether an angle knows how sure it is")
            .Paragraph("Each angle says what two of three readings like it are not further from the truth than (±), and how likely it is within 5° (its quality). All readings, live, by what they said: knees and hips of the people above; all angles of the phantom in all settings, and of what training never saw. Of readings with more than ± 10° the page makes no fact. Above 67 % the angles are more modest than they need be, below it they promise too much.")
            .Table(
                ["Of", "Model", "Said", "Readings", "± said, mean", "Within it (67 % if honest)", "Quality, mean", "Within 5°"],
                all.SelectMany(part => part.Angles.Bins().Select(bin => (IReadOnlyList<string>)[part.Of, .. Row(part.Model, bin)])));
    }

    private static IReadOnlyList<string> Row(string model, (double From, double To, Calibration.Bin Readings) bin)
    {
        var (count, said, within, quality, close) = bin.Readings;
        return
        [
            model,
            double.IsInfinity(bin.To) ? $"more than ± {bin.From:0}°" : $"± {bin.From:0}° to {bin.To:0}°",
            count.ToString(CultureInfo.InvariantCulture),
            $"{Number(said / count, 1)}°",
            $"{Number(100.0 * within / count, 0)} %",
            Number(quality / count, 2),
            Number((double)close / count, 2),
        ];
    }

    private static string Mean(IEnumerable<StepResult> steps, Func<CurveErrors, double> error) => Number(steps.Average(s => error(s.Curves.Aligned)), 1);
}
