namespace PhysioEdge.Vision.Capture;

/// <summary>
/// A picture buffer that its owner fills again and again: 8-bit RGB, rows without padding.
/// It lives in memory only; nothing in the house writes one to a disk or a socket.
/// </summary>
public sealed class VideoFrame
{
    private byte[] _rgb = [];

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>Gets or sets the width of the picture as recorded (upright), before a large one was scaled down for the pipeline.</summary>
    public int SourceWidth { get; set; }

    /// <summary>Gets or sets the height of the picture as recorded (upright), before a large one was scaled down for the pipeline.</summary>
    public int SourceHeight { get; set; }

    /// <summary>Gets or sets the place of this picture in presentation order, from 0, since the source was opened.</summary>
    public long Index { get; set; }

    /// <summary>Gets or sets when the picture is to be shown, measured from the first picture of the source.</summary>
    public TimeSpan PresentationTime { get; set; }

    /// <summary>
    /// Gets or sets when the picture was taken, on the time line of its <see cref="Camera"/>, which never runs backwards
    /// and goes on over restarts. Straight from a source it is the <see cref="PresentationTime"/>.
    /// </summary>
    public TimeSpan CapturedAt { get; set; }

    /// <summary>Gets the pixels: Height × Width × 3 bytes, R first.</summary>
    public Span<byte> Rgb => _rgb.AsSpan(0, Width * Height * 3);

    /// <summary>Gets the same pixels for asynchronous reads.</summary>
    public Memory<byte> Memory => _rgb.AsMemory(0, Width * Height * 3);

    /// <summary>Makes room for a picture of that size; the buffer only ever grows.</summary>
    public void Resize(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        var bytes = checked(width * height * 3);
        if (_rgb.Length < bytes)
            _rgb = GC.AllocateUninitializedArray<byte>(bytes);
        (Width, Height) = (width, height);
    }

    /// <summary>Trades pictures with another buffer: handing one on costs neither a copy nor an allocation.</summary>
    internal void Swap(VideoFrame other)
    {
        (_rgb, other._rgb) = (other._rgb, _rgb);
        (Width, other.Width) = (other.Width, Width);
        (Height, other.Height) = (other.Height, Height);
        (SourceWidth, other.SourceWidth) = (other.SourceWidth, SourceWidth);
        (SourceHeight, other.SourceHeight) = (other.SourceHeight, SourceHeight);
        (Index, other.Index) = (other.Index, Index);
        (PresentationTime, other.PresentationTime) = (other.PresentationTime, PresentationTime);
        (CapturedAt, other.CapturedAt) = (other.CapturedAt, CapturedAt);
    }
}
