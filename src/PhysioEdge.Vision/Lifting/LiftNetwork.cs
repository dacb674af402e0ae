using System.Numerics;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Inference;

namespace PhysioEdge.Vision.Lifting;

/// <summary>
/// Asks the lifting model where a body is at one moment, from the pictures around it: once as they are, once as in a mirror, and takes
/// the middle of both answers.
/// </summary>
internal sealed class LiftNetwork(OnnxModel model) : IDisposable
{
    /// <summary>How many moments before and after the one asked for are looked at, 30 a second.</summary>
    public const int Reach = 31;

    private const int Moments = (2 * Reach) + 1;
    private const double StepSeconds = 1 / 30.0;
    private const double DegreesPerRadian = 180 / Math.PI;

    private readonly float[] _seen = new float[LiftFeatures.Count * Moments];
    private readonly Answer _plain = new();
    private readonly Answer _mirrored = new();

    /// <summary>Gets how long a moment's surroundings are, on either side.</summary>
    public static TimeSpan ReachTime => TimeSpan.FromSeconds(Reach * StepSeconds);

    public BodyInSpace Ask(PictureHistory pictures, double seconds, in LandmarkSet seen)
    {
        for (var i = 0; i < Moments; i++)
            pictures.Read(seconds + ((i - Reach) * StepSeconds), _seen.AsSpan(i), Moments);
        _seen.CopyTo(model.Input);
        model.Run();
        _plain.Read(model);
        Mirror(model.Input);
        model.Run();
        _mirrored.Read(model);
        return new BodyInSpace(Place(seen), Angles(), Swing());
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
            var point = (_plain.Point(leader) + (_mirrored.Point(LiftedLandmarks.Opposite(leader)) * new Vector3(-1, 1, 1))) / 2;
            placed[i] = seen[i] with { World = point + seen[i].World - seen[LiftedLandmarks.All[leader]].World };
        }

        return placed;
    }

    private FootSwing Swing()
    {
        return new FootSwing(Probability(_plain.Swing[0] + _mirrored.Swing[1]), Probability(_plain.Swing[1] + _mirrored.Swing[0]));

        static float Probability(float twiceLogOdds) => 1 / (1 + MathF.Exp(-twiceLogOdds / 2));
    }

    private AngleSet Angles()
    {
        var set = default(AngleSet);
        for (var i = 0; i < AngleSet.Count; i++)
        {
            // Left and right of each angle follow one another; the trunk's comes last and has one only.
            var other = i == (int)JointAngle.Trunk ? i : i ^ 1;
            var (angle, spread) = ((_plain.Angles[i] + _mirrored.Angles[other]) / 2, (_plain.LogSpread[i] + _mirrored.LogSpread[other]) / 2);
            set[i] = AngleReading.Expected(Math.Clamp(angle * DegreesPerRadian, 0, 180), Math.Exp(spread) * DegreesPerRadian);
        }

        return set;
    }

    /// <summary>What the model said, kept over its next run.</summary>
    private sealed class Answer
    {
        private readonly float[] _points = new float[LiftedLandmarks.Count * 3];

        public float[] Angles { get; } = new float[AngleSet.Count];

        public float[] LogSpread { get; } = new float[AngleSet.Count];

        public float[] Swing { get; } = new float[2];

        public Vector3 Point(int landmark) => new(_points[3 * landmark], _points[(3 * landmark) + 1], _points[(3 * landmark) + 2]);

        public void Read(OnnxModel model)
        {
            model.Output("points").CopyTo(_points);
            model.Output("angles").CopyTo(Angles);
            model.Output("log_spread").CopyTo(LogSpread);
            model.Output("swing").CopyTo(Swing);
        }
    }
}
