using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;

namespace PhysioEdge.Appliance.Sessions.Live;

/// <summary>
/// Which exercise of the plan the screen shows: the one last done, and the next of the plan once that is finished and the
/// patient has had a moment to be pleased.
/// </summary>
internal sealed class ShownExercise(IReadOnlyList<ExerciseLimits> plan)
{
    private static readonly TimeSpan Applause = TimeSpan.FromSeconds(6);

    private int _index;

    public ExerciseLimits Limits => plan[_index];

    /// <summary>Gets the sets of the exercise shown; null before the session.</summary>
    public ExerciseMonitor? Monitor { get; private set; }

    /// <summary>Gets a value indicating whether the set under way has all its repetitions.</summary>
    public bool IsSetDone => Monitor is { } monitor && Whole(monitor) >= monitor.Limits.RepetitionsPerSet;

    /// <summary>Gets a value indicating whether nothing of the plan is left.</summary>
    public bool IsAllDone { get; private set; }

    public static int Whole(ExerciseMonitor monitor)
    {
        var whole = 0;
        for (var i = 0; i < monitor.CurrentSet.Count; i++)
            whole += monitor.CurrentSet[i].Partial ? 0 : 1;
        return whole;
    }

    public static bool IsFinished(ExerciseMonitor monitor)
    {
        var full = Whole(monitor) >= monitor.Limits.RepetitionsPerSet ? 1 : 0;
        return monitor.EndedSets + full >= monitor.Limits.Sets || !ExerciseDefinition.Of(monitor.Limits.Exercise).HasRepetitions;
    }

    public void Follow(in SessionStep step, TimeSpan now)
    {
        if (step.Session is not { } session)
        {
            (_index, Monitor, IsAllDone) = (0, null, false);
            return;
        }

        if (step.Repetition is { Partial: false } done)
            _index = IndexOf(session, done) ?? _index;
        else if (now - session.LastActivity > Applause && IsFinished(session.Monitors[_index]))
            _index = NextUnfinished(session) ?? _index;
        Monitor = session.Monitors[_index];
        IsAllDone = NextUnfinished(session) is null;
    }

    private static int? IndexOf(Session session, Repetition repetition)
    {
        for (var i = 0; i < session.Monitors.Count; i++)
        {
            if (session.Monitors[i].Concerns(repetition))
                return i;
        }

        return null;
    }

    private int? NextUnfinished(Session session)
    {
        for (var i = 0; i < plan.Count; i++)
        {
            var index = (_index + i) % plan.Count;
            if (!IsFinished(session.Monitors[index]))
                return index;
        }

        return null;
    }
}
