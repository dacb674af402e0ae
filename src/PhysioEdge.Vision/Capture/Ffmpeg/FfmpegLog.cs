using System.Text;

namespace PhysioEdge.Vision.Capture.Ffmpeg;

/// <summary>
/// Reads what ffmpeg says on stderr, on a thread of its own so that ffmpeg never waits for it:
/// the line of each picture, in the order of the pictures on stdout, and the last errors.
/// </summary>
internal sealed class FfmpegLog(TimeProvider timeProvider)
{
    private const int LongestLine = 1024;
    private const int KeptErrors = 20;

    // Motion JPEG over HTTP carries no times; ffmpeg would make them up from a frame rate it guesses.
    private static ReadOnlySpan<byte> UntimedInput => "[info] Input #0, mpjpeg"u8;

    private readonly object _lock = new();
    private readonly Queue<PictureStamp> _pictures = new();
    private readonly Queue<string> _errors = new();
    private TimeBase _timeBase;
    private long _nextNumber;
    private bool _untimed;
    private bool _ended;

    /// <summary>Gets a value indicating whether the demuxer ran out of bytes before the recording was over.</summary>
    public bool IsCutShort { get; private set; }

    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (_lock)
                return [.. _errors];
        }
    }

    /// <summary>Waits for the next picture's line; false when ffmpeg has said its last word.</summary>
    public bool Take(out PictureStamp picture)
    {
        lock (_lock)
        {
            while (_pictures.Count == 0 && !_ended)
                Monitor.Wait(_lock);
            return _pictures.TryDequeue(out picture);
        }
    }

    /// <summary>Reads to the end of the stream.</summary>
    public void Drain(Stream stderr)
    {
        try
        {
            ReadLines(stderr);
        }
        finally
        {
            lock (_lock)
            {
                _ended = true;
                Monitor.Pulse(_lock);
            }
        }
    }

    private void ReadLines(Stream stderr)
    {
        var buffer = new byte[8 * LongestLine];
        var kept = 0;
        int read;
        while ((read = stderr.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var text = buffer.AsSpan(0, kept + read);
            int end;
            while ((end = text.IndexOf((byte)'\n')) >= 0)
            {
                Line(text[..Math.Min(end, LongestLine)]);
                text = text[(end + 1)..];
            }

            // The overlong lines are hex dumps of side data; the start of one is enough.
            text = text[..Math.Min(text.Length, LongestLine)];
            text.CopyTo(buffer);
            kept = text.Length;
        }

        Line(buffer.AsSpan(0, kept));
    }

    private void Line(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith(PictureLine.Prefix))
            FilterLine(line);
        _untimed |= line.StartsWith(UntimedInput);

        // A complaint of another thread may stand behind a picture; what is only information may quote anything.
        if (!line.StartsWith("[info]"u8))
            Complaint(line);
    }

    private void FilterLine(ReadOnlySpan<byte> line)
    {
        if (PictureLine.TryParseTimeBase(line, out var timeBase))
            (_timeBase, _nextNumber) = (timeBase, 0);
        else if (PictureLine.TryParse(line, out var picture))
            Picture(picture);
    }

    private void Picture(PictureLine picture)
    {
        if (picture.Number != _nextNumber++)
            throw new CaptureException($"ffmpeg announced picture {picture.Number} where {_nextNumber - 1} was due, so its pictures can no longer be told apart.");
        var stamp = _untimed
            ? new PictureStamp(timeProvider.GetTimestamp(), new(1, timeProvider.TimestampFrequency), picture.Width, picture.Height)
            : new PictureStamp(picture.PresentationTimestamp, _timeBase, picture.Width, picture.Height);
        lock (_lock)
        {
            _pictures.Enqueue(stamp);
            Monitor.Pulse(_lock);
        }
    }

    private void Complaint(ReadOnlySpan<byte> line)
    {
        IsCutShort |= line.IndexOf("partial file"u8) >= 0 || line.IndexOf("ended prematurely"u8) >= 0
            || (line.IndexOf("Packet corrupt"u8) >= 0 && !line.StartsWith("[mpegts"u8));
        if (line.IndexOf("[error]"u8) < 0 && line.IndexOf("[fatal]"u8) < 0 && line.IndexOf("[panic]"u8) < 0)
            return;
        lock (_lock)
        {
            if (_errors.Count == KeptErrors)
                _errors.Dequeue();
            _errors.Enqueue(Encoding.UTF8.GetString(line).Trim());
        }
    }
}
