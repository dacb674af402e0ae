using System.Numerics;

namespace PhysioEdge.Analysis.Gait.FootImu;

/// <summary>
/// The last seconds of a foot's motion on an even grid. Short losses are bridged by straight lines; a longer one begins a new stretch,
/// and nothing is known across it.
/// </summary>
/// <remarks>
/// Beside the angular velocity as it was measured stands a smoothed one without lag: a Gaussian of <see cref="SmoothingSeconds"/>, −3 dB at 11 Hz.
/// The turning of a foot in walking is slower than that;
/// what is above rings in shoe and strap at heel strike. It is known <see cref="SmoothingLag"/> samples later than the measured one.
/// </remarks>
internal sealed class MotionBuffer
{
    private const double SmoothingSeconds = 0.012;
    private const double LongestBridgeSeconds = 0.2;
    private const double KeptSeconds = 8;

    private readonly float[] _kernel;
    private readonly long _longestBridge;
    private readonly int _mask;
    private readonly Vector3[] _acceleration;
    private readonly Vector3[] _angularVelocity;
    private readonly Vector3[] _smoothed;
    private readonly TimeSpan[] _capturedAt;
    private ImuSample _last;
    private long _stretchBegin;

    public MotionBuffer(double samplingRateHz)
    {
        RateHz = samplingRateHz;
        Step = (float)(1 / samplingRateHz);
        _kernel = Kernel(samplingRateHz);
        _longestBridge = (long)(LongestBridgeSeconds * samplingRateHz);
        var capacity = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Ceiling(KeptSeconds * samplingRateHz));
        _mask = capacity - 1;
        (_acceleration, _angularVelocity, _smoothed, _capturedAt) = (new Vector3[capacity], new Vector3[capacity], new Vector3[capacity], new TimeSpan[capacity]);
    }

    public double RateHz { get; }

    /// <summary>Gets the time between samples, s.</summary>
    public float Step { get; }

    /// <summary>Gets the number of samples so far: the place of the next one.</summary>
    public long End { get; private set; }

    /// <summary>Gets the first place that can still be read and is not parted from the last by a loss.</summary>
    public long Begin => Math.Max(_stretchBegin, End - _mask - 1);

    /// <summary>Gets the place behind the last smoothed sample.</summary>
    public long SmoothedEnd => Math.Max(_stretchBegin, End - SmoothingLag);

    public int SmoothingLag => _kernel.Length / 2;

    /// <summary>Gets when the newest sample was taken.</summary>
    public TimeSpan Newest => _last.CapturedAt;

    public Vector3 Acceleration(long place) => _acceleration[place & _mask];

    public Vector3 AngularVelocity(long place) => _angularVelocity[place & _mask];

    public Vector3 Smoothed(long place) => _smoothed[place & _mask];

    /// <summary>When a place was, that may lie between two samples.</summary>
    public TimeSpan At(double place)
    {
        var before = (long)Math.Floor(place);
        return _capturedAt[before & _mask] + TimeSpan.FromSeconds((place - before) * Step);
    }

    public int Samples(double seconds) => Math.Max(1, (int)Math.Round(seconds * RateHz));

    /// <summary>Takes in a sample.</summary>
    /// <param name="sample">The sample; its tick is above that of the one before.</param>
    /// <returns>True when a new stretch begins with it.</returns>
    public bool Add(in ImuSample sample)
    {
        var missing = End == 0 ? 0 : sample.Tick - _last.Tick - 1;
        var begins = missing > _longestBridge;
        if (begins)
            _stretchBegin = End;
        else
            Bridge(sample, missing);
        Append(sample);
        _last = sample;
        return begins;
    }

    private void Bridge(in ImuSample next, long missing)
    {
        for (var i = 1; i <= missing; i++)
        {
            var share = (float)i / (missing + 1);
            Append(new ImuSample(
                _last.Tick + i,
                _last.CapturedAt + ((next.CapturedAt - _last.CapturedAt) * share),
                Vector3.Lerp(_last.Acceleration, next.Acceleration, share),
                Vector3.Lerp(_last.AngularVelocity, next.AngularVelocity, share)));
        }
    }

    private void Append(in ImuSample sample)
    {
        var place = End & _mask;
        (_acceleration[place], _angularVelocity[place], _capturedAt[place]) = (sample.Acceleration, sample.AngularVelocity, sample.CapturedAt);
        End++;
        if (End - SmoothingLag > _stretchBegin)
            Smooth(End - 1 - SmoothingLag);
    }

    private void Smooth(long centre)
    {
        var (sum, weights) = (Vector3.Zero, 0f);
        for (var i = 0; i < _kernel.Length; i++)
        {
            var place = centre - SmoothingLag + i;
            if (place < Begin)
                continue;
            sum += _kernel[i] * AngularVelocity(place);
            weights += _kernel[i];
        }

        _smoothed[centre & _mask] = sum / weights;
    }

    private static float[] Kernel(double samplingRateHz)
    {
        var half = Math.Max(1, (int)Math.Ceiling(3 * SmoothingSeconds * samplingRateHz));
        var kernel = new float[(2 * half) + 1];
        for (var i = 0; i < kernel.Length; i++)
            kernel[i] = (float)Math.Exp(-0.5 * Math.Pow((i - half) / (SmoothingSeconds * samplingRateHz), 2));
        return kernel;
    }
}
