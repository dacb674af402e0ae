using System.Runtime.InteropServices;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Inference.Conversion.Onnx;
using PhysioEdge.Vision.Lifting;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace PhysioEdge.Training.Learning;

/// <summary>
/// Writes the lifter as ONNX, for one moment: of each layer only those places are worked out that the moment needs, which makes a
/// dilated layer one with a stride of two.
/// </summary>
internal sealed class LiftExport
{
    private readonly OnnxGraph _graph = new("body_lifter");

    public static byte[] Write(LiftNetwork network) => new LiftExport().Build(network);

    private byte[] Build(LiftNetwork network)
    {
        _graph.AddInput(new OnnxValue("pictures", [1, LiftFeatures.Count, (2 * LiftNetwork.Reach) + 1]));
        Longs("from", 1);
        Longs("to", long.MaxValue);
        Longs("axis", 2);
        Longs("step", 2);
        var known = Read(network);
        for (var i = 0; i < LiftNetwork.Layers; i++)
        {
            var seen = Convolution($"look{i}", network.Look[i], Relu($"known{i}", known), stride: 2);
            var thought = Convolution($"think{i}", network.Think[i], Relu($"seen{i}", seen), stride: 1);
            known = _graph.AddNode("Add", [_graph.AddNode("Slice", [known, "from", "to", "axis", "step"], $"kept{i}"), thought], $"sum{i}");
        }

        Tell(network.Tell, Relu("last", known));
        return OnnxWriter.Write(_graph);
    }

    /// <summary>The first layer takes in that the features are made alike in size.</summary>
    private string Read(LiftNetwork network)
    {
        using var scope = NewDisposeScope();
        var weight = network.Read.weight / network.Deviation.unsqueeze(0);
        var bias = network.Read.bias! - (weight.squeeze(2) * network.Mean.squeeze(1)).sum(1);
        return Convolution("read", weight, bias, "pictures", 1);
    }

    private void Tell(Conv1d layer, string known)
    {
        using var scope = NewDisposeScope();
        void Output(string name, int from, int count)
        {
            Convolution(name, layer.weight.narrow(0, from, count), layer.bias!.narrow(0, from, count), known, 1);
            _graph.AddOutput(new OnnxValue(name, [1, count, 1]));
        }

        Output("points", 0, LiftGuess.PointValues);
        Output("angles", LiftGuess.PointValues, AngleSet.Count);
        Output("log_spread", LiftGuess.PointValues + AngleSet.Count, AngleSet.Count);
        Output("swing", LiftGuess.PointValues + (2 * AngleSet.Count), 2);
    }

    private string Relu(string name, string input) => _graph.AddNode("Relu", [input], $"{name}_positive");

    private string Convolution(string name, Conv1d layer, string input, int stride) => Convolution(name, layer.weight, layer.bias!, input, stride);

    private string Convolution(string name, Tensor weight, Tensor bias, string input, int stride)
    {
        Floats($"{name}_weight", weight);
        Floats($"{name}_bias", bias);
        return _graph.AddNode("Conv", [input, $"{name}_weight", $"{name}_bias"], name, new OnnxAttribute("strides", values: [stride]));
    }

    private void Floats(string name, Tensor values)
    {
        var floats = values.detach().contiguous().data<float>().ToArray();
        _graph.AddInitializer(new OnnxTensor(name, OnnxType.Float, values.shape, MemoryMarshal.AsBytes(floats.AsSpan()).ToArray()));
    }

    private void Longs(string name, long value) =>
        _graph.AddInitializer(new OnnxTensor(name, OnnxType.Int64, [1], BitConverter.GetBytes(value)));
}
