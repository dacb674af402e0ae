using PhysioEdge.Inference.Models;

namespace PhysioEdge.Inference.Tests.Models;

/// <summary>What is in the models folder of the repository.</summary>
public sealed class CommittedModelsTests
{
    private readonly ModelStore _store = ModelStore.Open();

    [Fact]
    public void Every_shipped_file_is_the_one_in_the_manifest()
    {
        var shipped = _store.VerifyAll().Where(check => check.Model.Shipped).ToArray();

        Assert.Equal([PoseModel.Detection, PoseModel.Lite, PoseModel.Full], shipped.Select(check => check.Model.Model));
        Assert.All(shipped, check => Assert.Null(check.Message));
    }

    [Theory]
    [InlineData(PoseModel.Detection)]
    [InlineData(PoseModel.Lite)]
    [InlineData(PoseModel.Full)]
    public void The_manifest_names_the_tensors_of_the_files_with_their_shapes(PoseModel kind)
    {
        var info = _store.Describe(kind);
        using var model = new OnnxModel(info.Name, _store.ReadVerified(kind));

        Assert.Equal(Assert.Single(info.Inputs).Shape, model.InputShape);
        Assert.Equal(info.Outputs.Select(output => output.Name), model.OutputNames);
        foreach (var output in info.Outputs)
            Assert.Equal(output.Shape.Aggregate(1L, static (count, size) => count * size), model.Output(output.Name).Length);
    }

    [Fact]
    public void The_licence_of_the_models_lies_beside_them()
    {
        var text = File.ReadAllText(Path.Combine(ModelStore.DefaultFolder, "LICENSE-Apache-2.0.txt"));

        Assert.Contains("Apache License", text, StringComparison.Ordinal);
        Assert.Contains("END OF TERMS AND CONDITIONS", text, StringComparison.Ordinal);
        Assert.All(_store.VerifyAll(), check => Assert.Equal("Apache-2.0", check.Model.Licence));
    }
}
