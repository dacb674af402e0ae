using System.Numerics;

namespace PhysioEdge.Analysis.Gait.FootImu;

/// <summary>
/// Strapdown integration from a moment at which the foot stood still: gravity gives the tilt there, the angular velocity carries the
/// orientation on, and what is left of the acceleration without gravity is summed up to velocity and way.
/// (Source: Titterton and Weston, Strapdown Inertial Navigation Technology, 2nd ed., 2004, ch. 11.)
/// </summary>
/// <remarks>The frame is the foot's own at that moment, turned so that z is up; where x points is arbitrary.</remarks>
internal struct Strapdown
{
    private const double StillSeconds = 0.1;

    private readonly MotionBuffer _motion;
    private readonly float _gravity;
    private Vector3 _lastForce;

    public Strapdown(MotionBuffer motion, long from, float gravity)
    {
        _motion = motion;
        _gravity = gravity;
        Start = RotationBetween(Vector3.Normalize(MeanForce(motion, from)), Vector3.UnitZ);
        Orientation = Start;
        Place = from;
        _lastForce = Vector3.Transform(motion.Acceleration(from), Orientation);
    }

    /// <summary>Gets the place up to which is integrated.</summary>
    public long Place { get; private set; }

    /// <summary>Gets the orientation at the start, from the sensor's frame to the one with z up.</summary>
    public Quaternion Start { get; }

    public Quaternion Orientation { get; private set; }

    /// <summary>Gets the velocity, m/s.</summary>
    public Vector3 Velocity { get; private set; }

    /// <summary>Gets the way since the start, m.</summary>
    public Vector3 Way { get; private set; }

    public readonly float HorizontalSpeed => MathF.Sqrt((Velocity.X * Velocity.X) + (Velocity.Y * Velocity.Y));

    /// <summary>Goes on by one sample.</summary>
    public void Advance()
    {
        var rate = (_motion.AngularVelocity(Place) + _motion.AngularVelocity(Place + 1)) / 2;
        Orientation = Quaternion.Normalize(Orientation * Turn(rate * _motion.Step));
        Place++;
        var force = Vector3.Transform(_motion.Acceleration(Place), Orientation);
        var before = Velocity;
        Velocity += (((_lastForce + force) / 2) - new Vector3(0, 0, _gravity)) * _motion.Step;
        Way += (before + Velocity) / 2 * _motion.Step;
        _lastForce = force;
    }

    /// <summary>The mean specific force about a place at which the foot stands still: gravity alone.</summary>
    public static Vector3 MeanForce(MotionBuffer motion, long place)
    {
        var half = motion.Samples(StillSeconds / 2);
        var (from, to) = (Math.Max(place - half, motion.Begin), Math.Min(place + half, motion.End - 1));
        var sum = Vector3.Zero;
        for (var i = from; i <= to; i++)
            sum += motion.Acceleration(i);
        return sum / (to - from + 1);
    }

    /// <summary>The smallest rotation that takes one unit vector to another.</summary>
    public static Quaternion RotationBetween(Vector3 from, Vector3 to)
    {
        var cosine = Vector3.Dot(from, to);
        if (cosine < -0.9999f)
            return Quaternion.CreateFromAxisAngle(Perpendicular(from), MathF.PI);
        return Quaternion.Normalize(new Quaternion(Vector3.Cross(from, to), 1 + cosine));
    }

    private static Vector3 Perpendicular(Vector3 to)
        => Vector3.Normalize(Vector3.Cross(to, Math.Abs(to.X) < 0.7f ? Vector3.UnitX : Vector3.UnitY));

    private static Quaternion Turn(Vector3 angle)
    {
        var size = angle.Length();
        return size < 1e-9f ? Quaternion.Identity : Quaternion.CreateFromAxisAngle(angle / size, size);
    }
}
