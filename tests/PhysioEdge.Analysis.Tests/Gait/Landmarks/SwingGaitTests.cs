using System.Numerics;
using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.Landmarks;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Gait.Landmarks;

public class SwingGaitTests
{
    private const double RateHz = 30;

    [Fact]
    public void Steps_are_timed_between_the_pictures_and_measured_from_heel_to_heel()
    {
        var events = Found(4, at => Walk(at, stepMetres: 0.6f));

        Assert.Equal(
            [
                (Side.Right, GaitEventKind.ToeOff, 1.0), (Side.Right, GaitEventKind.InitialContact, 1.4),
                (Side.Left, GaitEventKind.ToeOff, 1.5), (Side.Left, GaitEventKind.InitialContact, 1.9),
                (Side.Right, GaitEventKind.ToeOff, 2.0), (Side.Right, GaitEventKind.InitialContact, 2.4),
            ],
            events.Take(6).Select(e => (e.Event.Side, e.Event.Kind, Math.Round(e.Event.At.TotalSeconds, 2))));
        // The other foot is a third behind the middle then, this one half ahead of it.
        Assert.All(events.Where(e => e.Event.Kind == GaitEventKind.InitialContact).Skip(1), e => Assert.Equal(0.6 * 5 / 6, e.StepLengthMetres, 0.03));
    }

    [Fact]
    public void A_foot_that_seems_to_touch_the_floor_for_a_moment_swings_on()
    {
        var events = Found(4, at => Walk(at, 0.6f) is var body && at is > 1.17 and < 1.23 ? body with { Swing = new FootSwing(0, 0.3f) } : body);

        Assert.Equal([1.4, 2.4, 3.4], events.Where(e => e.Event is { Side: Side.Right, Kind: GaitEventKind.InitialContact }).Select(e => Math.Round(e.Event.At.TotalSeconds, 1)));
    }

    [Fact]
    public void What_is_never_likely_or_over_at_once_is_no_step()
        => Assert.Empty(Found(3, at => Body(0, 0, new FootSwing(at is > 1 and < 2 ? 0.6f : 0, at is > 1 and < 1.1 ? 1 : 0))));

    [Fact]
    public void A_foot_that_swings_when_the_recording_ends_has_left_the_floor()
    {
        var last = Found(1.75, at => Walk(at, 0.6f))[^1];

        Assert.Equal((Side.Left, GaitEventKind.ToeOff), (last.Event.Side, last.Event.Kind));
        Assert.Equal(1.5, last.Event.At.TotalSeconds, 0.02);
    }

    private static List<StepEvent> Found(double seconds, Func<double, BodyInSpace> bodyAt)
    {
        var (gait, events) = (new SwingGait(), new List<StepEvent>());
        for (var i = 0; i / RateHz < seconds; i++)
            events.AddRange(gait.Add(TimeSpan.FromSeconds(i / RateHz), bodyAt(i / RateHz)));
        events.AddRange(gait.Finish());
        return [.. events.OrderBy(e => e.Event.At)];
    }

    /// <summary>From the first second on a swing of 0.4 s every half second, right foot first, across the picture at a slant.</summary>
    private static BodyInSpace Walk(double at, float stepMetres)
    {
        var since = at - 1;
        var (right, left) = (Swung(since), Swung(since - 0.5));
        return Body(stepMetres * (left.Ahead - right.Ahead), 0.1f, new FootSwing(left.Swing, right.Swing));
    }

    /// <summary>Half ahead when it has landed, half behind when it leaves.</summary>
    private static (float Swing, float Ahead) Swung(double since)
    {
        if (since < 0)
            return ((float)Math.Clamp(0.5 + (since * RateHz), 0, 1), -0.5f);
        var phase = since % 1;
        var edge = Math.Min(phase, 0.4 - phase) * RateHz;
        var next = (phase - 1) * RateHz;
        return ((float)Math.Clamp(0.5 + Math.Max(edge, next), 0, 1), (float)(phase < 0.4 ? -0.5 + (phase / 0.4) : 0.5 - ((phase - 0.4) / 0.6)));
    }

    private static BodyInSpace Body(float leftAhead, float width, FootSwing swing)
    {
        var (ahead, aside) = (new Vector3(0.8f, 0, 0.6f), new Vector3(0.6f, 0, -0.8f));
        var pose = default(LandmarkSet);
        void Put(BodyLandmark heel, BodyLandmark toes, Vector3 at) => (pose[heel], pose[toes]) = (new Landmark(default, 1, at), new Landmark(default, 1, at + (0.2f * ahead)));
        Put(BodyLandmark.LeftHeel, BodyLandmark.LeftFootIndex, (leftAhead / 2 * ahead) + (width / 2 * aside));
        Put(BodyLandmark.RightHeel, BodyLandmark.RightFootIndex, (-leftAhead / 2 * ahead) - (width / 2 * aside));
        return new BodyInSpace(pose, default, swing);
    }
}
