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
                (each picture for itself, then a zero-lag 6 Hz low-pass).
                """)
            .Paragraph(string.Create(
                CultureInfo.InvariantCulture,
                $"One constant lag of at most ±{CurveComparison.LargestLagMilliseconds} ms per clip and system is allowed, since camera and motion capture have clocks of their own; it is the one at which the shapes agree best. Systems other than lite, full and heavy are peers: their published curves of the same clip, scored by the same code, and so directly comparable."))
            .Table(
                ["Recording", "System", "Pictures (with a pose)", "Lag ms", "Knee raw", "Knee offset removed", "Hip raw", "Hip offset removed"],
                results.Mocap.Select(r => (IReadOnlyList<string>)
                [
                    r.Recording,
                    r.System,
                    r.Frames is { } frames ? string.Create(CultureInfo.InvariantCulture, $"{frames.All} ({frames.WithPose})") : "–",
                    Signed(1000 * r.Curves.LagSeconds, 0),
                    .. Errors(r.Curves.Knee, r.Curves.Hip),
                ]).Concat(Overall(results).Select(o => (IReadOnlyList<string>)
                [
                    $"**mean of {o.Clips} {(o.Clips == 1 ? "recording" : "recordings")}**", o.System, "", "", .. Errors(o.Knee, o.Hip),
                ])));
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
                Signed(r.Curves.Knee.RangeError, 1),
                Signed(r.Curves.Knee.PeakError, 1),
                Signed(r.Curves.Hip.RangeError, 1),
                Signed(r.Curves.Hip.PeakError, 1),
            ]));

    private static void AddFiguresElsewhere(Markdown report) => report
        .Paragraph(
            """
            Raw MAE that was measured elsewhere, by the same definition and lag rule, on OpenCap's LabValidation recordings. The four clips are squats and walks
            filmed by a phone about 45° from the front, like those above, but not all the same: compare the order of magnitude. On a single clip of the same
            name the numbers are comparable.
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

    private static string[] Errors(AngleError knee, AngleError hip) =>
        [Number(knee.Mae, 1), Number(knee.OffsetRemovedMae, 1), Number(hip.Mae, 1), Number(hip.OffsetRemovedMae, 1)];

    private static IEnumerable<(string System, int Clips, AngleError Knee, AngleError Hip)> Overall(AccuracyResults results) => results.Mocap
        .GroupBy(r => r.System)
        .Select(system => (
            system.Key,
            system.Count(),
            AngleError.MeanOf([.. system.Select(r => r.Curves.Knee)]),
            AngleError.MeanOf([.. system.Select(r => r.Curves.Hip)])));
}
