namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>What an insole reads while its foot is in the air: the least of the last 5–10 s, as every stride has a swing.</summary>
internal sealed class UnloadedForce
{
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(5);

    private double _before = double.PositiveInfinity;
    private double _now = double.PositiveInfinity;
    private TimeSpan _since;

    /// <summary>Gets the least force, N; 0 before the first sample.</summary>
    public double Newtons => double.IsFinite(Math.Min(_before, _now)) ? Math.Max(0, Math.Min(_before, _now)) : 0;

    public void Add(TimeSpan at, double force)
    {
        if (at - _since >= Span)
            (_before, _now, _since) = (_now, double.PositiveInfinity, at);
        _now = Math.Min(_now, force);
    }
}
