using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Rendering;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Benchmarks.Setup;

/// <summary>Pictures of the phantom patient doing squats, rendered beforehand. They are shown to and fro, so that there is no leap at the end.</summary>
internal sealed class Footage
{
    public const int RateHz = 30;

    private const int Count = 90;
    private static readonly TimeSpan StandsStill = TimeSpan.FromSeconds(3);

    private readonly VideoFrame[] _pictures;

    private Footage(VideoFrame[] pictures) => _pictures = pictures;

    public int Width => _pictures[0].Width;

    public int Height => _pictures[0].Height;

    public VideoFrame this[int index] => _pictures[Turned(index % (2 * Count))];

    public static TimeSpan TimeOf(int index) => TimeSpan.FromSeconds((double)index / RateHz);

    public static PhantomCamera Camera(int width, int height)
    {
        var script = new MotionScriptBuilder(new BodySize(), seed: 1) { SwayDegrees = 1 }.StandStill(StandsStill.TotalSeconds);
        script.Repeat(ScriptedExercise.Squat, Side.Both, 5, new RepetitionPlan { RangeDegrees = 112 });
        var scene = new PhantomScene
        {
            Patient = new PhantomFigure(script.Build()),
            View = new CameraView { YawDegrees = 65, Width = width, Height = height },
        };
        return new PhantomCamera(scene, RateHz, loop: true);
    }

    public static async Task<Footage> RenderAsync(int width, int height, CancellationToken cancellationToken)
    {
        await using var camera = Camera(width, height);
        var pictures = new VideoFrame[Count];
        var skipped = new VideoFrame();
        do
            await camera.ReadAsync(skipped, cancellationToken);
        while (skipped.PresentationTime < StandsStill);

        for (var i = 0; i < Count; i++)
            await camera.ReadAsync(pictures[i] = new VideoFrame(), cancellationToken);
        return new Footage(pictures);
    }

    /// <summary>Brings a picture as a source does: into a buffer that is used again and again, and so is in the processor's cache.</summary>
    public void Show(int index, VideoFrame frame)
    {
        var picture = this[index];
        frame.Resize(picture.Width, picture.Height);
        (frame.SourceWidth, frame.SourceHeight) = (picture.SourceWidth, picture.SourceHeight);
        picture.Rgb.CopyTo(frame.Rgb);
    }

    private static int Turned(int index) => index < Count ? index : (2 * Count) - 1 - index;
}
