using System.Globalization;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Anomalies;

/// <summary>Flags a device that falls silent while its patient exercises: what it measures is missing, and nothing can be told of it.</summary>
/// <remarks>
/// A link that is made anew takes some seconds; half a minute is no such thing. It is over when the device is heard again, or with the session.
/// </remarks>
/// <param name="device">The device's name on the box, for example <c>insole-left</c>.</param>
/// <param name="side">The side it is worn on; both where there is none.</param>
public sealed class SilentDeviceDetector(string device, Side side)
{
    /// <summary>The longest silence in a session that is nobody's business.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    private readonly Problem _problem = new(null, $"silent/{device}");
    private TimeSpan? _sessionSince;

    /// <summary>Time goes on.</summary>
    /// <param name="now">The time.</param>
    /// <param name="lastHeard">When the device last sent anything; null when it never did.</param>
    /// <param name="isInSession">Whether a session of its patient is under way.</param>
    /// <returns>A flag; null when there is nothing to say.</returns>
    public Flag? Advance(TimeSpan now, TimeSpan? lastHeard, bool isInSession)
    {
        _sessionSince = isInSession ? _sessionSince ?? now : null;
        if (_sessionSince is not { } since)
            return _problem.IsOpen ? End(now, $"The session ended without {device}.") : null;
        var from = lastHeard > since ? lastHeard.Value : since;
        var silence = now - from;
        if (_problem.IsOpen)
            return silence < LongestSilence ? End(now, $"{device} is heard again.") : null;
        return silence >= LongestSilence
            ? _problem.Open("device.silent", "device-silent/1", from, now, VerdictOf(silence, string.Create(
                CultureInfo.InvariantCulture, $"{device} has sent nothing for {silence.TotalSeconds:F0} s of the session; what it measures is missing.")))
            : null;
    }

    private Flag End(TimeSpan now, string explanation) => _problem.End(now, VerdictOf(TimeSpan.Zero, explanation));

    private Verdict VerdictOf(TimeSpan silence, string explanation) => new(
        FlagSeverity.Minor,
        side,
        new FlagMeasure("silence", Math.Round(silence.TotalSeconds), "s", null, LongestSilence.TotalSeconds, 1),
        [],
        explanation);
}
