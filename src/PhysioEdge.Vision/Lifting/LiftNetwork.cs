using System.Numerics;
using System.Runtime.InteropServices;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Inference;

namespace PhysioEdge.Vision.Lifting;

/// <summary>
/// Asks the lifting model where a body is at one moment, from the pictures around it: once as they are, once as in a mirror, and takes
/// the middle of both answers.
/// </summary>
/// <param name="model">The lifting model.</param>
/// <param name="asksMirror">False to ask once only.</param>
internal sealed class LiftNetwork(OnnxModel model, bool asksMirror = true) : IDisposable
{
    /// <summary>How many moments before and after the one asked for are looked at, 30 a second.</summary>
    public const int Reach = 31;

    private const int Moments = (2 * Reach) + 1;
    private const double StepSeconds = 1 / 30.0;
    private const double DegreesPerRadian = 180 / Math.PI;

    private readonly float[] _seen = new float[LiftFeatures.Count * Moments];
    private readonly Answer _answer = new();

    /// <summary>Gets how long a moment's surroundings are, on either side.</summary>
    public static TimeSpan ReachTime => TimeSpan.FromSeconds(Reach * StepSeconds);

    public BodyInSpace Ask(PictureHistory pictures, double seconds, in LandmarkSet seen)
    {
        for (var i = 0; i < Moments; i++)
            pictures.Read(seconds + ((i - Reach) * StepSeconds), _seen.AsSpan(i), Moments);
        _seen.CopyTo(model.Input);
        model.Run();
        _answer.Read(model);
        if (asksMirror)
        {
            Mirror(model.Input);
            model.Run();
            _answer.TakeMiddleWithMirrored(model);
        }

        return new BodyInSpace(Place(seen), Angles(), new FootSwing(Probability(_answer.Swing[0]), Probability(_answer.Swing[1])));
    }

    public void Dispose() => model.Dispose();

    private void Mirror(Span<float> input)
    {
        for (var feature = 0; feature < LiftFeatures.Count; feature++)
        {
            var (from, negated) = LiftFeatures.Mirror[feature];
            var source = _seen.AsSpan(from * Moments, Moments);
            var target = input.Slice(feature * Moments, Moments);
            for (var i = 0; i < Moments; i++)
                target[i] = negated ? -source[i] : source[i];
        }
    }

    private LandmarkSet Place(in LandmarkSet seen)
    {
        var placed = seen;
        for (var i = 0; i < LandmarkSet.Count; i++)
        {
            var leader = LiftedLandmarks.Leader[i];
            placed[i] = seen[i] with { World = _answer.Points[leader] + seen[i].World - seen[LiftedLandmarks.All[leader]].World };
        }

        return placed;
    }

    private AngleSet Angles()
    {
        var set = default(AngleSet);
        for (var i = 0; i < AngleSet.Count; i++)
            set[i] = AngleReading.Expected(Math.Clamp(_answer.Angles[i] * DegreesPerRadian, 0, 180), Math.Exp(_answer.LogSpread[i]) * DegreesPerRadian);
        return set;
    }

    private static float Probability(float logOdds) => 1 / (1 + MathF.Exp(-logOdds));

    /// <summary>What the model said of a moment.</summary>
    private sealed class Answer
    {
        public Vector3[] Points { get; } = new Vector3[LiftedLandmarks.Count];

        public float[] Angles { get; } = new float[AngleSet.Count];

        public float[] LogSpread { get; } = new float[AngleSet.Count];

        /// <summary>Gets the logarithm of the odds that the left and the right foot swing.</summary>
        public float[] Swing { get; } = new float[2];

        public void Read(OnnxModel model)
        {
            MemoryMarshal.Cast<float, Vector3>(model.Output("points")).CopyTo(Points);
            model.Output("angles").CopyTo(Angles);
            model.Output("log_spread").CopyTo(LogSpread);
            model.Output("swing").CopyTo(Swing);
        }

        public void TakeMiddleWithMirrored(OnnxModel model)
        {
            var points = MemoryMarshal.Cast<float, Vector3>(model.Output("points"));
            var angles = model.Output("angles");
            var spread = model.Output("log_spread");
            var swing = model.Output("swing");
            for (var i = 0; i < Points.Length; i++)
                Points[i] = (Points[i] + (points[LiftedLandmarks.Opposite(i)] * new Vector3(-1, 1, 1))) / 2;
            for (var i = 0; i < AngleSet.Count; i++)
            {
                // Left and right of each angle follow one another; the trunk's comes last and has one only.
                var other = i == (int)JointAngle.Trunk ? i : i ^ 1;
                (Angles[i], LogSpread[i]) = ((Angles[i] + angles[other]) / 2, (LogSpread[i] + spread[other]) / 2);
            }

            (Swing[0], Swing[1]) = ((Swing[0] + swing[1]) / 2, (Swing[1] + swing[0]) / 2);
        }
    }
}
