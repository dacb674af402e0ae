using PhysioEdge.Analysis.Gait.Insoles;

namespace PhysioEdge.Appliance.Recordings.Insoles;

/// <summary>A step and what the next one of its foot tells of it: swing and stride, NaN when it is not known.</summary>
internal readonly record struct StepRow(InsoleStep Step, double SwingSeconds, double StrideSeconds)
{
    /// <summary>A foot that is off the floor for longer does not walk.</summary>
    private static readonly TimeSpan LongestSwing = TimeSpan.FromSeconds(2);

    /// <summary>The rows of both feet in the order of their initial contacts.</summary>
    public static IReadOnlyList<StepRow> Of(IReadOnlyList<InsoleStep> steps)
        => [.. steps.GroupBy(s => s.Contact.Side).SelectMany(foot => Of([.. foot])).OrderBy(r => r.Step.Contact.InitialContact)];

    private static IEnumerable<StepRow> Of(InsoleStep[] foot)
    {
        for (var i = 0; i < foot.Length; i++)
        {
            var swing = i + 1 < foot.Length ? foot[i + 1].Contact.InitialContact - foot[i].Contact.ToeOff : TimeSpan.MaxValue;
            yield return swing <= LongestSwing
                ? new StepRow(foot[i], swing.TotalSeconds, foot[i].Contact.StanceSeconds + swing.TotalSeconds)
                : new StepRow(foot[i], double.NaN, double.NaN);
        }
    }
}
