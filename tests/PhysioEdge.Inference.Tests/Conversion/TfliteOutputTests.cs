using System.Text.Json;
using PhysioEdge.Inference.Conversion;
using PhysioEdge.Inference.Models;

namespace PhysioEdge.Inference.Tests.Conversion;

/// <summary>
/// The converted models in ONNX Runtime against the original ones in TensorFlow Lite, on a drawn figure.
/// The expected values come from the web build of TensorFlow Lite in the npm package @tensorflow/tfjs-tflite 0.0.1-alpha.10
/// (TFLiteWebModelRunner of tflite_web_api_client.js, one thread, in Chromium): the models of @mediapipe/pose 0.5.1675469404,
/// the picture of <see cref="TestFigure"/> as RGB divided by 255, for the detector by 127.5 less 1. Of large outputs every n-th value is kept,
/// in TensorFlow Lite's order, channels last. Largest differences when recorded, on x64: boxes 0.0010, scores 0.0003,
/// landmarks 0.0021, heatmap logits 0.0008, world 0.00003 m.
/// </summary>
public sealed class TfliteOutputTests(BlazePosePackage package)
{
    private const int HeatmapPixels = 64 * 64;
    private const int HeatmapLandmarks = 39;

    private const double PixelTolerance = 0.04;
    private const double MetreTolerance = 7e-5;
    private const double LogitTolerance = 0.005;
    private const double ProbabilityTolerance = 1e-4;

    private static readonly JsonElement Recorded = JsonDocument.Parse(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Conversion", "tflite-outputs.json"))).RootElement;

    [Fact]
    public void The_detector_gives_what_the_original_gives()
    {
        using var model = Run(PoseModel.Detection, ModelStore.Open().ReadVerified(PoseModel.Detection));

        AssertClose(model, PoseModel.Detection, "Identity", PixelTolerance);
        AssertClose(model, PoseModel.Detection, "Identity_1", LogitTolerance);
    }

    [Theory]
    [InlineData(PoseModel.Lite)]
    [InlineData(PoseModel.Full)]
    public void The_shipped_landmark_models_give_what_the_originals_give(PoseModel kind) =>
        AssertLandmarks(kind, ModelStore.Open().ReadVerified(kind));

    [Fact]
    public async Task The_heavy_landmark_model_gives_what_the_original_gives()
    {
        var source = PackageSource.FromPath(await package.FolderAsync());
        var info = ModelStore.Open().Describe(PoseModel.Heavy);

        AssertLandmarks(PoseModel.Heavy, await ModelConversion.MakeAsync(info, source, null, TestContext.Current.CancellationToken));
    }

    private static void AssertLandmarks(PoseModel kind, byte[] onnx)
    {
        using var model = Run(kind, onnx);

        Assert.InRange(model.Output("Identity_1")[0], 0.99, 1);
        AssertClose(model, kind, "Identity", PixelTolerance);
        AssertClose(model, kind, "Identity_1", ProbabilityTolerance);
        AssertClose(model, kind, "Identity_3", LogitTolerance);
        AssertClose(model, kind, "Identity_4", MetreTolerance);
    }

    private static OnnxModel Run(PoseModel kind, byte[] onnx)
    {
        var model = new OnnxModel(kind.ToString(), onnx);
        var size = (int)model.InputShape[^1];
        var rgb = TestFigure.Draw(size);
        Assert.Equal(Recorded.GetProperty("picture_sha256").GetProperty($"{size}").GetString(), ModelFile.Sha256(rgb));
        for (var i = 0; i < rgb.Length; i++)
        {
            var (pixel, channel) = Math.DivRem(i, 3);
            model.Input[channel * size * size + pixel] = kind == PoseModel.Detection ? rgb[i] / 127.5f - 1 : rgb[i] / 255f;
        }
        model.Run();
        return model;
    }

    private static void AssertClose(OnnxModel model, PoseModel kind, string output, double tolerance)
    {
        var recorded = Recorded.GetProperty("models").GetProperty(kind.ToString().ToLowerInvariant()).GetProperty(output);
        var actual = model.Output(output);
        var every = recorded.GetProperty("every").GetInt32();
        var (largest, index) = (0.0, 0);
        Assert.Equal(recorded.GetProperty("length").GetInt32(), actual.Length);
        foreach (var expected in recorded.GetProperty("values").EnumerateArray())
        {
            var place = output == "Identity_3" ? ChannelsFirst(index) : index;
            largest = Math.Max(largest, Math.Abs(expected.GetSingle() - actual[place]));
            index += every;
        }
        Assert.True(index >= actual.Length && largest <= tolerance, $"{kind} {output} differs by {largest} from the original, {tolerance} is allowed");
    }

    private static int ChannelsFirst(int index) => index % HeatmapLandmarks * HeatmapPixels + index / HeatmapLandmarks;
}
