namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>The last samples of one foot, by their number in the stream: 10 s at 200 Hz.</summary>
internal sealed class LoadHistory
{
    private const int Capacity = 2048;

    private readonly TimeSpan[] _times = new TimeSpan[Capacity];
    private readonly FootLoad[] _loads = new FootLoad[Capacity];

    /// <summary>Gets the number of the newest sample; −1 when there is none.</summary>
    public long Newest { get; private set; } = -1;

    public long Oldest => Math.Max(0, Newest - Capacity + 1);

    public void Add(TimeSpan at, in FootLoad load)
    {
        Newest++;
        (_times[Newest % Capacity], _loads[Newest % Capacity]) = (at, load);
    }

    public TimeSpan TimeOf(long sample) => _times[sample % Capacity];

    public ref readonly FootLoad LoadOf(long sample) => ref _loads[sample % Capacity];

    public double ForceOf(long sample) => _loads[sample % Capacity].ForceNewtons;

    /// <summary>The force smoothed over three samples (¼, ½, ¼).</summary>
    public double SmoothedForceOf(long sample)
        => (ForceOf(Math.Max(Oldest, sample - 1)) + (2 * ForceOf(sample)) + ForceOf(Math.Min(Newest, sample + 1))) / 4;

    public double SecondsBetween(long first, long last) => (TimeOf(last) - TimeOf(first)).TotalSeconds;

    /// <summary>When the force passed a level between that sample and the next.</summary>
    public TimeSpan TimeOfCrossing(long sample, double level)
    {
        var (from, to) = (ForceOf(sample), ForceOf(sample + 1));
        var share = from == to ? 0 : Math.Clamp((level - from) / (to - from), 0, 1);
        return TimeOf(sample) + (share * (TimeOf(sample + 1) - TimeOf(sample)));
    }
}
