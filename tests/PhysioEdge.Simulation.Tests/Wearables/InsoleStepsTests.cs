using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;
using PhysioEdge.Simulation.Wearables.Feet;

namespace PhysioEdge.Simulation.Tests.Wearables;

public class InsoleStepsTests(ITestOutputHelper output)
{
    [Fact]
    public void Steps_found_in_the_insoles_are_those_of_the_picture_to_20_ms()
    {
        var script = new MotionScriptBuilder(new BodySize(), seed: 2) { SwayDegrees = 0.5f }
            .StandStill(1)
            .Walk(new WalkPlan { SpeedMetresPerSecond = 0.9f, Limp = new Limp(Side.Right, 0.4f) }, new FloorPoint(8, 0))
            .StandStill(2)
            .Build();
        var truth = new GroundReaction(script, 72);
        var gait = new InsoleGait(ContactCriterion.PressureCells);
        var found = new List<InsoleStep>();
        for (var t = TimeSpan.Zero; t < script.Duration; t += TimeSpan.FromMilliseconds(10))
        {
            foreach (var side in new[] { Side.Left, Side.Right })
            {
                if (gait.Add(side, t, new FootLoad(truth.At(side, t).Newtons, double.NaN, double.NaN), out var step))
                    found.Add(step);
            }
        }

        Assert.NotEmpty(found);
        Assert.All(found.Where(step => step.Contact.InitialContact > TimeSpan.FromSeconds(1.5)), step =>
        {
            var scripted = script.Steps.MinBy(s => (s.InitialContact - step.Contact.InitialContact).Duration())!;
            var left = script.Steps.First(s => s.Side == step.Contact.Side && s.ToeOff > step.Contact.InitialContact).ToeOff;
            output.WriteLine($"{(step.Contact.InitialContact - scripted.InitialContact).TotalMilliseconds:F1} {(step.Contact.ToeOff - left).TotalMilliseconds:F1} ms");
            Assert.Equal(scripted.Side, step.Contact.Side);
            Assert.Equal(0, (step.Contact.InitialContact - scripted.InitialContact).TotalMilliseconds, 20.0);
            Assert.Equal(0, (step.Contact.ToeOff - left).TotalMilliseconds, 20.0);
        });
    }
}
