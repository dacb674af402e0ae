using PhysioEdge.Vision.Lifting;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace PhysioEdge.Training.Learning;

/// <summary>
/// A temporal convolutional network in the manner of Pavllo et al., "3D human pose estimation in video with temporal convolutions and
/// semi-supervised training", CVPR 2019: each of five layers sees twice as far as the one before, and adds to what that one knew.
/// </summary>
internal sealed class LiftNetwork : Module<Tensor, LiftGuess>
{
    public const int Layers = 5;

    private readonly Conv1d _read;
    private readonly Conv1d[] _look;
    private readonly Conv1d[] _think;
    private readonly Conv1d _tell;
    private readonly Tensor _mean;
    private readonly Tensor _deviation;

    /// <param name="width">The number of channels.</param>
    /// <param name="mean">The mean of each feature, [features, 1].</param>
    /// <param name="deviation">Its deviation, [features, 1].</param>
    public LiftNetwork(int width, Tensor mean, Tensor deviation)
        : base(nameof(LiftNetwork))
    {
        (Width, _mean, _deviation) = (width, mean, deviation);
        _read = Conv1d(LiftFeatures.Count, width, 1);
        _look = [.. Enumerable.Range(0, Layers).Select(i => Conv1d(width, width, 3, dilation: 1 << i))];
        _think = [.. Enumerable.Range(0, Layers).Select(_ => Conv1d(width, width, 1))];
        _tell = Conv1d(width, LiftGuess.Count, 1);
        RegisterComponents();
        for (var i = 0; i < Layers; i++)
        {
            register_module($"look{i}", _look[i]);
            register_module($"think{i}", _think[i]);
        }
    }

    public int Width { get; }

    /// <summary>How many pictures before and after one it sees.</summary>
    public static int Reach => (1 << Layers) - 1;

    public Tensor Mean => _mean;

    public Tensor Deviation => _deviation;

    public Conv1d Read => _read;

    public IReadOnlyList<Conv1d> Look => _look;

    public IReadOnlyList<Conv1d> Think => _think;

    public Conv1d Tell => _tell;

    /// <summary>Makes what it expects to be off by larger or smaller, for each angle.</summary>
    /// <param name="factors">What each is to be multiplied by.</param>
    public void Calibrate(IReadOnlyList<double> factors)
    {
        using var still = no_grad();
        var shift = tensor([.. factors.Select(factor => (float)Math.Log(factor))]);
        _tell.bias!.narrow(0, LiftGuess.PointValues + factors.Count, factors.Count).add_(shift);
    }

    /// <param name="input">[batch, features, time].</param>
    /// <returns>The guess for every moment; before the first and after the last picture it is as at those.</returns>
    public override LiftGuess forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var known = functional.pad(_read.call((input - _mean) / _deviation), (Reach, Reach), PaddingModes.Replicate);
        for (var i = 0; i < Layers; i++)
        {
            var (far, length) = (1L << i, known.shape[2]);
            known = known.narrow(2, far, length - (2 * far)) + _think[i].call(functional.relu(_look[i].call(functional.relu(known))));
        }

        return LiftGuess.Of(_tell.call(functional.relu(known))).MoveToOuterScope(scope);
    }
}
