using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion.Gait;

namespace PhysioEdge.Simulation.Motion;

/// <summary>Puts a script together, one stretch after the other. Sitting down and standing up in between come by themselves.</summary>
public sealed class MotionScriptBuilder(BodySize body, int seed = 0)
{
    private const double ChangeSeconds = 2;

    private readonly List<ScriptSegment> _segments = [];
    private readonly List<RepetitionTimes> _repetitions = [];
    private readonly PostureCurve _standing = PostureCurves.Squat(body, new RepetitionPlan());
    private readonly PostureCurve _rising = PostureCurves.SitToStand(
        body, new RepetitionPlan { RangeDegrees = PostureCurves.SeatedKneeDegrees - PostureCurves.StandingKneeDegrees });

    private readonly List<ScriptedStep> _steps = [];

    private FloorPlace _place;
    private bool _seated;
    private FloorPlace? _seat;

    /// <summary>Gets or initialises the slow sway of trunk, knees and arms, degrees; 0 = a statue between its movements.</summary>
    public float SwayDegrees { get; init; }

    /// <summary>Gets or initialises a tremor of 4–6 Hz, degrees.</summary>
    public float TremorDegrees { get; init; }

    /// <summary>Gets or initialises where the figure is at first, seen from its own place.</summary>
    public FloorPlace Start { get => _place; init => _place = value; }

    private double Now => _segments.Count == 0 ? 0 : _segments[^1].EndSeconds;

    public MotionScriptBuilder StandStill(double seconds)
    {
        Stand();
        return Stay(seconds);
    }

    public MotionScriptBuilder SitStill(double seconds)
    {
        Sit();
        return Stay(seconds);
    }

    /// <summary>Rests in the posture reached, standing or seated.</summary>
    public MotionScriptBuilder Rest(double seconds) => Stay(seconds);

    public MotionScriptBuilder Repeat(ScriptedExercise exercise, Side side, int count, RepetitionPlan plan)
    {
        for (var i = 0; i < count; i++)
            Repeat(exercise, side, plan);
        return this;
    }

    /// <summary>One repetition; of marching with both sides, that of the leg whose turn it is.</summary>
    public MotionScriptBuilder Repeat(ScriptedExercise exercise, Side side, RepetitionPlan plan)
    {
        if (exercise is ScriptedExercise.SitToStand or ScriptedExercise.KneeExtension)
            Sit();
        else
            Stand();
        side = SideOf(exercise, side);
        var curve = Curve(exercise, side, plan);
        var start = Now;
        Add(plan.OutSeconds, curve, 0, 1);
        Add(plan.HoldSeconds, curve, 1, 1);
        Add(plan.BackSeconds, curve, 1, 0);
        _repetitions.Add(new RepetitionTimes(
            exercise, side, start, start + plan.OutSeconds + (plan.HoldSeconds / 2), Now, HoldSeconds(exercise, plan), plan.IsPartial));
        Add(plan.PauseSeconds, curve, 0, 0);
        return this;
    }

    /// <summary>Walks from point to point, turning on the spot in between, and stands still at the last.</summary>
    public MotionScriptBuilder Walk(WalkPlan plan, params ReadOnlySpan<FloorPoint> route)
    {
        Stand();
        var planner = new FootprintPlanner(body, plan, _place);
        foreach (var point in route)
            planner.WalkTo(new Vector3(point.LeftMetres, 0, point.AheadMetres));
        return Step(planner, plan);
    }

    /// <summary>Walks away to a point, by default after the manner of most people, stays there, and comes back to where it was and faced.</summary>
    public MotionScriptBuilder LeaveAndComeBack(FloorPoint away, double secondsAway, WalkPlan? plan = null)
    {
        Stand();
        var home = _place;
        return Walk(plan ?? new WalkPlan(), away)
            .Rest(secondsAway)
            .Walk(plan ?? new WalkPlan(), new FloorPoint(home.AheadMetres, home.LeftMetres))
            .TurnTo(home.FacingDegrees);
    }

    /// <summary>A set of repetitions that takes a course.</summary>
    public MotionScriptBuilder Repeat(ScriptedExercise exercise, Side side, SetPlan plan)
    {
        for (var number = 1; number <= plan.Count; number++)
        {
            Repeat(exercise, side, plan.RepetitionAt(number, exercise, SideOf(exercise, side)));
            if (plan.PauseAfter == number)
                Rest(plan.PauseSeconds);
        }

        return this;
    }

    /// <summary>Turns on the spot, in steps, to face that way.</summary>
    public MotionScriptBuilder TurnTo(float facingDegrees)
    {
        Stand();
        var planner = new FootprintPlanner(body, new WalkPlan(), _place);
        planner.TurnTo(facingDegrees);
        return Step(planner, new WalkPlan());
    }

    public MotionScript Build()
    {
        if (_segments.Count == 0)
            throw new InvalidOperationException("A motion script needs at least one stretch: StandStill, Rest or Repeat.");
        return new MotionScript(body, new Sway(seed, SwayDegrees, TremorDegrees), [.. _segments], _repetitions)
        {
            Seat = _seat,
            Steps = [.. _steps],
        };
    }

    private MotionScriptBuilder Step(FootprintPlanner planner, WalkPlan plan)
    {
        var prints = planner.Finish();
        if (prints.Length == 2)
            return this;
        var walk = new Walk(body, prints, plan.Limp);
        _steps.AddRange(walk.Steps(Now).Select(step => step with { TreadFactor = plan.TreadFactor }));
        _segments.Add(new ScriptSegment(Now, walk.Seconds, walk.At, 0, walk.Seconds));
        _place = planner.Place;
        return this;
    }

    private static double HoldSeconds(ScriptedExercise exercise, RepetitionPlan plan) => exercise == ScriptedExercise.SingleLegStance
        ? plan.HoldSeconds + ((1 - MinimumJerk.TimeOf(OneLeggedCurves.LiftPhase)) * (plan.OutSeconds + plan.BackSeconds))
        : plan.HoldSeconds;

    /// <summary>Marching with both sides is with one after the other, the left first.</summary>
    private Side SideOf(ScriptedExercise exercise, Side side)
    {
        if (exercise != ScriptedExercise.Marching || side != Side.Both)
            return side;
        return _repetitions.Count > 0 && _repetitions[^1] is { Exercise: ScriptedExercise.Marching, Side: Side.Left } ? Side.Right : Side.Left;
    }

    private PostureCurve Curve(ScriptedExercise exercise, Side side, RepetitionPlan plan) => (exercise, side) switch
    {
        (ScriptedExercise.Squat, Side.Both) => PostureCurves.Squat(body, plan),
        (ScriptedExercise.SitToStand, Side.Both) => PostureCurves.SitToStand(body, plan),
        (ScriptedExercise.KneeExtension, Side.Left or Side.Right) => PostureCurves.KneeExtension(body, side, plan),
        (ScriptedExercise.ShoulderAbduction, _) => PostureCurves.ShoulderAbduction(body, side, plan),
        (ScriptedExercise.Marching, Side.Left or Side.Right) => OneLeggedCurves.Marching(body, side, plan),
        (ScriptedExercise.SingleLegStance, Side.Left or Side.Right) => OneLeggedCurves.SingleLegStance(body, side, plan),
        _ => throw new ArgumentException($"{exercise} cannot be done with side {side}.", nameof(side)),
    };

    private void Sit()
    {
        if (!_seated)
            Add(_segments.Count == 0 ? 0 : ChangeSeconds, _rising, 1, 0);
        _seat ??= _place;
        if (_seat != _place)
            throw new InvalidOperationException("There is one stool: sit down where the figure sat before.");
        _seated = true;
    }

    private void Stand()
    {
        if (_seated)
            Add(ChangeSeconds, _rising, 0, 1);
        _seated = false;
    }

    private MotionScriptBuilder Stay(double seconds)
    {
        Add(seconds, _seated ? _rising : _standing, 0, 0);
        return this;
    }

    private void Add(double seconds, PostureCurve curve, float from, float to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        if (seconds > 0)
            _segments.Add(new ScriptSegment(Now, seconds, curve, from, to) { Place = _place });
    }
}
