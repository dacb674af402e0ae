using System.Numerics;

namespace PhysioEdge.Analysis.Gait.FootImu;

/// <summary>
/// The moment at which a foot turns least: mid-stance, where it lies flat and does not move.
/// (Source: Rampp et al., "Inertial sensor-based stride parameter calculation from gait sequences in geriatric patients",
/// IEEE Trans Biomed Eng 2015: the window of 100 ms with the least energy of the gyroscope.)
/// </summary>
/// <param name="Place">The middle of that window.</param>
/// <param name="RateSquare">The mean square of the angular velocity in it, rad²/s².</param>
/// <param name="Rate">The mean angular velocity in it, rad/s, in the sensor's frame.</param>
internal readonly record struct StillMoment(long Place, float RateSquare, Vector3 Rate)
{
    private const double WindowSeconds = 0.1;

    /// <summary>Looks for it.</summary>
    /// <param name="motion">The motion.</param>
    /// <param name="from">The first place to look at.</param>
    /// <param name="to">The place behind the last to look at.</param>
    /// <returns>Null when the stretch is shorter than the window.</returns>
    public static StillMoment? Find(MotionBuffer motion, long from, long to)
    {
        var window = motion.Samples(WindowSeconds);
        from = Math.Max(from, motion.Begin);
        to = Math.Min(to, motion.End);
        if (to - from < window)
            return null;
        var sum = 0f;
        for (var i = from; i < from + window; i++)
            sum += motion.AngularVelocity(i).LengthSquared();
        var (least, place) = (sum, from);
        for (var i = from + window; i < to; i++)
        {
            sum += motion.AngularVelocity(i).LengthSquared() - motion.AngularVelocity(i - window).LengthSquared();
            if (sum < least)
                (least, place) = (sum, i - window + 1);
        }

        var rate = Vector3.Zero;
        for (var i = place; i < place + window; i++)
            rate += motion.AngularVelocity(i) / window;
        return new StillMoment(place + (window / 2), Math.Max(least, 0) / window, rate);
    }
}
