using PhysioEdge.Appliance.Phantoms;
using PhysioEdge.Simulation;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Appliance.SelfTests;

/// <summary>Shows the phantom's course to the box's own model and pipeline and holds what they see against what is true.</summary>
internal sealed class SelfTest(Func<PoseTracker> createTracker, TimeProvider time)
{
    private readonly AngleErrors _errors = new();
    private readonly VideoFrame _frame = new();
    private int _true;
    private int _counted;
    private TimeSpan _looking;

    /// <summary>Gets how long the course is.</summary>
    public static TimeSpan Duration => SelfTestClip.Course.Aggregate(TimeSpan.Zero, static (sum, clip) => sum + clip.Open().Duration);

    public async Task<SelfTestResult> RunAsync(IProgress<TimeSpan> progress, CancellationToken cancellationToken)
    {
        var done = TimeSpan.Zero;
        foreach (var clip in SelfTestClip.Course)
        {
            await using var camera = clip.Open();
            using var watcher = new Watcher(createTracker(), time);
            while (await camera.ReadAsync(_frame, cancellationToken))
            {
                Show(camera, watcher);
                progress.Report(done + _frame.PresentationTime);
            }

            watcher.Finish();
            done += camera.Duration;
            _true += camera.Repetitions.Count;
            _counted += watcher.Counted.Count(r => r.Exercise == clip.Kind);
            _looking += watcher.Elapsed;
        }

        return new SelfTestResult(_errors, _true, _counted, _looking.TotalMilliseconds / _errors.Pictures);
    }

    private void Show(PhantomCamera camera, Watcher watcher)
    {
        var measured = watcher.Look(_frame);
        _errors.Add(measured, camera.TruthAt(_frame.PresentationTime).Angles);
    }
}

/// <summary>What came of the course.</summary>
/// <param name="Errors">The errors of the angles.</param>
/// <param name="TrueRepetitions">Repetitions there were.</param>
/// <param name="CountedRepetitions">Repetitions of the right exercise that were counted.</param>
/// <param name="MillisecondsPerPicture">Pose and pipeline, without making the picture.</param>
internal sealed record SelfTestResult(AngleErrors Errors, int TrueRepetitions, int CountedRepetitions, double MillisecondsPerPicture);
