namespace PhysioEdge.Vision.Lifting;

/// <summary>What the lifter was told of the pictures of the last seconds, read at any moment between them.</summary>
internal sealed class PictureHistory
{
    /// <summary>More than the lifter looks at, at 120 pictures a second.</summary>
    private const int Capacity = 320;

    private readonly double[] _seconds = new double[Capacity];
    private readonly float[] _features = new float[Capacity * LiftFeatures.Count];
    private long _count;

    /// <summary>Gets the time of the newest picture, seconds; NaN when there is none.</summary>
    public double NewestSeconds => _count > 0 ? _seconds[Slot(_count - 1)] : double.NaN;

    public void Clear() => _count = 0;

    /// <summary>The place of the next picture's features; times increase.</summary>
    public Span<float> Add(double seconds)
    {
        var slot = Slot(_count++);
        _seconds[slot] = seconds;
        return Features(slot);
    }

    /// <summary>Whether there is a picture at that moment, or some before and after it.</summary>
    public bool Spans(double seconds) => _count > 0 && seconds <= NewestSeconds && seconds >= _seconds[Slot(Math.Max(0, _count - Capacity))];

    /// <summary>Reads the features at a moment: before the oldest picture and after the newest one they are those of it.</summary>
    /// <param name="seconds">The moment.</param>
    /// <param name="to">Where the first goes.</param>
    /// <param name="stride">How far apart the others go.</param>
    public void Read(double seconds, Span<float> to, int stride)
    {
        var newer = _count - 1;
        var oldest = Math.Max(0, _count - Capacity);
        while (newer > oldest && _seconds[Slot(newer - 1)] >= seconds)
            newer--;
        var (after, before) = (Slot(newer), Slot(Math.Max(newer - 1, oldest)));
        var span = _seconds[after] - _seconds[before];
        var part = span > 0 ? (float)Math.Clamp((seconds - _seconds[before]) / span, 0, 1) : 1;
        var a = Features(before);
        var b = Features(after);
        for (var i = 0; i < LiftFeatures.Count; i++)
            to[i * stride] = a[i] + (part * (b[i] - a[i]));
    }

    private static int Slot(long index) => (int)(index % Capacity);

    private Span<float> Features(int slot) => _features.AsSpan(slot * LiftFeatures.Count, LiftFeatures.Count);
}
