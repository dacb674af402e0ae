using PhysioEdge.Wearables.Codecs;

namespace PhysioEdge.Simulation.Wearables.Heart;

/// <summary>A heart rate sensor: once a second the rate and the intervals of the beats since.</summary>
internal sealed class HeartSensor(HeartCourse course, HeartOptions options, ScriptTime time, int seed)
{
    private const double UnitsPerSecond = 1024;
    private const double BreathsPerSecond = 0.25;

    /// <summary>The rate that is sent is the mean of so many beats.</summary>
    private const int AveragedBeats = 5;

    /// <summary>By how much an early beat is early; the pause after it makes up for that.</summary>
    private const double Early = 0.35;

    private readonly Queue<ushort> _averaged = new();
    private readonly List<ushort> _due = [];

    private long _beats;
    private double _beatAt;
    private bool _wasEarly;

    /// <summary>What is sent, in order.</summary>
    public IEnumerable<(TimeSpan At, byte[] Value)> Measurements()
    {
        for (var second = 1; !time.IsOver(TimeSpan.FromSeconds(second)); second++)
        {
            BeatUntil(second);
            yield return (TimeSpan.FromSeconds(second), Measurement().Encode());
            _due.Clear();
        }
    }

    private void BeatUntil(double seconds)
    {
        for (var interval = Interval(); _beatAt + (interval / UnitsPerSecond) <= seconds; interval = Interval())
        {
            _wasEarly = IsEarly();
            _beats++;
            _beatAt += interval / UnitsPerSecond;
            _due.Add(interval);
            _averaged.Enqueue(interval);
            if (_averaged.Count > AveragedBeats)
                _averaged.Dequeue();
        }
    }

    /// <summary>Breathing plays on the interval the less, the faster the heart is.</summary>
    private ushort Interval()
    {
        var rate = course.BeatsPerMinuteAt(TimeSpan.FromSeconds(_beatAt));
        var play = options.BreathingMilliseconds / 1000 * (options.RestingBeatsPerMinute / rate);
        var seconds = (60 / rate) + (play * Math.Sin(Math.Tau * BreathsPerSecond * _beatAt)) + (play / 3 * Hashed.Noise(seed, _beats));
        return (ushort)Math.Round(UnitsPerSecond * seconds * (IsEarly() ? 1 - Early : _wasEarly ? 1 + Early : 1));
    }

    private bool IsEarly() => !_wasEarly && Hashed.Share(seed, _beats, 1) < options.PrematureShare;

    private HeartRateMeasurement Measurement() => new()
    {
        BeatsPerMinute = (ushort)(_averaged.Count == 0 ? 0 : Math.Round(60 * UnitsPerSecond / _averaged.Average(i => i))),
        ContactDetected = options.Contact,
        RrIntervals = _due.ToArray(),
    };
}
