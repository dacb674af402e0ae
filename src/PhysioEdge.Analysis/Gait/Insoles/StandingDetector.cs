namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>Tells standing on both feet: both bear the wearer for longer than the double support of the slowest walk.</summary>
internal sealed class StandingDetector
{
    /// <summary>Both feet together bear the whole weight; in sitting, less than a third of it.</summary>
    private const double BearingShare = 0.6;

    /// <summary>The weight of 20 kg: below it, nobody stands whose feet fill an insole, but legs rest on the floor in sitting.</summary>
    private const double LeastNewtons = 200;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>On the spot of a turn, both feet may be on the floor for 1 s and a little more.</summary>
    private static readonly TimeSpan Stop = TimeSpan.FromSeconds(2);

    private TimeSpan? _since;
    private TimeSpan _last;

    /// <summary>Gets a value indicating whether the patient stands.</summary>
    public bool IsStanding => _since is { } since && _last - since >= Shortest;

    /// <summary>Gets a value indicating whether the patient has stopped walking.</summary>
    public bool HasStopped => _since is { } since && _last - since >= Stop;

    /// <summary>Takes in what both feet bear now.</summary>
    /// <param name="at">The time.</param>
    /// <param name="onBoth">Whether both feet are on the floor.</param>
    /// <param name="newtons">The force on both together, N.</param>
    /// <param name="usual">The usual peak of the foot that bears more, N.</param>
    /// <returns>The standing that is over, when there is one.</returns>
    public StandingPeriod? Add(TimeSpan at, bool onBoth, double newtons, double usual)
    {
        if (!onBoth || newtons < Math.Max(LeastNewtons, BearingShare * usual))
            return Finish();
        _since ??= at;
        _last = at;
        return null;
    }

    /// <summary>Ends the stream, or what is known of one foot.</summary>
    public StandingPeriod? Finish()
    {
        StandingPeriod? period = IsStanding ? new StandingPeriod(_since!.Value, _last) : null;
        _since = null;
        return period;
    }
}
