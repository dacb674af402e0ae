using System.Globalization;
using PhysioEdge.Appliance.Accuracy.Mocap;
using static PhysioEdge.Appliance.Accuracy.Reports.Markdown;

namespace PhysioEdge.Appliance.Accuracy.Reports;

internal static class MocapSection
{
    public static void Add(Markdown report, AccuracyResults results)
    {
        if (results.Mocap.Count == 0)
            return;
        report.Heading(2, "Joint angles against marker-based motion capture")
            .Paragraph(
                """
                Mean absolute error (MAE) in degrees over all pictures with a pose, mean of both sides; **raw** as measured, and with the mean difference
                of each clip and side removed (**offset removed**: how well a change is measured). Both curves are the same 3-point angle: knee = hip, knee,
                ankle; hip = shoulder, hip, knee; 0° = straight. Motion capture takes them between joint centres found from markers, the pose models between
                their landmarks, which sit elsewhere on the body: an offset of some degrees is expected. Our curves are those of `angles.csv`
                (the lifter with the pictures before and after each, then a zero-lag 6 Hz low-pass).
                """)
            .Paragraph(
                $"""
                Raw errors are given as they come, and with one constant lag of at most ±{CurveComparison.LargestLagMilliseconds} ms per clip and system taken away, since camera and motion
                capture have clocks of their own: the lag at which the shapes agree best (not the one at which the raw error is least). Systems other than lite,
                full, heavy and ensemble are peers: their published curves of the same clip, scored by the same code, and so directly comparable.
                """)
            .Table(
                ["Recording", "System", "Pictures (with a pose)", "Knee raw", "Hip raw", "Lag ms", "Knee raw, lag removed", "Hip raw, lag removed", "Knee, lag and offset removed", "Hip, lag and offset removed"],
                results.Mocap.Select(r => Row(r.Recording, r.System, Count(r.Frames), Lag(r.Curves), [r])).Concat(Overall(results)));
        AddRanges(report, results);
        AddFiguresElsewhere(report);
    }

    private static void AddRanges(Markdown report, AccuracyResults results) => report
        .Paragraph("Range of motion (largest minus smallest angle of the clip) and largest angle: measured minus true, degrees, mean of both sides. Less than 0 = too little was measured.")
        .Table(
            ["Recording", "System", "Knee range", "Knee largest", "Hip range", "Hip largest"],
            results.Mocap.Select(r => (IReadOnlyList<string>)
            [
                r.Recording,
                r.System,
                Signed(r.Curves.Aligned.Knee.RangeError, 1),
                Signed(r.Curves.Aligned.Knee.PeakError, 1),
                Signed(r.Curves.Aligned.Hip.RangeError, 1),
                Signed(r.Curves.Aligned.Hip.PeakError, 1),
            ]));

    private static void AddFiguresElsewhere(Markdown report) => report
        .Paragraph(
            """
            Raw MAE that was measured elsewhere with the same 3-point angles, on OpenCap's LabValidation recordings: squats and walks filmed by a phone about 45°
            from the front. Peers' figures are without a lag; compare them with the columns without one. For BlazePose on MediaPipe's own runtime the lag
            is not stated. Four clips are not the clips above alone: compare the order of magnitude. A single clip of the same name is the same recording.
            """)
        .Table(
            ["System", "On", "Knee raw", "Hip raw"],
            [
                ["WHAM", "four clips", "6.3", "3.9"],
                ["OpenCap Monocular", "four clips", "4.9", "4.4"],
                ["BlazePose full, MediaPipe's own runtime", "four clips", "10.8", "11.4"],
                ["BlazePose full, MediaPipe's own runtime", "walk_ts", "9.9", "6.6"],
                ["BlazePose full, MediaPipe's own runtime", "squat", "11.7", "10.8"],
            ]);

    private static IEnumerable<IReadOnlyList<string>> Overall(AccuracyResults results)
    {
        // A mean over fewer recordings than there are would look like one over all.
        var all = results.Mocap.Select(r => r.Recording).Distinct().Count();
        return results.Mocap.GroupBy(r => r.System).Where(system => system.Count() == all).Select(system => Row(
            $"**mean of {all} {(all == 1 ? "recording" : "recordings")}**", system.Key, "", "", [.. system]));
    }

    private static IReadOnlyList<string> Row(string recording, string system, string pictures, string lag, IReadOnlyList<MocapResult> results)
    {
        return
        [
            recording,
            system,
            pictures,
            Mean(r => r.Curves.WithoutLag.Knee.Mae),
            Mean(r => r.Curves.WithoutLag.Hip.Mae),
            lag,
            Mean(r => r.Curves.Aligned.Knee.Mae),
            Mean(r => r.Curves.Aligned.Hip.Mae),
            Mean(r => r.Curves.Aligned.Knee.OffsetRemovedMae),
            Mean(r => r.Curves.Aligned.Hip.OffsetRemovedMae),
        ];

        string Mean(Func<MocapResult, double> error) => Number(results.Average(error), 1);
    }

    private static string Count(FrameCount? frames)
        => frames is null ? "–" : string.Create(CultureInfo.InvariantCulture, $"{frames.All} ({frames.WithPose})");

    private static string Lag(CurveComparison curves) => Signed(1000 * curves.Aligned.LagSeconds, 0);
}
