using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Appliance.Sessions.Live;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.TestKit;
using PhysioEdge.Vision.Capture;
using System.Text;
using System.Text.Json;

namespace PhysioEdge.Appliance.Tests.Sessions.Live;

/// <summary>Squats of the phantom patient, whose poses are known without a model.</summary>
public sealed class LiveSessionTests : IDisposable
{
    private static readonly IReadOnlyList<ExerciseLimits> Plan =
        [new(ExerciseKind.Squat, Side.Both, 1, 5, TimeSpan.FromSeconds(20), [new("knee-flexion-rom", "knee flexion", RepetitionMeasure.Range, 80, 65)])];

    private readonly FakeTimeProvider _time = new();
    private readonly SessionPipeline _pipeline = new(Plan, TimeSpan.FromMinutes(5), static _ => "s-1");
    private readonly VideoFrame _frame = new() { SourceWidth = 480, SourceHeight = 640 };
    private readonly CancellationTokenSource _leave = new();
    private readonly LiveSession _live;
    private TimeSpan _now;

    public LiveSessionTests() => _live = new LiveSession(Plan, _pipeline, _time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _leave.Dispose();

    [Fact]
    public async Task A_repetition_is_counted_and_said_and_its_trace_goes_from_rest_past_the_target()
    {
        Squat(100);
        var news = await NewsAsync();

        Assert.Equal(1, news["exercise"].GetProperty("count").GetInt32());
        Assert.Equal((80, 65, "°"), (news["exercise"].GetProperty("target").GetInt32(), news["exercise"].GetProperty("limit").GetInt32(), news["exercise"].GetProperty("unit").GetString()));
        Assert.True(news["exercise"].GetProperty("repetitions")[0].GetProperty("reached").GetBoolean());
        Assert.Equal("well-done", news["cue"].GetProperty("cue").GetString());
        var trace = _live.Trace.Read();
        Assert.InRange(trace.Max(p => p.Value), 90, 102);
        Assert.InRange(trace[^1].Value, -1, 10);
    }

    [Fact]
    public async Task Repetitions_have_the_numbers_by_which_flags_call_them_and_attempts_have_none()
    {
        Squat(100);
        Squat(40);
        Squat(100);
        var repetitions = (await NewsAsync())["exercise"].GetProperty("repetitions").EnumerateArray();

        Assert.Equal([1, null, 2], repetitions.Select(r => r.GetProperty("number") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : (int?)null));
    }

    [Fact]
    public void At_most_some_figures_a_second_are_sent_however_fast_the_pictures_come()
    {
        Stand(seconds: 10);

        Assert.InRange(_live.Trace.Read().Count, 140, 200);
    }

    [Fact]
    public void A_picture_between_two_messages_allocates_nothing_and_a_message_little()
    {
        Squat(100);
        var pose = Pose(5);
        var step = _pipeline.Process(pose);
        var between = AllocatedBytes.Of(() => _live.Show(_frame, pose, step));
        var message = AllocatedBytes.Of(() =>
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            _live.Show(_frame, pose, step);
        });

        Assert.Equal(0, between);
        Assert.InRange(message, 1, 1500);
    }

    private void Squat(double degrees)
    {
        Stand(2);
        Move(5, degrees, 1.2);
        Move(degrees, 5, 1.2);
        Stand(0.8);
    }

    private void Stand(double seconds) => Move(5, 5, seconds);

    private void Move(double from, double to, double seconds)
    {
        var count = (int)(seconds * 30);
        for (var i = 1; i <= count; i++)
        {
            _now += TimeSpan.FromSeconds(1 / 30.0);
            _time.Advance(TimeSpan.FromSeconds(1 / 30.0));
            var pose = Pose(double.Lerp(from, to, (1 - Math.Cos(Math.PI * i / count)) / 2));
            _live.Show(_frame, pose, _pipeline.Process(pose));
        }
    }

    private PoseFrame Pose(double kneeDegrees) => SquatPoses.At(_now, kneeDegrees);

    private async Task<Dictionary<string, JsonElement>> NewsAsync()
    {
        var news = new Dictionary<string, JsonElement>();
        await foreach (var item in _live.Feed.ListenAsync(_ => true, _leave.Token).WithCancellation(Token))
        {
            news[item.EventType] = JsonElement.Parse(Encoding.UTF8.GetString(item.Data));
            if (news.ContainsKey("figure"))
                await _leave.CancelAsync();
        }

        return news;
    }
}
