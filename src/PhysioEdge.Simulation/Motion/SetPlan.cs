using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Simulation.Motion;

/// <summary>
/// A set of repetitions and the course it takes. Numbers of repetitions count from 1; shares are of what
/// <see cref="Repetition"/> says.
/// </summary>
public sealed record SetPlan
{
    public int Count { get; init; } = 10;

    /// <summary>Gets how a repetition is done by a fresh, even patient.</summary>
    public RepetitionPlan Repetition { get; init; } = new();

    /// <summary>Gets the number of the last repetition before fatigue sets in; from there its effects grow evenly to the last one.</summary>
    public int FreshUntil { get; init; } = 1;

    /// <summary>Gets the share of the range that the last repetition reaches.</summary>
    public float LastRangeShare { get; init; } = 1;

    /// <summary>Gets by how much longer the last repetition takes, as a factor on its times.</summary>
    public double LastDurationFactor { get; init; } = 1;

    /// <summary>Gets the forward lean of the trunk in the last repetition, degrees; null = as in the first.</summary>
    public float? LastTrunkLeanDegrees { get; init; }

    /// <summary>Gets the sideways lean of the trunk in the last repetition, degrees; null = as in the first.</summary>
    public float? LastTrunkSideLeanDegrees { get; init; }

    /// <summary>Gets the side that goes less far; null = both go alike.</summary>
    public Side? WeakerSide { get; init; }

    /// <summary>Gets the share of the range that the weaker side reaches.</summary>
    public float WeakerShare { get; init; } = 0.8f;

    /// <summary>Gets the numbers of the repetitions that are not gone through with.</summary>
    public IReadOnlyList<int> Partial { get; init; } = [];

    /// <summary>Gets the share of the movement that those reach.</summary>
    public float PartialShare { get; init; } = 0.35f;

    /// <summary>Gets the numbers of the repetitions that are done too fast.</summary>
    public IReadOnlyList<int> Fast { get; init; } = [];

    /// <summary>Gets the factor on the times of those.</summary>
    public double FastFactor { get; init; } = 0.45;

    /// <summary>Gets the number of the repetition after which the patient has a break; null = none.</summary>
    public int? PauseAfter { get; init; }

    public double PauseSeconds { get; init; } = 6;

    /// <summary>The repetition with that number, done with that side.</summary>
    internal RepetitionPlan RepetitionAt(int number, ScriptedExercise exercise, Side side)
    {
        var fatigue = Math.Clamp((number - FreshUntil) / Math.Max(1f, Count - FreshUntil), 0, 1);
        var pace = (1 + (fatigue * (LastDurationFactor - 1))) * (Fast.Contains(number) ? FastFactor : 1);
        var share = 1 + (fatigue * (LastRangeShare - 1));
        return Sided(Repetition with
        {
            RangeDegrees = RestDegrees(exercise) + (Share(number, share) * (Repetition.RangeDegrees - RestDegrees(exercise))),
            TrunkLeanDegrees = LastTrunkLeanDegrees is { } lean ? Grown(Repetition.TrunkLeanDegrees ?? 0, lean, fatigue) : Repetition.TrunkLeanDegrees,
            TrunkSideLeanDegrees = Grown(Repetition.TrunkSideLeanDegrees, LastTrunkSideLeanDegrees ?? Repetition.TrunkSideLeanDegrees, fatigue),
            OutSeconds = pace * Repetition.OutSeconds,
            BackSeconds = pace * Repetition.BackSeconds,
            IsPartial = Repetition.IsPartial || Partial.Contains(number),
        }, side);
    }

    private RepetitionPlan Sided(RepetitionPlan plan, Side side) => WeakerSide switch
    {
        null => plan,
        { } weaker when side == weaker => plan with { RangeDegrees = WeakerShare * plan.RangeDegrees },
        { } weaker when side == Side.Both => plan with
        {
            RangeDegrees = (1 + WeakerShare) / 2 * plan.RangeDegrees,
            SideDifferenceDegrees = (weaker == Side.Left ? -1 : 1) * (1 - WeakerShare) * plan.RangeDegrees,
        },
        _ => plan,
    };

    private float Share(int number, float share) => Partial.Contains(number) ? PartialShare * share : share;

    /// <summary>The joint's angle from which a planned range counts, rounded: arms and thighs do not hang in line with the trunk's sides.</summary>
    private static float RestDegrees(ScriptedExercise exercise) => exercise switch
    {
        ScriptedExercise.Squat or ScriptedExercise.SingleLegStance => PostureCurves.StandingKneeDegrees,
        ScriptedExercise.ShoulderAbduction => 8,
        ScriptedExercise.Marching => 13,
        _ => 0,
    };

    private static float Grown(float from, float to, float part) => from + (part * (to - from));
}
