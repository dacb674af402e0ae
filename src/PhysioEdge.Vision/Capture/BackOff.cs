using System.Security.Cryptography;

namespace PhysioEdge.Vision.Capture;

/// <summary>How long to wait after failures in a row: twice as long each time.</summary>
internal static class BackOff
{
    /// <summary>The wait after that many failures in a row (≥ 1), with up to a quarter more at random, so that cameras on one switch do not come back as one.</summary>
    public static TimeSpan After(int failures, CameraOptions options)
    {
        var doubled = options.MinBackOff * Math.Pow(2, Math.Min(failures - 1, 30));
        var jittered = doubled * (1 + (RandomNumberGenerator.GetInt32(250) / 1000.0));
        return jittered < options.MaxBackOff ? jittered : options.MaxBackOff;
    }
}
