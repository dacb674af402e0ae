using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;
using PhysioEdge.Simulation.Wearables;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Benchmarks.Bluetooth;

/// <summary>What the wearers of the insoles do.</summary>
internal static class Walks
{
    /// <summary>The size of every insole.</summary>
    public const string Size = "42";

    private const float LaneMetres = 8;

    private static readonly FloorPoint There = new(LaneMetres, 0);

    public static MotionScript BackAndForth() => Begin().Walk(new WalkPlan(), There).Walk(new WalkPlan(), default(FloorPoint)).Build();

    public static MotionScript Limping() => Begin()
        .Walk(new WalkPlan { SpeedMetresPerSecond = 0.9f, Limp = new Limp(Side.Right, 0.5f) }, There)
        .StandStill(2)
        .Build();

    public static SimulatedWearables Worn(MotionScript script, InsoleProfile insole, ScriptEnd atEnd)
        => SimulatedWearables.For(script, new WearableOptions { Insole = insole, InsoleSize = Size, AtEnd = atEnd });

    private static MotionScriptBuilder Begin() => new MotionScriptBuilder(new BodySize(), seed: 1) { SwayDegrees = 1 }.StandStill(2);
}
