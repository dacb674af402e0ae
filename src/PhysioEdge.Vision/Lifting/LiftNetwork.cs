using System.Numerics;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Inference;

namespace PhysioEdge.Vision.Lifting;

/// <summary>Asks the lifting model where a body is at one moment, from the pictures around it.</summary>
internal sealed class LiftNetwork(OnnxModel model) : IDisposable
{
    /// <summary>How many moments before and after the one asked for are looked at, 30 a second.</summary>
    public const int Reach = 31;

    private const int Moments = (2 * Reach) + 1;
    private const double StepSeconds = 1 / 30.0;
    private const double DegreesPerRadian = 180 / Math.PI;

    /// <summary>Gets how long a moment's surroundings are, on either side.</summary>
    public static TimeSpan ReachTime => TimeSpan.FromSeconds(Reach * StepSeconds);

    public BodyInSpace Ask(PictureHistory pictures, double seconds, in LandmarkSet seen)
    {
        for (var i = 0; i < Moments; i++)
            pictures.Read(seconds + ((i - Reach) * StepSeconds), model.Input[i..], Moments);
        model.Run();
        return new BodyInSpace(Place(seen), Angles(), Swing());
    }

    public void Dispose() => model.Dispose();

    private LandmarkSet Place(in LandmarkSet seen)
    {
        var points = model.Output("points");
        var placed = seen;
        for (var i = 0; i < LandmarkSet.Count; i++)
        {
            var leader = LiftedLandmarks.Leader[i];
            var point = new Vector3(points[3 * leader], points[(3 * leader) + 1], points[(3 * leader) + 2]);
            placed[i] = seen[i] with { World = point + seen[i].World - seen[LiftedLandmarks.All[leader]].World };
        }

        return placed;
    }

    private FootSwing Swing()
    {
        var odds = model.Output("swing");
        return new FootSwing(1 / (1 + MathF.Exp(-odds[0])), 1 / (1 + MathF.Exp(-odds[1])));
    }

    private AngleSet Angles()
    {
        var angles = model.Output("angles");
        var spread = model.Output("log_spread");
        var set = default(AngleSet);
        for (var i = 0; i < AngleSet.Count; i++)
            set[i] = AngleReading.Expected(Math.Clamp(angles[i] * DegreesPerRadian, 0, 180), Math.Exp(spread[i]) * DegreesPerRadian);
        return set;
    }
}
