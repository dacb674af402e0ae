using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Simulation.Wearables.Feet;

/// <summary>An insole in a shoe of the figure: samples by its own clock, packets with its own counter, sent soon after their last sample.</summary>
internal sealed class InsoleSensor
{
    /// <summary>A packet waits for the next connection event; at intervals of 15 ms, half of that on average.</summary>
    private const double ConnectionIntervalSeconds = 0.015;

    private readonly InsoleProfile _profile;
    private readonly InsoleCodec _codec;
    private readonly Side _side;
    private readonly InsoleFaults _faults;
    private readonly GroundReaction _ground;
    private readonly FootMotion _motion;
    private readonly PressureMap _map;
    private readonly IReadOnlyList<InsoleCell> _cells;
    private readonly ScriptTime _time;
    private readonly int _seed;
    private readonly double[] _newtons;

    public InsoleSensor(MotionScript script, WearableOptions options, Side side)
    {
        (_profile, _codec, _side) = (options.Insole, new InsoleCodec(options.Insole), side);
        _faults = side == Side.Left ? options.LeftInsole : options.RightInsole;
        _seed = (options.Seed * 2) + (side == Side.Left ? 0 : 1);
        _ground = new GroundReaction(script, options.MassKilograms);
        _motion = new FootMotion(script, side);
        _cells = options.Insole.Sizes[options.InsoleSize];
        _map = new PressureMap(_cells);
        _newtons = new double[_cells.Count];
        _time = new ScriptTime(script.Duration, options.AtEnd);
    }

    private double SecondsPerSample => 1 / (_profile.RateHz * (1 + (_faults.CrystalPartsPerMillion * 1e-6)));

    /// <summary>What is sent, in order.</summary>
    public IEnumerable<(TimeSpan At, byte[] Value)> Packets()
    {
        var count = _profile.Samples.Count;
        var first = (long)(Hashed.Share(_seed, -1) * ((1L << _profile.Counter.Bits) / count)) * count;
        var sent = TimeSpan.Zero;
        for (var packet = 0L; !_time.IsOver(SampledAt((packet * count) + count - 1)); packet++)
        {
            if (Hashed.Share(_seed, packet, 1) < _faults.LostShare)
                continue;
            var samples = Enumerable.Range(0, count).Select(i => SampleAt((packet * count) + i)).ToArray();
            var waits = TimeSpan.FromSeconds(ConnectionIntervalSeconds * Hashed.Share(_seed, packet, 2));
            var due = SampledAt((packet * count) + count - 1) + waits;
            sent = due > sent ? due : sent;
            yield return (sent, _codec.Encode(new InsolePacket(Counter(first, packet), samples)));
        }
    }

    /// <summary>When a sample is taken, in the time of the world.</summary>
    public TimeSpan SampledAt(long sample) => TimeSpan.FromSeconds(sample * SecondsPerSample);

    private uint Counter(long first, long packet)
    {
        var sample = packet * _profile.Samples.Count;
        var counted = _profile.Counter.Unit switch
        {
            CounterUnit.Packets => (first / _profile.Samples.Count) + packet,
            CounterUnit.Samples => first + sample,
            CounterUnit.Milliseconds => first + (long)(sample * 1e3 / _profile.RateHz),
            _ => first + (long)(sample * 1e6 / _profile.RateHz),
        };
        return (uint)(counted % (1L << _profile.Counter.Bits));
    }

    private InsoleSample SampleAt(long sample)
    {
        var at = _time.Of(SampledAt(sample));
        var pressures = new double[_cells.Count];
        _map.Spread(_ground.At(_side, at), _newtons);
        for (var i = 0; i < pressures.Length; i++)
            pressures[i] = Reading(i, sample);
        if (_profile.Acceleration is null && _profile.AngularRate is null)
            return new InsoleSample { Pressure = pressures };
        var (acceleration, rate) = _motion.At(at);
        return new InsoleSample { Pressure = pressures, Acceleration = acceleration, AngularRate = rate };
    }

    /// <summary>What the cell sends, in the profile's unit.</summary>
    private double Reading(int cell, long sample)
    {
        var area = _cells[cell].AreaSquareCentimetres;
        var noisy = Math.Max(0, (_newtons[cell] / area) + (_faults.NoiseNewtonsPerSquareCentimetre * Hashed.Noise(_seed, sample, cell + 3)));
        return _profile.IsPressureInNewtons ? noisy * area : noisy;
    }
}
