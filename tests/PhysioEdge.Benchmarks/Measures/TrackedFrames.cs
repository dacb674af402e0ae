using PhysioEdge.Benchmarks.Report;
using PhysioEdge.Benchmarks.Setup;
using PhysioEdge.Inference;
using PhysioEdge.Inference.Models;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Benchmarks.Measures;

/// <summary>What a picture costs while the patient is followed, over what the model alone costs.</summary>
internal static class TrackedFrames
{
    private const int WarmUp = 150;
    private const int Count = 360;

    public static async Task<Section> MeasureAsync(Workbench bench, CancellationToken cancellationToken)
    {
        var section = new Section(
            "A tracked picture",
            "From the decoded picture to the smoothed pose (`PoseTracker.Track`) over the inference in it alone (`OnnxModel.Run` of the same model); "
                + "the aim is a ratio of at most 1.25. Then the parts, each done apart on the same picture. "
                + $"The first {WarmUp} pictures are not in the medians; it is in them that the detector runs, at first and while the patient, "
                + "bending down, looks unlike before.",
            "Model, picture", "Whole, ms", "Inference, ms", "Ratio", "Crop, ms", "Refinement and smoothing, ms", "Identity, ms", "Detector runs");
        foreach (var model in (PoseModel[])[PoseModel.Lite, PoseModel.Full])
        {
            foreach (var (width, height) in ((int, int)[])[(480, 640), (720, 1280)])
            {
                var name = $"{model}, {width} × {height}";
                await section.TryAsync(name, async () =>
                {
                    var landmarks = await bench.LoadAsync(model, cancellationToken);
                    var detection = await bench.LoadAsync(PoseModel.Detection, cancellationToken);
                    using var tracker = new PoseTracker(detection, landmarks, bench.Time);
                    var footage = await bench.FootageAsync(width, height, cancellationToken);
                    MeasureOne(section, name, bench.Time, footage, tracker, detection, landmarks);
                });
            }
        }

        return section;
    }

    private static void MeasureOne(
        Section section, string name, TimeProvider time, Footage footage, PoseTracker tracker, OnnxModel detection, OnnxModel landmarks)
    {
        var picture = new VideoFrame();
        footage.Show(0, picture);
        var parts = new TrackingParts(picture, detection, landmarks);
        var rounds = Rounds.Run(
            time,
            WarmUp,
            Count,
            round => footage.Show(round, picture),
            round => tracker.Track(picture, Footage.TimeOf(round), out _),
            _ => landmarks.Run(),
            parts.RefineAndSmooth,
            parts.Recognise,
            round => footage.Show(round, picture),
            _ => parts.Crop());
        section.Add(
            name,
            rounds.Milliseconds(1),
            rounds.Milliseconds(2),
            rounds.Ratio(1, 2),
            rounds.Milliseconds(6),
            rounds.Milliseconds(3),
            rounds.Milliseconds(4),
            $"{tracker.Timings.Detections} in {tracker.Timings.Frames} pictures");
    }
}
