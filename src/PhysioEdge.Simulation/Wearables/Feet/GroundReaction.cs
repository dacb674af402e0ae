using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Simulation.Wearables.Feet;

/// <summary>
/// What the feet of a script's figure bear at any time: weight and vertical acceleration of the body (Newton's second law), less what a
/// stool takes, shared between the feet on the floor by where the centre of mass is between them.
/// </summary>
public sealed class GroundReaction
{
    private const double Gravity = 9.80665;

    /// <summary>Between those the centre of mass is taken for its acceleration: shorter than any effort, longer than rounding.</summary>
    private const double SpanSeconds = 0.04;

    /// <summary>Less than that nobody puts on a foot that is on the floor.</summary>
    private const float LeastShare = 0.1f;

    /// <summary>In everyday movement the force stays about between half and one and a half times the weight, however hurried its curves are drawn.</summary>
    private const double MostAcceleration = 0.5 * Gravity;

    private readonly MotionScript _script;
    private readonly double _massKilograms;
    private readonly FloorContacts _contacts;
    private readonly WalkingBounce _bounce;
    private readonly Seating _seating;
    private readonly Skeleton _skeleton = new();

    public GroundReaction(MotionScript script, double massKilograms)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(massKilograms);
        (_script, _massKilograms) = (script, massKilograms);
        (_contacts, _bounce, _seating) = (new FloorContacts(script), new WalkingBounce(script), new Seating(script));
    }

    /// <summary>When that foot is on the floor: from landing to leaving, in order; the first begins and the last ends at infinity.</summary>
    public IEnumerable<(double FromSeconds, double ToSeconds)> ContactsOf(Side side) => _contacts.Of(side).Select(s => (s.From, s.To));

    /// <summary>What a foot bears; not for two threads at once.</summary>
    /// <param name="side">Left or right.</param>
    /// <param name="time">A time of the script.</param>
    public FootForce At(Side side, TimeSpan time)
    {
        var seconds = time.TotalSeconds;
        if (_contacts.At(side, seconds) is not { } stance)
            return default;
        var acceleration = Acceleration(seconds, out var bounce);
        var centre = Pose(seconds);
        var share = Share(side, seconds, stance, centre, bounce.Weight);
        var onFeet = _seating.OnFeet(_skeleton, centre);
        var (x, y) = PressureCentre.Of(_script.Body, _skeleton, side, stance, centre, seconds);

        // What somebody does on a stool, the stool feels and not the feet.
        return new FootForce(share * onFeet * _massKilograms * Math.Max(0, Gravity + (onFeet * acceleration)), x, y);
    }

    /// <summary>The centre of mass at a time, metres in the figure's frame.</summary>
    internal Vector3 Pose(double seconds)
    {
        Kinematics.Pose(_script.Body, _script.PostureAt(TimeSpan.FromSeconds(seconds)), _skeleton);
        return CentreOfMass.Of(_skeleton);
    }

    private double Acceleration(double seconds, out (double Acceleration, double Weight) bounce)
    {
        bounce = _bounce.At(seconds);
        if (bounce.Weight == 1)
            return bounce.Acceleration;
        var (before, now, after) = (Pose(seconds - SpanSeconds).Y, Pose(seconds).Y, Pose(seconds + SpanSeconds).Y);
        var drawn = (before - (2 * now) + after) / (SpanSeconds * SpanSeconds);
        return (1 - bounce.Weight) * MostAcceleration * Math.Tanh(drawn / MostAcceleration);
    }

    /// <summary>In walking each foot bears what it can; standing, what the centre of mass gives it.</summary>
    private float Share(Side side, double seconds, in Stance stance, Vector3 centre, double walking)
    {
        var other = _contacts.At(side == Side.Left ? Side.Right : Side.Left, seconds)?.BearingAt(seconds) ?? 0;
        var own = stance.BearingAt(seconds);
        var between = BetweenTheFeet(side, centre);
        between += (float)walking * (0.5f - between);
        var sum = (between * own) + ((1 - between) * other);
        return sum > 0 ? between * own / sum : 0;
    }

    private float BetweenTheFeet(Side side, Vector3 centre)
    {
        var (own, other) = side == Side.Left
            ? (_skeleton[BodyLandmark.LeftAnkle], _skeleton[BodyLandmark.RightAnkle])
            : (_skeleton[BodyLandmark.RightAnkle], _skeleton[BodyLandmark.LeftAnkle]);
        var way = (own - other) with { Y = 0 };
        return Math.Clamp(Vector3.Dot(centre - other, way) / way.LengthSquared(), LeastShare, 1 - LeastShare);
    }
}
