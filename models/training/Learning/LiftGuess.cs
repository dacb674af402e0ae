using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Vision.Lifting;
using TorchSharp;
using static TorchSharp.torch;

namespace PhysioEdge.Training.Learning;

/// <summary>What the network says of every moment.</summary>
/// <param name="Points">[batch, time, landmarks, 3], metres of the standard body.</param>
/// <param name="Angles">[batch, time, angles], radians.</param>
/// <param name="LogSpread">[batch, time, angles], the logarithm of the mean absolute error that it expects, radians.</param>
/// <param name="Swing">[batch, time, feet], the logarithm of the odds that the foot swings.</param>
internal sealed record LiftGuess(Tensor Points, Tensor Angles, Tensor LogSpread, Tensor Swing)
{
    public const int PointValues = LiftedLandmarks.Count * 3;
    public const int Count = PointValues + (2 * AngleSet.Count) + 2;

    public static LiftGuess Of(Tensor output)
    {
        var told = output.transpose(1, 2);
        return new LiftGuess(
            told.narrow(2, 0, PointValues).reshape(told.shape[0], told.shape[1], LiftedLandmarks.Count, 3),
            told.narrow(2, PointValues, AngleSet.Count),
            told.narrow(2, PointValues + AngleSet.Count, AngleSet.Count),
            told.narrow(2, PointValues + (2 * AngleSet.Count), 2));
    }

    public LiftGuess MoveToOuterScope(DisposeScope scope)
    {
        scope.MoveToOuter([Points, Angles, LogSpread, Swing]);
        return this;
    }
}
