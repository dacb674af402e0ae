using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Models;
using PhysioEdge.Appliance.Recordings;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.Inference.Models;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Appliance.Tests.Recordings;

public class PrefixTests
{
    [Theory]
    [InlineData(75)]
    [InlineData(140)]
    public async Task Cutting_a_recording_short_changes_nothing_before_the_cut(int frames)
    {
        var (whole, cut) = (await AnalyseAsync(int.MaxValue), await AnalyseAsync(frames));

        Assert.Equal(frames, cut.Poses.Count);
        Assert.Equal(whole.Poses.Take(frames), cut.Poses);
        var end = TimeSpan.FromSeconds(frames / PhantomVideo.RateHz);
        var before = whole.Repetitions.Where(r => r.KnownAt < end).Select(r => r.Repetition).ToList();
        Assert.NotEmpty(before);
        Assert.Equal(before, cut.Repetitions.Select(r => r.Repetition).Take(before.Count));
        Assert.Equal(whole.Flags.Where(f => f.RaisedAt < end), cut.Flags.Where(f => f.RaisedAt < end));
    }

    private static async Task<Result> AnalyseAsync(int frames)
    {
        using var box = new BoxFolder("");
        var limits = PlanLimits.Of(CarePlanFiles.Read(Path.Combine(box.Path, "careplans/pt-7f3a.json")));
        using var tracker = new PoseModels(ModelStore.Open(), TimeProvider.System).CreateTracker(PoseModel.Lite);
        using var lifter = new PoseModels(ModelStore.Open(), TimeProvider.System).CreateRecordingLifter();
        await using var source = new FirstFrames(PhantomVideo.Camera(), frames);
        var analysis = new RecordingAnalysis(source, tracker, lifter, new SessionPipeline(limits, TimeSpan.MaxValue, _ => "s"), TimeProvider.System);
        var result = new Result([], [], []);
        await analysis.RunAsync(
            (_, pose, step) =>
            {
                result.Poses.Add((pose.Smoothed[(int)BodyLandmark.LeftKnee].World, pose.Smoothed[(int)BodyLandmark.RightAnkle].Pixel));
                if (step.Repetition is { } repetition)
                    result.Repetitions.Add((pose.CapturedAt, repetition));
                result.Flags.AddRange(step.Flags.Select(f => (pose.CapturedAt, f.Explanation)));
                return ValueTask.CompletedTask;
            },
            TestContext.Current.CancellationToken);
        return result;
    }

    private sealed record Result(
        List<(object World, object Pixel)> Poses,
        List<(TimeSpan KnownAt, Repetition Repetition)> Repetitions,
        List<(TimeSpan RaisedAt, string Explanation)> Flags);

    private sealed class FirstFrames(IFrameSource source, int count) : IFrameSource
    {
        private int _left = count;

        public async ValueTask<bool> ReadAsync(VideoFrame frame, CancellationToken cancellationToken)
        {
            if (_left-- <= 0 || !await source.ReadAsync(frame, cancellationToken))
                return false;
            frame.CapturedAt = frame.PresentationTime;
            return true;
        }

        public ValueTask DisposeAsync() => source.DisposeAsync();
    }
}
