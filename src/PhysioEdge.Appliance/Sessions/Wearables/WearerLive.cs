using System.Text.Json;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Sessions.Live;
using PhysioEdge.Contracts.CarePlans;
using PhysioEdge.Wearables.Streams;

namespace PhysioEdge.Appliance.Sessions.Wearables;

/// <summary>Makes of what one patient's wearables bring what the screens beside the patient's cameras are told.</summary>
internal sealed class WearerLive(CarePlan plan, WearerPipeline pipeline, IReadOnlyList<LiveFeed> feeds)
{
    private const int MostSteps = 24;

    /// <summary>A foot that is pressed down is seen to be pressed down.</summary>
    private static readonly TimeSpan FeetInterval = TimeSpan.FromMilliseconds(100);

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly InsoleFrame?[] _newest = new InsoleFrame?[2];
    private readonly Queue<object> _steps = new();
    private TimeSpan _feetAt = TimeSpan.MinValue;

    public void Show(WearerFindings found)
    {
        foreach (var warning in found.Warnings)
            Publish(LiveNews.Warning, new { Side = NameOf(warning.Side), Kg = Math.Round(warning.Kilograms, 1), Percent = Rounded(warning.PercentOfBodyWeight) });
        if (found.Frames.Count > 0)
            ShowFeet(found.Frames);
        if (found.Steps.Count > 0)
            ShowSteps(found);
        if (found.Beats.Count > 0)
            ShowHeart();
    }

    /// <summary>An insole or the heart rate sensor is gone: what it said last is no longer so.</summary>
    public void Silence(Side? foot)
    {
        if (foot is not { } side)
        {
            Publish(LiveNews.Heart, new { Bpm = (double?)null });
            return;
        }

        _newest[(int)side] = null;
        Publish(LiveNews.Feet, Feet());
    }

    private void ShowFeet(List<(Side Side, InsoleFrame Frame)> frames)
    {
        foreach (var (side, frame) in frames)
            _newest[(int)side] = frame;
        var now = frames[^1].Frame.CapturedAt;
        if (now < _feetAt + FeetInterval && now >= _feetAt)
            return;
        _feetAt = now;
        Publish(LiveNews.Feet, Feet());
    }

    private object Feet() => new { Left = Describe(_newest[(int)Side.Left]), Right = Describe(_newest[(int)Side.Right]), Walk = pipeline.Walk.CadenceStepsPerMinute is { } cadence ? Math.Round(cadence) : (double?)null };

    private void ShowSteps(WearerFindings found)
    {
        foreach (var step in found.Steps)
        {
            _steps.Enqueue(Describe(step, found.Loads));
            if (_steps.Count > MostSteps)
                _steps.Dequeue();
        }

        var symmetry = pipeline.Walk.Symmetry;
        Publish(LiveNews.Steps, new
        {
            Steps = _steps,
            Left = pipeline.Walk.StepsOf(Side.Left),
            Right = pipeline.Walk.StepsOf(Side.Right),
            Load = Describe(symmetry.PeakForce),
            Timing = Describe(symmetry.Stance),
        });
    }

    private void ShowHeart()
    {
        if (pipeline.Heart.Newest is not { } newest)
            return;
        Publish(LiveNews.Heart, new
        {
            Bpm = Math.Round(newest.Bpm),
            Zone = pipeline.Heart.Zones?.Of(newest.Bpm),
            Limit = pipeline.Heart.LimitBpm,
            Max = pipeline.Heart.Zones?.MaximumBpm,
        });
    }

    private static object? Describe(InsoleFrame? newest) => newest is not { } frame ? null : new
    {
        Kg = Rounded(Known(frame.Load.ForceNewtons / WeightBearingLimit.Gravity)),
        X = Known(frame.Load.CentreX) is { } x ? Math.Round(x, 3) : (double?)null,
        Y = Known(frame.Load.CentreY) is { } y ? Math.Round(y, 3) : (double?)null,
        Cells = frame.Sample.Pressure.ToArray().Select(p => Math.Round(p, 1)),
    };

    private object Describe(in InsoleStep step, List<StepLoad> loads)
    {
        var side = step.Contact.Side;
        var kilograms = WeightBearingLimit.KilogramsOf(step);
        var isOver = false;
        foreach (var load in loads)
            isOver |= load.Side == side && load.Exceeded;
        return new
        {
            Side = NameOf(side),
            Kg = Math.Round(kilograms, 1),
            Percent = plan.BodyMassKilograms is { } mass ? Math.Round(100 * kilograms / mass) : (double?)null,
            StanceS = Math.Round(step.Contact.StanceSeconds, 2),
            Over = isOver,
        };
    }

    private static object? Describe(SymmetryEstimate? estimate) => estimate is not { } known ? null : new
    {
        Percent = Math.Round(known.MeanPercent, 1),
        Confidence = Rounded(known.ConfidencePercent),
        known.Strides,
    };

    private void Publish(LiveNews kind, object news)
    {
        if (feeds.Count == 0)
            return;
        var message = JsonSerializer.SerializeToUtf8Bytes(news, Json);
        foreach (var feed in feeds)
            feed.Publish(kind, message);
    }

    private static string NameOf(Side side) => side == Side.Left ? "left" : "right";

    private static double? Known(double value) => double.IsNaN(value) ? null : value;

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 1) : null;
}
