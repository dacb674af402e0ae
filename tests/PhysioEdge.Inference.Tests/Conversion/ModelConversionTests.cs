using PhysioEdge.Inference.Conversion;
using PhysioEdge.Inference.Models;

namespace PhysioEdge.Inference.Tests.Conversion;

public sealed class ModelConversionTests(BlazePosePackage package) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("physioedge-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_model_is_reproduced_byte_for_byte()
    {
        var source = PackageSource.FromPath(await package.FolderAsync());
        var store = ModelStore.Open();

        var results = await ModelConversion.ConvertAsync(
            store, Enum.GetValues<PoseModel>(), source, _folder.FullName, null, TestContext.Current.CancellationToken);

        Assert.Equal(Enum.GetValues<PoseModel>(), results.Select(result => result.Model.Model));
        Assert.All(results, result => Assert.True(result.ReproducesManifest, $"{result.Path}: {result.Size} bytes, sha256 {result.Sha256}"));
        foreach (var result in results.Where(result => result.Model.Shipped))
            Assert.Equal(store.ReadVerified(result.Model.Model), await File.ReadAllBytesAsync(result.Path, TestContext.Current.CancellationToken));
        Assert.Equal(results.Count, _folder.GetFiles().Length);
    }

    [Fact]
    public async Task A_real_model_cut_short_is_a_clear_error()
    {
        var file = Path.Combine(await package.FolderAsync(), "pose_landmark_lite.tflite");
        var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);

        for (var percent = 0; percent < 100; percent++)
        {
            var cut = whole.AsMemory(0, whole.Length / 100 * percent);
            Assert.Throws<ModelException>(() => TfliteConverter.Convert(cut, "lite", ["Identity"]));
        }
    }

    [Fact]
    public async Task Only_the_detector_needs_a_transposition_and_no_model_keeps_its_segmentation()
    {
        var folder = await package.FolderAsync();
        foreach (var info in Enum.GetValues<PoseModel>().Select(ModelStore.Open().Describe))
        {
            var tflite = await File.ReadAllBytesAsync(Path.Combine(folder, info.Source.File), TestContext.Current.CancellationToken);
            var onnx = TfliteConverter.Convert(tflite, info.Name, [.. info.Outputs.Select(output => output.Name)]);

            Assert.Equal(info.Model == PoseModel.Detection, Contains(onnx, "Transpose"u8));
            Assert.False(Contains(onnx, "Identity_2"u8));
        }
    }

    private static bool Contains(ReadOnlySpan<byte> file, ReadOnlySpan<byte> text) => file.IndexOf(text) >= 0;
}
