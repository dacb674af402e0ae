using System.Numerics;

namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>How far a foot turned from one mid-stance to the next.</summary>
/// <param name="From">The first mid-stance.</param>
/// <param name="To">The second.</param>
/// <param name="Degrees">The turn about the vertical, degrees, −180 to 180, positive to the left.</param>
internal readonly record struct HeadingChange(TimeSpan From, TimeSpan To, double Degrees)
{
    public double DegreesPerSecond => Degrees / (To - From).TotalSeconds;
}

/// <summary>Follows the orientation of one foot and tells how far it turned about the vertical in each stride, however its sensor is mounted.</summary>
/// <remarks>
/// The angular velocity is integrated; the direction of gravity is that of the acceleration in the 100 ms of the stance in which the foot turns least
/// (Rampp et al., "Inertial sensor-based stride parameter calculation from gait sequences in geriatric patients", IEEE Trans Biomed Eng 2015).
/// What turned between two such moments is the part of the rotation about it (swing-twist decomposition). Since the foot is flat at both,
/// gravity has to come out where it was: where it is off by more than <see cref="MostTiltDegrees"/>, samples were lost or the axes are mirrored, and nothing
/// is told. A gyroscope's offset of 1 °/s makes an error of about 1° in a stride.
/// </remarks>
internal sealed class FootHeading
{
    private const int Capacity = 2048;
    private const double StillSeconds = 0.1;
    private const double MostTiltDegrees = 15;

    private static readonly TimeSpan LongestGap = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestStride = TimeSpan.FromSeconds(2.5);

    /// <summary>Before the first step from standing, the foot was still within so long.</summary>
    private static readonly TimeSpan LongestSwing = TimeSpan.FromSeconds(1.5);

    private readonly (TimeSpan At, Vector3 Force, float RateSquare, Quaternion Orientation)[] _samples = new (TimeSpan, Vector3, float, Quaternion)[Capacity];
    private long _end;
    private long _stretch;
    private Vector3 _lastRate;
    private Quaternion _orientation = Quaternion.Identity;
    private Still? _last;

    /// <summary>Takes in the next sample.</summary>
    public void Add(TimeSpan at, in FootMotion motion)
    {
        if (_end > 0 && at - Sample(_end - 1).At is var gap && gap <= LongestGap)
            _orientation = Quaternion.Normalize(_orientation * Rotation((_lastRate + motion.AngularVelocity) / 2 * (float)gap.TotalSeconds));
        else
            (_stretch, _last) = (_end, null);
        Sample(_end) = (at, motion.Acceleration, motion.AngularVelocity.LengthSquared(), _orientation);
        _lastRate = motion.AngularVelocity;
        _end++;
    }

    /// <summary>Measures the stride that ends in a stance.</summary>
    /// <param name="stance">The stance, which is over.</param>
    /// <returns>How far the foot turned since the mid-stance before; null when it was not followed.</returns>
    public HeadingChange? Of(in FootContact stance)
    {
        if (FindStill(stance.InitialContact, stance.ToeOff) is not { } here)
            return null;
        var before = _last is { } last && here.At - last.At <= LongestStride ? last : FindStill(stance.InitialContact - LongestSwing, stance.InitialContact);
        _last = here;
        return before is { } from && from.At < here.At ? Between(from, here) : null;
    }

    private static HeadingChange? Between(in Still from, in Still to)
    {
        var turned = Quaternion.Conjugate(from.Orientation) * to.Orientation;
        var tilt = Math.Acos(Math.Clamp(Vector3.Dot(Vector3.Transform(to.Up, turned), from.Up), -1, 1));
        if (double.RadiansToDegrees(tilt) > MostTiltDegrees)
            return null;
        var twist = 2 * Math.Atan2(Vector3.Dot(new Vector3(turned.X, turned.Y, turned.Z), from.Up), turned.W);
        return new HeadingChange(from.At, to.At, double.RadiansToDegrees(Math.IEEERemainder(twist, 2 * Math.PI)));
    }

    private ref (TimeSpan At, Vector3 Force, float RateSquare, Quaternion Orientation) Sample(long number) => ref _samples[number % Capacity];

    private Still? FindStill(TimeSpan from, TimeSpan to)
    {
        var oldest = Math.Max(_stretch, _end - Capacity);
        var last = _end - 1;
        while (last > oldest && Sample(last).At > to)
            last--;
        var (first, end, sum) = (last, last, 0.0);
        var (least, place, width) = (double.PositiveInfinity, 0L, 0L);
        for (; first >= oldest && Sample(first).At >= from; first--)
        {
            sum += Sample(first).RateSquare;
            for (; (Sample(end).At - Sample(first).At).TotalSeconds > StillSeconds + 1e-6; end--)
                sum -= Sample(end).RateSquare;
            if ((Sample(end).At - Sample(first).At).TotalSeconds >= StillSeconds / 2 && sum / (end - first + 1) < least)
                (least, place, width) = (sum / (end - first + 1), first, end - first + 1);
        }

        return width > 0 ? StillAt(place, width) : null;
    }

    private Still? StillAt(long first, long width)
    {
        var force = Vector3.Zero;
        for (var i = first; i < first + width; i++)
            force += Sample(i).Force;
        ref var middle = ref Sample(first + (width / 2));
        return force.Length() > 0 ? new Still(middle.At, middle.Orientation, Vector3.Normalize(force)) : null;
    }

    private static Quaternion Rotation(Vector3 angle)
    {
        var size = angle.Length();
        return size < 1e-9f ? Quaternion.Identity : Quaternion.CreateFromAxisAngle(angle / size, size);
    }

    private readonly record struct Still(TimeSpan At, Quaternion Orientation, Vector3 Up);
}
