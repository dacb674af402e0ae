using System.Globalization;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Rendering;
using PhysioEdge.TestKit;
using PhysioEdge.TestKit.Video;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Appliance.Tests.Setup;

/// <summary>A video of the phantom patient: three deep squats, then one that is not; 480 × 640, 15 pictures a second.</summary>
internal static class PhantomVideo
{
    public const double RateHz = 15;

    private static readonly Lazy<Task<string>> LazyPath = new(() => FilmAsync("phantom.mp4", Camera()));

    /// <summary>The file, made when it is first asked for.</summary>
    public static Task<string> PathAsync() => LazyPath.Value;

    public static PhantomCamera Camera()
    {
        var script = new MotionScriptBuilder(new BodySize()).StandStill(1.5);
        foreach (var depth in (float[])[112, 112, 112, 70])
        {
            script.Repeat(
                ScriptedExercise.Squat,
                Side.Both,
                new RepetitionPlan { RangeDegrees = depth, OutSeconds = 1, HoldSeconds = 0.2, BackSeconds = 1, PauseSeconds = 0.6 });
        }

        return new PhantomCamera(new PhantomScene { Patient = new PhantomFigure(script.Rest(1).Build()), View = new CameraView { YawDegrees = 65 } }, RateHz);
    }

    private static async Task<string> FilmAsync(string name, PhantomCamera camera)
    {
        var (frame, pictures) = (new VideoFrame(), new MemoryStream());
        while (await camera.ReadAsync(frame, CancellationToken.None))
            pictures.Write(frame.Memory.Span);
        var path = Clips.PathOf(name);
        Tool.Feed(
            "ffmpeg",
            [
                "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", $"{frame.Width}x{frame.Height}",
                "-r", RateHz.ToString(CultureInfo.InvariantCulture), "-i", "pipe:0",
                "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p", path,
            ],
            stdin => stdin.Write(pictures.GetBuffer().AsSpan(0, (int)pictures.Length)));
        return path;
    }
}
