using PhysioEdge.Appliance.Phantoms;
using PhysioEdge.Simulation.Counting;

namespace PhysioEdge.Appliance.Accuracy.Phantom;

/// <summary>What came of filming the phantom.</summary>
internal sealed record PhantomResults(
    IReadOnlyList<PhantomResult> Angles,
    IReadOnlyList<UnseenResult> Unseen,
    IReadOnlyList<GaitTrialResult> Gait,
    IReadOnlyList<TimedTestTrialResult> TimedTests,
    IReadOnlyList<FormTrialResult> Sets,
    IReadOnlyList<CountingResult> Counts)
{
    public long Pictures => Angles.Sum(r => (long)r.Whole.Pictures) + Counts.Sum(r => r.Pictures);

    public static PhantomResults None { get; } = new([], [], [], [], [], []);
}

/// <summary>The errors of one model where something is unlike everything in training.</summary>
/// <param name="What">What is.</param>
/// <param name="Result">The errors.</param>
internal sealed record UnseenResult(string What, PhantomResult Result);

/// <summary>The errors of one model in one setting, by the exercise.</summary>
internal sealed record PhantomResult(string Model, PhantomSetting Setting, IReadOnlyDictionary<string, AngleErrors> ByExercise)
{
    /// <summary>Gets the errors of each picture alone.</summary>
    public required AngleErrors Alone { get; init; }

    public required Calibration Calibration { get; init; }

    public AngleErrors Whole => AngleErrors.Sum(ByExercise.Values);
}

/// <summary>How many whole repetitions one model counted in a made-up scene.</summary>
/// <param name="Model">The model.</param>
/// <param name="Scene">The scene; it knows how many there are.</param>
/// <param name="Prescribed">Counted when the exercise, its side and a target are prescribed.</param>
/// <param name="Recognised">Counted when nothing is known of what is to come.</param>
/// <param name="Pictures">Pictures looked at.</param>
internal sealed record CountingResult(string Model, CountingScene Scene, int Prescribed, int Recognised, long Pictures);
