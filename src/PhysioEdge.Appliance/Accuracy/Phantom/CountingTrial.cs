using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Simulation.Counting;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Appliance.Accuracy.Phantom;

/// <summary>One model counting the repetitions of a made-up scene: knowing what is prescribed, and knowing nothing.</summary>
internal sealed class CountingTrial : IDisposable
{
    public const double RateHz = 12;

    private readonly CountingScene _scene;
    private readonly PoseTracker _tracker;
    private readonly ExerciseKind _kind;
    private readonly SessionPipeline _prescribed;
    private readonly SessionPipeline _recognising = new(exercise: null);
    private int _prescribedCount;
    private int _recognisedCount;
    private long _pictures;

    public CountingTrial(CountingScene scene, PoseTracker tracker)
    {
        (_scene, _tracker) = (scene, tracker);
        _kind = ExerciseDefinition.Named(PhantomCourse.NameOf(scene.Exercise))!.Kind;
        _prescribed = new SessionPipeline([LimitsOf(scene, _kind)], TimeSpan.MaxValue, static _ => "recording");
    }

    public void Look(VideoFrame frame)
    {
        _tracker.Track(frame, frame.PresentationTime, out var pose);
        Note(_prescribed.Process(pose), _recognising.Process(pose));
        _pictures++;
    }

    /// <summary>There are no more pictures.</summary>
    public CountingResult Finish(string model)
    {
        Note(_prescribed.Finish(), _recognising.Finish());
        return new CountingResult(model, _scene, _prescribedCount, _recognisedCount, _pictures);
    }

    public void Dispose() => _tracker.Dispose();

    private static ExerciseLimits LimitsOf(CountingScene scene, ExerciseKind kind) => new(
        kind, scene.Side, 1, scene.Whole, TimeSpan.MaxValue, kind == ExerciseKind.SingleLegStance ? [] : [RangeOf(scene)]);

    /// <summary>The target is what the first repetition reaches, as a therapist would set it after a look at the patient; a stance is prescribed by its time.</summary>
    private static MeasureLimit RangeOf(CountingScene scene)
        => new("range", "range", RepetitionMeasure.Range, scene.Repetitions[0].RangeDegrees, null);

    private void Note(in SessionStep prescribed, in SessionStep recognised)
    {
        _prescribedCount += Counts(prescribed.Repetition) ? 1 : 0;
        _recognisedCount += Counts(recognised.Repetition) ? 1 : 0;
    }

    private bool Counts(Repetition? repetition) => repetition is { Partial: false } && repetition.Exercise == _kind;
}
