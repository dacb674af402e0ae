using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Benchmarks.Report;
using PhysioEdge.Benchmarks.Setup;

namespace PhysioEdge.Benchmarks.Measures;

/// <summary>What a pose costs after it is known: angles, repetitions of every exercise, flags.</summary>
internal static class Analysing
{
    private const int WarmUp = 20_000;
    private const int Count = 20_000;
    private const int LiftCount = 2_000;

    public static async Task<Section> MeasureAsync(Workbench bench, CancellationToken cancellationToken)
    {
        var section = new Section(
            "Analysis",
            "One pose through `SessionPipeline.Process`, which looks for every exercise there is: joint angles and repetitions.",
            "", "µs per picture");
        await section.TryAsync("Squats", async () =>
        {
            var poses = await Poses.SeeAsync(bench, cancellationToken);
            var pipeline = new SessionPipeline(exercise: null);
            var rounds = Rounds.Run(bench.Time, WarmUp, Count, round => pipeline.Process(poses.At(round)));
            section.Add("Squats", rounds.Milliseconds(0) * 1000);
            using var lifter = Workbench.CreateLifter();
            var lifting = Rounds.Run(bench.Time, LiftCount / 10, LiftCount, round =>
            {
                var pose = poses.At(round);
                lifter.Lift(ref pose);
            });
            section.Add("The body in space (`BodyLifter.Lift`), before that", lifting.Milliseconds(0) * 1000);
        });
        return section;
    }
}
