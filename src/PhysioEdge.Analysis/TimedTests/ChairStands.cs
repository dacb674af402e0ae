using PhysioEdge.Analysis.Exercises;

namespace PhysioEdge.Analysis.TimedTests;

/// <summary>
/// Takes the five-times sit-to-stand and the 30-second chair stand from the repetitions of standing up. A run of stands without a rest
/// is a test: five are enough for the one, 30 s for the other.
/// </summary>
/// <remarks>
/// Five times: from the first movement on the seat to the fifth full stand (Guralnik et al., "A short physical performance battery",
/// J Gerontol 1994). 30 seconds: the full stands, and one more than half way up at the end (Jones, Rikli and Beam, "A 30-s
/// chair-stand test", Res Q Exerc Sport 1999). Deviation: no word starts it, the patient's first movement does.
/// </remarks>
public sealed class ChairStands
{
    private const int Five = 5;

    /// <summary>A patient who sits for longer between two stands is not being tested.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(4);

    /// <summary>Even a slow one goes on at once: between the end of one stand and the start of the next, as they are seen, lies less.</summary>
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan HalfMinute = TimeSpan.FromSeconds(30);

    private readonly List<Repetition> _run = [];
    private bool _toldFive;
    private bool _toldHalfMinute;

    /// <summary>Takes in the next repetition.</summary>
    /// <param name="repetition">A repetition of any exercise; only standing up counts.</param>
    /// <returns>The test that is over with it; null when none is.</returns>
    public TimedTestResult? Add(Repetition repetition)
    {
        ArgumentNullException.ThrowIfNull(repetition);
        if (repetition.Exercise != ExerciseKind.SitToStand)
            return null;
        if (_run.Count > 0 && repetition.Start - _run[^1].End > LongestRest)
            Begin();
        _run.Add(repetition);
        return FiveTimes() ?? ThirtySeconds();
    }

    private void Begin()
    {
        _run.Clear();
        (_toldFive, _toldHalfMinute) = (false, false);
    }

    private TimedTestResult? FiveTimes()
    {
        var whole = _run.Where(r => !r.Partial).ToList();
        if (_toldFive || whole.Count < Five)
            return null;
        _toldFive = true;
        var (start, end) = (_run[0].Start, Stood(whole[Five - 1]));
        return new TimedTestResult(TimedTest.FiveTimesSitToStand, start, end, (end - start).TotalSeconds)
        {
            Remarks = [.. Remarks(whole)],
            Phases = [.. whole.Take(Five).Select((stand, i) => new TestPhase($"stand {i + 1}", (stand.End - stand.Start).TotalSeconds))],
        };
    }

    private IEnumerable<string> Remarks(List<Repetition> whole)
    {
        if (_run[0].Start != whole[0].Start || _run.Count != Five)
            yield return "not every stand was a full one";
        if (_run.Zip(_run.Skip(1)).Any(pair => pair.Second.Start - pair.First.End > LongestTurn))
            yield return "there was a rest between stands";
    }

    private TimedTestResult? ThirtySeconds()
    {
        var end = _run[0].Start + HalfMinute;
        if (_toldHalfMinute || _run[^1].End < end)
            return null;
        _toldHalfMinute = true;
        var stands = _run.Count(r => !r.Partial && HalfWay(r) <= end);
        return new TimedTestResult(TimedTest.ThirtySecondChairStand, _run[0].Start, end, stands);
    }

    /// <summary>When the patient stands: where the hold of the far point begins.</summary>
    private static TimeSpan Stood(Repetition stand) => stand.Form is { } form ? stand.Start + TimeSpan.FromSeconds(form.OutwardSeconds) : stand.Peak;

    private static TimeSpan HalfWay(Repetition stand) => stand.Start + ((Stood(stand) - stand.Start) / 2);
}
