using System.Numerics;
using PhysioEdge.Analysis.Signals;

namespace PhysioEdge.Analysis.Activity;

/// <summary>
/// How active the wearer of a watch is, five seconds at a time: the mean of the length of the acceleration beyond gravity, negative values
/// taken as 0 (ENMO), and its level. The length is the same however the watch is mounted. (Source: van Hees et al., "Separating movement and
/// gravity components in an acceleration signal", PLoS ONE 2013; levels: <see cref="MotionIntensity.LevelOfWrist"/>.)
/// </summary>
/// <remarks>
/// Sensors err by some hundredths of g, as much as sitting and strolling differ by. So gravity is what this sensor says of it at rest: the median
/// length in the latest epochs whose standard deviation is below 13 mg on every axis. (Source: van Hees et al., "Autocalibration of accelerometer
/// data for free-living physical activity assessment", J Appl Physiol 2014. It deviates in that one factor is followed along the stream,
/// where there three gains and offsets are fitted to days.) Until there was rest, gravity is 1 g.
/// Epochs in which nothing came are not told. Nothing is allocated per sample.
/// </remarks>
public sealed class ActivityMonitor
{
    /// <summary>The length of an epoch, s.</summary>
    public const double EpochSeconds = 5;

    /// <summary>The lowest rate at which the swing of an arm is seen, Hz.</summary>
    public const double LowestRateHz = 10;

    private const double LeastCoverage = 0.5;
    private const double RestDeviationG = 0.013;
    private const double LargestErrorG = 0.1;
    private const int RestEpochs = 60;

    private readonly double _fewestSamples;
    private readonly RollingDistribution _atRest = new(RestEpochs);
    private readonly long[] _epochs = new long[Enum.GetValues<ActivityLevel>().Length];
    private MotionStatistics _motion;
    private StillRun _still;
    private long _epoch;
    private double _gravity = 1;
    private double _sum;

    /// <param name="samplingRateHz">The samples per second, <see cref="LowestRateHz"/> or more; how many may be missing goes by it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is too low.</exception>
    public ActivityMonitor(double samplingRateHz)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samplingRateHz, LowestRateHz);
        _fewestSamples = LeastCoverage * EpochSeconds * samplingRateHz;
    }

    /// <summary>Gets for how many minutes nobody wore the watch, those before that was known too.</summary>
    public double NotWornMinutes { get; private set; }

    /// <summary>Gets the mean intensity of all epochs in which the watch was worn, as far as that was known at the time, mg; null when there is none.</summary>
    public double? MeanMilliG => _epochs.Sum() is var count and > 0 ? _sum / count : null;

    private static double EpochMinutes => EpochSeconds / 60;

    /// <summary>The minutes of a level so far.</summary>
    public double MinutesOf(ActivityLevel level) => _epochs[(int)level] * EpochMinutes;

    /// <summary>Takes in a sample.</summary>
    /// <param name="at">When it was taken, not before the one before it.</param>
    /// <param name="accelerationG">The acceleration, g, gravity included: about 1 long at rest. One that is not finite is passed over.</param>
    /// <returns>The epoch that is over with it; else null.</returns>
    public ActivityEpoch? Add(TimeSpan at, Vector3 accelerationG)
    {
        if (!float.IsFinite(accelerationG.LengthSquared()))
            return null;
        var epoch = (long)Math.Floor(at.TotalSeconds / EpochSeconds);
        var told = epoch == _epoch ? null : Finish();
        _epoch = epoch;
        _motion.Add(accelerationG, _gravity);
        return told;
    }

    /// <summary>Ends the epoch that has begun, as no more samples come.</summary>
    /// <returns>The epoch; null when there is no sample in it.</returns>
    public ActivityEpoch? Finish()
    {
        if (_motion.Count == 0)
            return null;
        var told = _motion.Count < _fewestSamples ? new ActivityEpoch(StartsAt, double.NaN, null, IsWorn: true) : Measure();
        _motion = default;
        return told;
    }

    private TimeSpan StartsAt => TimeSpan.FromSeconds(_epoch * EpochSeconds);

    private ActivityEpoch Measure()
    {
        var milliG = 1000 * _motion.MeanBeyond;
        var before = _still.Epochs;
        _still.Add(_motion.Least, _motion.Most);
        LearnGravity();
        if (_still.Epochs >= StillRun.EpochsOfNobody)
        {
            CountNobody(before);
            return new ActivityEpoch(StartsAt, milliG, null, IsWorn: false);
        }

        var level = MotionIntensity.LevelOfWrist(milliG);
        _epochs[(int)level]++;
        _sum += milliG;
        return new ActivityEpoch(StartsAt, milliG, level, IsWorn: true);
    }

    /// <summary>The epochs that led to it were told as sedentary.</summary>
    private void CountNobody(int before)
    {
        NotWornMinutes += EpochMinutes;
        if (before >= StillRun.EpochsOfNobody)
            return;
        var taken = Math.Min(before, _epochs[(int)ActivityLevel.Sedentary]);
        _epochs[(int)ActivityLevel.Sedentary] -= taken;
        NotWornMinutes += taken * EpochMinutes;
    }

    private void LearnGravity()
    {
        if (_motion.LargestDeviation >= RestDeviationG || Math.Abs(_motion.MeanLength - 1) > LargestErrorG)
            return;
        _atRest.Add(_motion.MeanLength);
        _gravity = _atRest.Median;
    }
}
