using System.Globalization;
using PhysioEdge.Analysis.Exercises;

namespace PhysioEdge.Analysis.Anomalies;

/// <summary>
/// Flags a patient who left the view during a set that is not finished. Each time is a problem of its own, ended when the patient is
/// back. When the set runs out meanwhile, that is the same problem and graver, not another one.
/// </summary>
/// <remarks>Four seconds are more than a turn, a towel or somebody who walks past hide.</remarks>
internal sealed class ViewDetector(ExerciseLimits limits)
{
    private static readonly TimeSpan TimeToNotice = TimeSpan.FromSeconds(4);

    private readonly string _exerciseName = ExerciseDefinition.Of(limits.Exercise).Name;
    private Problem? _problem;
    private TimeSpan _lastSeen;
    private int _number;
    private int _whole;

    /// <summary>Gets a value indicating whether the patient is known to be away.</summary>
    public bool IsAway => _problem is not null;

    /// <summary>Lets time pass.</summary>
    /// <param name="now">The time.</param>
    /// <param name="inView">Whether the patient is seen.</param>
    /// <param name="set">The repetitions of the set under way; empty between sets.</param>
    /// <returns>A new flag, or the end of one; null when there is nothing new to say.</returns>
    public Flag? See(TimeSpan now, bool inView, IReadOnlyList<Repetition> set)
    {
        if (inView)
            return Return(now);
        if (IsAway || now - _lastSeen < TimeToNotice)
            return null;
        _whole = set.Count(r => !r.Partial);
        if (_whole == 0 || _whole >= limits.RepetitionsPerSet)
            return null;
        _problem = new Problem(limits.Exercise, string.Create(CultureInfo.InvariantCulture, $"view.lost/{_exerciseName}/{++_number}"));
        return _problem.Open("view.lost", "view/1", _lastSeen, now, Say(FlagSeverity.Minor, now, $"The patient left the view after {_whole} of {limits.RepetitionsPerSet} repetitions of {_exerciseName}."));
    }

    /// <summary>The set has run out while the patient is away.</summary>
    public Flag? RunOut(TimeSpan now) => _problem?.Revise(
        now, Say(FlagSeverity.Moderate, now, $"The patient left the view after {_whole} of {limits.RepetitionsPerSet} repetitions of {_exerciseName} and did not come back to finish the set."));

    /// <summary>Ends the session.</summary>
    public Flag? Finish(TimeSpan now) => End(now, $"The patient left the view after {_whole} of {limits.RepetitionsPerSet} repetitions of {_exerciseName} and did not come back.");

    private Flag? Return(TimeSpan now)
    {
        var away = (now - _lastSeen).TotalSeconds;
        var flag = End(now, string.Create(
            CultureInfo.InvariantCulture,
            $"The patient left the view after {_whole} of {limits.RepetitionsPerSet} repetitions of {_exerciseName} and was back after {away:F0} s."));
        _lastSeen = now;
        return flag;
    }

    private Flag? End(TimeSpan now, string explanation)
    {
        var flag = _problem?.End(now, Say(_problem.Severity, now, explanation));
        _problem = null;
        return flag;
    }

    private Verdict Say(FlagSeverity severity, TimeSpan now, string explanation) => new(
        severity,
        limits.Side,
        new FlagMeasure("time-out-of-view", Math.Round((now - _lastSeen).TotalSeconds), "s", null, TimeToNotice.TotalSeconds, 1),
        [],
        explanation);
}
