using System.Numerics;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.Landmarks;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Recordings;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;

namespace PhysioEdge.Appliance.Tests.Recordings;

public class LandmarkGaitTests
{
    [Theory]
    [InlineData(1.2f, 1.75f, 0f, 100)]
    [InlineData(0.6f, 1.55f, 0f, 50)]
    [InlineData(1.5f, 1.92f, 0f, 200)]
    [InlineData(0.8f, 1.70f, 0.9f, 60)]
    [InlineData(1.1f, 1.70f, 0.5f, 30)]
    public void Every_contact_and_toe_off_of_a_walk_is_found_and_timed(float speed, float height, float limp, double rateHz)
    {
        var script = Walk(speed, height, limp);

        var analysis = LandmarkAnalysis.Of(PhantomLandmarks.Of(script, rateHz));

        Report(script, analysis, $"{speed} {height} {limp} {rateHz}");
    }

    private static void Report(MotionScript script, LandmarkAnalysis analysis, string name)
    {
        var truth = script.Steps.SelectMany(s => new[] { (s.Side, Kind: GaitEventKind.ToeOff, At: s.ToeOff), (s.Side, Kind: GaitEventKind.InitialContact, At: s.InitialContact) }).ToList();
        foreach (var kind in Enum.GetValues<GaitEventKind>())
        {
            var errors = truth.Where(t => t.Kind == kind).Select(t => analysis.Events.Where(e => e.Event.Side == t.Side && e.Event.Kind == kind)
                .Select(e => (e.Event.At - t.At).TotalMilliseconds).DefaultIfEmpty(9999).MinBy(Math.Abs)).ToArray();
            Console.Error.WriteLine($"{name} {kind}: {string.Join(' ', errors.Select(e => e.ToString("F0")))}");
        }

        Console.Error.WriteLine($"{name}: {truth.Count} true {analysis.Events.Count} found; lengths {string.Join(' ', script.Steps.Select(s => s.LengthMetres.ToString("F2")))} / {string.Join(' ', analysis.Events.Where(e => e.Event.Kind == GaitEventKind.InitialContact).Select(e => e.StepLengthMetres.ToString("F2")))}");
    }

    private static MotionScript Walk(float speed, float height, float limp) => new MotionScriptBuilder(new BodySize { HeightMetres = height }, seed: 3) { SwayDegrees = 1 }
        .StandStill(1)
        .Walk(new WalkPlan { SpeedMetresPerSecond = speed, Limp = limp > 0 ? new Limp(Side.Left, limp) : null }, new FloorPoint(5, 0))
        .StandStill(1)
        .Build();
}
