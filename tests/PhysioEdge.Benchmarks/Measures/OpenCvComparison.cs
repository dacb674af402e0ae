using OpenCvSharp;
using OpenCvSharp.Dnn;
using PhysioEdge.Benchmarks.Report;
using PhysioEdge.Benchmarks.Setup;
using PhysioEdge.Inference;
using PhysioEdge.Inference.Models;

namespace PhysioEdge.Benchmarks.Measures;

/// <summary>The same ONNX files on ONNX Runtime, which the house uses, and on OpenCV's DNN module, which it has aboard anyway.</summary>
internal static class OpenCvComparison
{
    private const int WarmUp = 10;
    private const int Count = 40;

    public static async Task<Section> MeasureAsync(Workbench bench, CancellationToken cancellationToken)
    {
        var section = new Section(
            "ONNX Runtime and OpenCV's DNN",
            "One inference of the same ONNX file, with the same input and the same outputs asked for, on one thread each. OpenCV reads the files as they are, half-precision weights included.",
            "Model", "ONNX Runtime, ms", "OpenCV, ms", "OpenCV takes", "Largest difference of an output");
        foreach (var model in Enum.GetValues<PoseModel>())
        {
            await section.TryAsync(model.ToString(), async () =>
            {
                var file = await bench.ReadModelAsync(model, cancellationToken);
                using var ort = new OnnxModel(model.ToString(), file);
                Cv2.SetNumThreads(1);
                using var net = Net.ReadNetFromONNX(file) ?? throw new InvalidOperationException("OpenCV does not read the file");
                MeasureOne(section, model, bench.Time, ort, net);
            });
        }

        return section;
    }

    private static void MeasureOne(Section section, PoseModel model, TimeProvider time, OnnxModel ort, Net net)
    {
        // A soft gradient: the speed hardly depends on what is in the picture, but both must see the same.
        for (var i = 0; i < ort.Input.Length; i++)
            ort.Input[i] = (i % 997) / 997f;
        using var input = Mat.FromPixelData([.. ort.InputShape.Select(size => (int)size)], MatType.CV_32F, ort.Input.ToArray());
        var outputs = ort.OutputNames.Select(_ => new Mat()).ToArray();
        var rounds = Rounds.Run(
            time,
            WarmUp,
            Count,
            _ => ort.Run(),
            _ =>
            {
                net.SetInput(input);
                net.Forward(outputs, ort.OutputNames);
            });
        var difference = ort.OutputNames.Zip(outputs, (name, mat) => Difference(ort.Output(name), mat)).Max();
        foreach (var output in outputs)
            output.Dispose();
        section.Add(model.ToString(), rounds.Milliseconds(0), rounds.Milliseconds(1), $"{rounds.Ratio(1, 0):F2} times as long", difference);
    }

    private static double Difference(ReadOnlySpan<float> expected, Mat mat)
    {
        var actual = mat.AsSpan<float>();
        var largest = 0f;
        for (var i = 0; i < expected.Length; i++)
            largest = Math.Max(largest, Math.Abs(expected[i] - actual[i]));
        return largest;
    }
}
