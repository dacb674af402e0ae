using System.Numerics;
using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.FootImu;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Gait.FootImu;

/// <summary>A made-up foot: it stands for two seconds, takes strides along x, and stands again. The toe goes down, up and down again in each.</summary>
internal sealed record WalkingFoot
{
    private const double StandsFor = 2;

    public double RateHz { get; init; } = 100;

    public int Strides { get; init; } = 12;

    public double StrideSeconds { get; init; } = 1.1;

    public double LengthMetres { get; init; } = 1.3;

    /// <summary>Gets how far the foot turns in each swing; 1 is usual, 0.3 a shuffle.</summary>
    public double Pitch { get; init; } = 1;

    /// <summary>Gets how high the sensor is lifted in each swing.</summary>
    public double LiftMetres { get; init; }

    /// <summary>Gets how the sensor sits on the foot.</summary>
    public Quaternion Mounting { get; init; } = Quaternion.Identity;

    public double Seconds => (2 * StandsFor) + (Strides * StrideSeconds);

    public IEnumerable<ImuSample> Samples()
    {
        var toSensor = Quaternion.Conjugate(Mounting);
        for (var tick = 0L; tick < Seconds * RateHz; tick++)
        {
            var (rate, pitch, forward, upward) = At(tick / RateHz);
            var force = Vector3.Transform(new Vector3((float)forward, 0, 9.81f + (float)upward), Quaternion.CreateFromAxisAngle(Vector3.UnitY, (float)pitch));
            yield return new ImuSample(
                tick,
                TimeSpan.FromSeconds(tick / RateHz),
                Vector3.Transform(force, toSensor),
                Vector3.Transform(new Vector3(0, (float)-rate, 0), toSensor));
        }
    }

    public static (List<GaitEvent> Events, List<FootStride> Strides) Walked(IEnumerable<ImuSample> samples, double rateHz)
    {
        var (events, strides) = (new List<GaitEvent>(), new List<FootStride>());
        var gait = new FootGait(Side.Left, rateHz, events.Add, strides.Add);
        foreach (var sample in samples)
            gait.Add(sample);
        return (events, strides);
    }

    /// <summary>The rate of the toe upwards, rad/s; the angle of the toe upwards, rad; the accelerations forwards and upwards, m/s².</summary>
    private (double Rate, double Pitch, double Forward, double Upward) At(double time)
    {
        var phase = (time - StandsFor) / StrideSeconds;
        if (phase < 0 || phase >= Strides)
            return default;
        phase -= Math.Floor(phase);
        var (down, downed) = Lobe(phase, 0.3, 0.5, 1.0);
        var (up, upped) = Lobe(phase, 0.5, 0.85, 1.3);
        var (flat, flattened) = Lobe(phase, 0.85, 0.95, 0.3);
        var swing = Math.Clamp((phase - 0.45) / 0.42, 0, 1);
        var squareSeconds = Math.Pow(0.42 * StrideSeconds, 2);
        var forward = 2 * Math.PI * LengthMetres * Math.Sin(2 * Math.PI * swing) / squareSeconds;
        var upward = swing is > 0 and < 1 ? 2 * Math.PI * Math.PI * LiftMetres * Math.Cos(2 * Math.PI * swing) / squareSeconds : 0;
        return (Pitch * (up - down - flat) / StrideSeconds, Pitch * (upped - downed - flattened), forward, upward);
    }

    /// <summary>A turn by an angle between two phases: its rate per phase and how much of it is done.</summary>
    private static (double Rate, double Angle) Lobe(double phase, double from, double to, double angle)
    {
        var share = Math.Clamp((phase - from) / (to - from), 0, 1);
        return (angle * Math.PI / 2 * Math.Sin(Math.PI * share) / (to - from), angle * (1 - Math.Cos(Math.PI * share)) / 2);
    }
}
