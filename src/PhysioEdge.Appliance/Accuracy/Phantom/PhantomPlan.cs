namespace PhysioEdge.Appliance.Accuracy.Phantom;

/// <summary>How much is filmed.</summary>
internal sealed record PhantomPlan(IReadOnlyList<PhantomSetting> Settings, IReadOnlyList<int> Seeds)
{
    /// <summary>Gets what is filmed that is unlike everything in training.</summary>
    public IReadOnlyList<(string Name, PhantomSetting Setting)> Unseen { get; init; } = [];

    /// <summary>Gets the walks that are filmed.</summary>
    public IReadOnlyList<GaitTrial> Walks { get; init; } = [];

    /// <summary>Gets the timed tests that are filmed.</summary>
    public IReadOnlyList<TimedTestTrial> TimedTests { get; init; } = [];

    /// <summary>Gets the sets that are filmed for the form score.</summary>
    public IReadOnlyList<FormTrial> Sets { get; init; } = [];

    /// <summary>Gets the plan to film nothing.</summary>
    public static PhantomPlan None { get; } = new([], []);

    /// <summary>Gets what the report is made of.</summary>
    public static PhantomPlan Full { get; } = new(PhantomSetting.All, [.. Enumerable.Range(1, 50)])
    {
        Unseen = PhantomSetting.Unseen,
        Walks = GaitTrial.All,
        TimedTests = TimedTestTrial.All,
        Sets = FormTrial.All,
    };
}
