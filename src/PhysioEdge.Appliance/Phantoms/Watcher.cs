using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Appliance.Phantoms;

/// <summary>The box's own eyes on a phantom: what one model and the pipeline make of its pictures.</summary>
internal sealed class Watcher(PoseTracker tracker, TimeProvider time) : IDisposable
{
    private readonly SessionPipeline _pipeline = new(exercise: null);
    private readonly List<Repetition> _repetitions = [];

    /// <summary>Gets the whole repetitions counted.</summary>
    public IEnumerable<Repetition> Counted => _repetitions.Where(r => !r.Partial);

    /// <summary>Gets the time spent looking, without that of making the pictures.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Gets the angles of the last picture as it alone tells them.</summary>
    public AngleSet Alone { get; private set; }

    public AngleSet Look(VideoFrame frame)
    {
        var start = time.GetTimestamp();
        tracker.Track(frame, frame.PresentationTime, out var pose);
        var step = _pipeline.Process(pose);
        Elapsed += time.GetElapsedTime(start);
        Keep(step);
        Alone = JointAngleCalculator.Measure(pose with { Body = null }).Angles;
        return step.Angles.Angles;
    }

    /// <summary>There are no more pictures: a repetition under way ends.</summary>
    public void Finish() => Keep(_pipeline.Finish());

    public void Dispose() => tracker.Dispose();

    private void Keep(in SessionStep step)
    {
        if (step.Repetition is { } repetition)
            _repetitions.Add(repetition);
    }
}
