namespace PhysioEdge.Appliance.Sessions.Live;

/// <summary>The last twenty seconds of what is measured, for a screen that joins. Written by one thread, read by any.</summary>
internal sealed class AngleTrace
{
    public const double Seconds = 20;

    private const int MostPoints = 512;

    private readonly Lock _gate = new();
    private readonly TracePoint[] _points = new TracePoint[MostPoints];
    private long _count;

    public void Add(TracePoint point)
    {
        lock (_gate)
            _points[_count++ % MostPoints] = point;
    }

    public void Clear()
    {
        lock (_gate)
            _count = 0;
    }

    /// <summary>The points of the last seconds, oldest first.</summary>
    public IReadOnlyList<TracePoint> Read()
    {
        lock (_gate)
        {
            if (_count == 0)
                return [];
            var oldest = _points[(_count - 1) % MostPoints].AtSeconds - Seconds;
            var points = new List<TracePoint>();
            for (var i = Math.Max(0, _count - MostPoints); i < _count; i++)
            {
                if (_points[i % MostPoints] is var point && point.AtSeconds >= oldest)
                    points.Add(point);
            }

            return points;
        }
    }
}

/// <summary>One point of the trace.</summary>
/// <param name="AtSeconds">When, on the time line of the camera, s.</param>
/// <param name="Value">The measured value, in the unit of the target; NaN while it is not known.</param>
internal readonly record struct TracePoint(double AtSeconds, double Value)
{
    /// <summary>Gets what the value may well be off by, degrees; null when nothing says so.</summary>
    public double? UncertaintyDegrees { get; init; }
}
