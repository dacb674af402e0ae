using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Rendering;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Simulation;

/// <summary>
/// A camera that films the phantom patient. Like a recording it gives its pictures as fast as they are asked for,
/// each with the script's time; unlike one it knows what is in them.
/// </summary>
public sealed class PhantomCamera : IFrameSource
{
    private readonly PhantomScene _scene;
    private readonly SceneRenderer _renderer;
    private readonly double _framesPerSecond;
    private readonly bool _loop;
    private long _next;

    /// <summary>A camera on that scene; one that loops begins the script again at its end, with presentation times going on.</summary>
    public PhantomCamera(PhantomScene scene, double framesPerSecond = 30, bool loop = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(framesPerSecond);
        (_scene, _framesPerSecond, _loop) = (scene, framesPerSecond, loop);
        _renderer = new SceneRenderer(scene);
    }

    /// <summary>Gets the number of pictures of one pass of the script.</summary>
    public long FrameCount => (long)Math.Ceiling(Script.Duration.TotalSeconds * _framesPerSecond);

    /// <summary>Gets the length of one pass of the script.</summary>
    public TimeSpan Duration => Script.Duration;

    /// <summary>Gets the patient's repetitions of one pass of the script.</summary>
    public IReadOnlyList<ScriptedRepetition> Repetitions => Script.Repetitions;

    private MotionScript Script => _scene.Patient.Script;

    public ValueTask<bool> ReadAsync(VideoFrame frame, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_loop && _next >= FrameCount)
            return ValueTask.FromResult(false);
        frame.Index = _next;
        frame.PresentationTime = TimeSpan.FromSeconds(_next / _framesPerSecond);
        _renderer.Render(ScriptTime(frame.PresentationTime), frame);
        _next++;
        return ValueTask.FromResult(true);
    }

    /// <summary>What is true at a presentation time.</summary>
    public PhantomTruth TruthAt(TimeSpan presentationTime)
    {
        var skeleton = new Skeleton();
        _scene.Patient.Pose(ScriptTime(presentationTime), skeleton);
        return new PhantomTruth(skeleton, new Projection(_scene.View));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private TimeSpan ScriptTime(TimeSpan presentationTime) =>
        _loop ? TimeSpan.FromTicks(presentationTime.Ticks % Script.Duration.Ticks) : presentationTime;
}
