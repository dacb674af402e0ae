using System.Runtime.InteropServices;

namespace PhysioEdge.Analysis.HeartRate;

/// <summary>Measures the variability in one five minutes after the other.</summary>
internal sealed class VariabilityWindows
{
    /// <summary>Of more beats half are artefacts, whatever else comes, for no heart has so many in a window; a device that sends nothing else takes no more memory.</summary>
    private const int MostBeats = (int)(2000 * HeartRateVariability.WindowSeconds / BeatClassifier.ShortestMs);

    private readonly List<Beat> _beats = [];
    private int _count;
    private double _sdnn;
    private double _rmssd;
    private TimeSpan _end = Length;

    /// <summary>Gets the mean of all windows in which it could be measured; null when there is none.</summary>
    public HeartRateVariability? Mean => _count > 0 ? new HeartRateVariability(_sdnn / _count, _rmssd / _count) : null;

    private static TimeSpan Length => TimeSpan.FromSeconds(HeartRateVariability.WindowSeconds);

    public void Add(in Beat beat)
    {
        if (beat.At > _end)
            Close(beat.At);
        if (_beats.Count < MostBeats)
            _beats.Add(beat);
    }

    private void Close(TimeSpan at)
    {
        if (HeartRateVariability.Of(CollectionsMarshal.AsSpan(_beats)) is { } measured)
            (_count, _sdnn, _rmssd) = (_count + 1, _sdnn + measured.SdnnMs, _rmssd + measured.RmssdMs);
        _beats.Clear();
        while (_end < at)
            _end += Length;
    }
}
