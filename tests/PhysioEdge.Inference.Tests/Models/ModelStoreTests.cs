using System.Text.Json.Nodes;
using PhysioEdge.Inference.Conversion;
using PhysioEdge.Inference.Models;
using PhysioEdge.Inference.Tests.Conversion;

namespace PhysioEdge.Inference.Tests.Models;

public sealed class ModelStoreTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("physioedge-tests-").FullName;
    private readonly string _folder;
    private readonly string _cache;
    private readonly byte[] _tflite = SmallNetwork.Build();
    private readonly byte[] _onnx;

    public ModelStoreTests()
    {
        _folder = Path.Combine(_root, "models");
        _cache = Path.Combine(_root, "cache");
        _onnx = TfliteConverter.Convert(_tflite, "small", SmallNetwork.Outputs);
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, "manifest.json"), Manifest().ToJsonString());
        foreach (var file in new[] { "detection.onnx", "lite.onnx", "full.onnx" })
            File.WriteAllBytes(Path.Combine(_folder, file), _onnx);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_file_that_is_the_one_in_the_manifest_is_given_out()
    {
        Assert.Equal(_onnx, Open().ReadVerified(PoseModel.Lite));
    }

    [Fact]
    public void A_missing_file_is_named_with_the_command_that_makes_it()
    {
        File.Delete(Path.Combine(_folder, "lite.onnx"));

        var error = Assert.Throws<ModelException>(() => Open().ReadVerified(PoseModel.Lite));

        Assert.Contains($"'{Path.Combine(_folder, "lite.onnx")}' is missing", error.Message, StringComparison.Ordinal);
        Assert.Contains("physioedge models convert lite", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_file_is_refused_with_both_sizes()
    {
        File.WriteAllBytes(Path.Combine(_folder, "lite.onnx"), _onnx[..100]);

        var error = Assert.Throws<ModelException>(() => Open().ReadVerified(PoseModel.Lite));

        Assert.Contains($"100 bytes long, expected {_onnx.Length}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_one_changed_bit_is_refused_with_both_sums()
    {
        var changed = _onnx.ToArray();
        changed[^1] ^= 1;
        File.WriteAllBytes(Path.Combine(_folder, "lite.onnx"), changed);

        var error = Assert.Throws<ModelException>(() => Open().ReadVerified(PoseModel.Lite));

        Assert.Contains(ModelFile.Sha256(changed), error.Message, StringComparison.Ordinal);
        Assert.Contains(ModelFile.Sha256(_onnx), error.Message, StringComparison.Ordinal);
        Assert.Contains("physioedge models convert lite", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verifying_lists_each_file_as_ok_missing_or_wrong()
    {
        File.WriteAllBytes(Path.Combine(_folder, "lite.onnx"), [1]);
        File.Delete(Path.Combine(_folder, "full.onnx"));

        var checks = Open().VerifyAll();

        Assert.Equal(
            [
                (PoseModel.Detection, ModelState.Ok),
                (PoseModel.Lite, ModelState.Wrong),
                (PoseModel.Full, ModelState.Missing),
                (PoseModel.Heavy, ModelState.Missing),
            ],
            checks.Select(check => (check.Model.Model, check.State)));
        Assert.All(checks, check => Assert.Equal(check.State == ModelState.Ok, check.Message is null));
        Assert.Equal([true, true, true, false], checks.Select(check => check.Model.Shipped));
    }

    [Fact]
    public async Task Heavy_is_made_on_demand_into_the_models_folder_and_only_once()
    {
        var path = await EnsureHeavyAsync(Package());

        Assert.Equal(Path.Combine(_folder, "heavy.onnx"), path);
        Assert.Equal(_onnx, Open().ReadVerified(PoseModel.Heavy));
        Assert.Equal(path, await EnsureHeavyAsync(PackageSource.FromPath(Path.Combine(_root, "no package"))));
    }

    [Fact]
    public async Task Heavy_goes_to_the_cache_of_the_user_when_the_models_folder_cannot_take_it()
    {
        // A folder in the place of the file stands for a folder that cannot be written to, which root always can.
        Directory.CreateDirectory(Path.Combine(_folder, "heavy.onnx"));

        var path = await EnsureHeavyAsync(Package());

        Assert.Equal(Path.Combine(_cache, "heavy.onnx"), path);
        Assert.Equal(_onnx, Open().ReadVerified(PoseModel.Heavy));
        Assert.Equal(4, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public async Task A_damaged_heavy_file_is_made_anew()
    {
        File.WriteAllBytes(Path.Combine(_folder, "heavy.onnx"), [1, 2, 3]);

        await EnsureHeavyAsync(Package());

        Assert.Equal(_onnx, Open().ReadVerified(PoseModel.Heavy));
    }

    [Fact]
    public async Task A_model_that_comes_out_other_than_in_the_manifest_is_not_kept()
    {
        WriteManifest(manifest => manifest["models"]![3]!["sha256"] = new string('0', 64));

        var error = await Assert.ThrowsAsync<ModelException>(() => EnsureHeavyAsync(Package()));

        Assert.Contains("of different releases", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "heavy.onnx")));
    }

    [Fact]
    public async Task Converting_says_when_the_result_is_not_the_one_in_the_manifest()
    {
        WriteManifest(manifest => manifest["models"]![1]!["sha256"] = new string('0', 64));
        var output = Path.Combine(_root, "made", "here");

        var results = await ModelConversion.ConvertAsync(
            Open(), [PoseModel.Detection, PoseModel.Lite], Package(), output, null, TestContext.Current.CancellationToken);

        Assert.Equal([true, false], results.Select(result => result.ReproducesManifest));
        Assert.Equal(["detection.onnx", "lite.onnx"], Directory.GetFiles(output).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task An_output_folder_that_cannot_be_written_to_is_named()
    {
        var file = Path.Combine(_folder, "manifest.json");

        var error = await Assert.ThrowsAsync<ModelException>(() => ModelConversion.ConvertAsync(
            Open(), [PoseModel.Lite], Package(), file, null, TestContext.Current.CancellationToken));

        Assert.Contains($"'{Path.Combine(file, "lite.onnx")}' cannot be written", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"format":1,"models":""", "malformed")]
    [InlineData("null", "empty")]
    [InlineData("[]", "malformed")]
    [InlineData("""{"format":1}""", "models")]
    [InlineData("""{"format":1,"models":null}""", "models")]
    [InlineData("""{"format":2,"models":[]}""", "format is 2, not 1; models has 0 entries for Detection")]
    public void A_malformed_manifest_is_refused(string content, string named)
    {
        File.WriteAllText(Path.Combine(_folder, "manifest.json"), content);

        var error = Assert.Throws<ModelException>(() => Open());

        Assert.Contains(Path.Combine(_folder, "manifest.json"), error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_a_manifest_is_named_at_once()
    {
        WriteManifest(manifest =>
        {
            manifest["models"]![0]!["file"] = "../detection.onnx";
            manifest["models"]![1]!["sha256"] = "ABC";
            manifest["models"]![2]!["size"] = 0;
        });

        var error = Assert.Throws<ModelException>(() => Open());

        Assert.Contains("file '../detection.onnx' of Detection", error.Message, StringComparison.Ordinal);
        Assert.Contains("sha256 of Lite", error.Message, StringComparison.Ordinal);
        Assert.Contains("size of Full is 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_field_of_a_manifest_is_named_with_its_place()
    {
        WriteManifest(manifest => manifest["models"]![2]!["sha265"] = "x");

        var error = Assert.Throws<ModelException>(() => Open());

        Assert.Contains("sha265", error.Message, StringComparison.Ordinal);
        Assert.Contains("at $.models[2].sha265, line 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_models_folder_is_named()
    {
        var error = Assert.Throws<ModelException>(() => ModelStore.Open(Path.Combine(_root, "elsewhere")));

        Assert.Contains(Path.Combine(_root, "elsewhere", "manifest.json"), error.Message, StringComparison.Ordinal);
    }

    private ModelStore Open() => ModelStore.Open(_folder, _cache);

    private Task<string> EnsureHeavyAsync(PackageSource package) =>
        Open().EnsureAvailableAsync(PoseModel.Heavy, package, null, TestContext.Current.CancellationToken);

    private PackageSource Package()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, "package")).FullName;
        File.WriteAllBytes(Path.Combine(folder, "small.tflite"), _tflite);
        return PackageSource.FromPath(folder);
    }

    private void WriteManifest(Action<JsonNode> change)
    {
        var manifest = Manifest();
        change(manifest);
        File.WriteAllText(Path.Combine(_folder, "manifest.json"), manifest.ToJsonString());
    }

    private JsonObject Manifest() => new()
    {
        ["format"] = 1,
        ["models"] = new JsonArray([.. new[] { "detection", "lite", "full", "heavy" }.Select(Entry)]),
    };

    private JsonObject Entry(string model) => new()
    {
        ["model"] = model,
        ["name"] = "small",
        ["file"] = $"{model}.onnx",
        ["size"] = _onnx.Length,
        ["sha256"] = ModelFile.Sha256(_onnx),
        ["shipped"] = model != "heavy",
        ["source"] = new JsonObject
        {
            ["package"] = "small",
            ["version"] = "1.0.0",
            ["file"] = "small.tflite",
            ["sha256"] = ModelFile.Sha256(_tflite),
        },
        ["licence"] = "Apache-2.0",
        ["inputs"] = new JsonArray(Tensor("input_1")),
        ["outputs"] = new JsonArray([.. SmallNetwork.Outputs.Select(Tensor)]),
    };

    private static JsonObject Tensor(string name) => new() { ["name"] = name, ["shape"] = new JsonArray(1), ["meaning"] = "numbers" };
}
