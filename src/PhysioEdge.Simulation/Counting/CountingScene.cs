using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Simulation.Counting;

/// <summary>
/// A scene made up from a seed, to see whether repetitions are counted rightly: one exercise with its pauses, partial repetitions,
/// tremor and changing tempo, by anybody, before a camera that is placed as device-config/README.md says, in half of them with other
/// people behind. The same seed gives the same scene on every machine.
/// </summary>
/// <remarks>
/// It is fair: a person who watches the video counts what <see cref="Whole"/> says. A partial repetition goes 30–38 % of the way and is
/// never the first, and a single-leg stance is always whole, for a foot hardly lifted is still off the floor; the patient is the nearest person and never hidden; a leg or arm exercised alone is on the camera's side.
/// </remarks>
public sealed record CountingScene
{
    internal CountingScene(int seed, ScriptedExercise exercise, Side side, PhantomScene scene) =>
        (Seed, Exercise, Side, Scene) = (seed, exercise, side, scene);

    public int Seed { get; }

    public ScriptedExercise Exercise { get; }

    /// <summary>Gets the side prescribed; with <see cref="Analysis.Samples.Side.Both"/> marching alternates, the rest is two-sided.</summary>
    public Side Side { get; }

    public PhantomScene Scene { get; }

    public IReadOnlyList<ScriptedRepetition> Repetitions => Scene.Patient.Script.Repetitions;

    /// <summary>Gets how many repetitions are whole.</summary>
    public int Whole => Repetitions.Count(repetition => !repetition.IsPartial);

    /// <summary>Gets how many are begun and not gone through with.</summary>
    public int Partial => Repetitions.Count(repetition => repetition.IsPartial);

    /// <summary>The scene of that seed.</summary>
    public static CountingScene Of(int seed) => new CountingSceneMaker(seed).Make();

    /// <summary>How many repetitions are whole that were done with that side; one of both sides counts only as that.</summary>
    public int WholeOf(Side side) => Repetitions.Count(repetition => !repetition.IsPartial && repetition.Side == side);

    public override string ToString() =>
        FormattableString.Invariant($"seed {Seed}: {Exercise} {Side}, {Whole} whole and {Partial} partial, {Scene.Others.Count} other people, yaw {Scene.View.YawDegrees:0}°");
}
