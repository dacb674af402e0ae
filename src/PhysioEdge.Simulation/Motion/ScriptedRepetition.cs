using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Simulation.Motion;

/// <summary>One repetition of a script, as it truly is.</summary>
public sealed record ScriptedRepetition
{
    public required ScriptedExercise Exercise { get; init; }

    public required Side Side { get; init; }

    /// <summary>Gets when the body leaves its rest posture.</summary>
    public required TimeSpan Start { get; init; }

    /// <summary>Gets the middle of the time at the far point.</summary>
    public required TimeSpan Peak { get; init; }

    /// <summary>Gets when the body is back at rest.</summary>
    public required TimeSpan End { get; init; }

    /// <summary>
    /// Gets how long it is held. Single-leg stance: from when the foot leaves the floor to when it is down again; else the time at the
    /// far point.
    /// </summary>
    public required TimeSpan Hold { get; init; }

    /// <summary>Gets a value indicating whether it is meant as one not gone through with, which nobody would count as whole.</summary>
    public required bool IsPartial { get; init; }

    public required TrueAngles AnglesAtStart { get; init; }

    public required TrueAngles AnglesAtPeak { get; init; }

    /// <summary>Gets the 3-point angle of the exercise's joint at the far point; the mean of both sides if both move, the lifted knee of a single-leg stance.</summary>
    public float PeakDegrees => JointAngle(AnglesAtPeak);

    /// <summary>Gets how far the exercise's joint moved.</summary>
    public float RangeDegrees => MathF.Abs(PeakDegrees - JointAngle(AnglesAtStart));

    /// <summary>Gets the forward lean of the trunk at the far point, degrees from vertical; negative = backward.</summary>
    public float TrunkForwardDegrees => AnglesAtPeak.TrunkForward;

    /// <summary>Gets the sideways lean of the trunk at the far point, degrees from vertical; positive to the patient's left.</summary>
    public float TrunkSideDegrees => AnglesAtPeak.TrunkSide;

    private float JointAngle(in TrueAngles angles)
    {
        var (left, right) = Exercise switch
        {
            ScriptedExercise.ShoulderAbduction => (angles.ShoulderLeft, angles.ShoulderRight),
            ScriptedExercise.Marching => (angles.HipLeft, angles.HipRight),
            ScriptedExercise.SingleLegStance => (angles.KneeRight, angles.KneeLeft),
            _ => (angles.KneeLeft, angles.KneeRight),
        };
        return Side switch { Side.Left => left, Side.Right => right, _ => (left + right) / 2 };
    }
}
