using PhysioEdge.Appliance.Commands;
using PhysioEdge.Appliance.Models;
using PhysioEdge.Appliance.SelfTests;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.Inference;
using PhysioEdge.Inference.Models;
using PhysioEdge.TestKit;
using PhysioEdge.TestKit.Video;

namespace PhysioEdge.Appliance.Tests.SelfTests;

public sealed class SelfTestTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_box_as_it_was_delivered_is_healthy()
    {
        using var box = new BoxFolder(Clips.Steady.Path);

        var result = await PhysioEdgeProgram.RunAsync("selftest", "--config", box.Write());

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("Model lite", result.Output, StringComparison.Ordinal);
        Assert.All(["knee", "hip", "ankle", "shoulder", "elbow", "trunk"], joint => Assert.Contains($"\n  {joint} ", result.Output, StringComparison.Ordinal));
        Assert.Contains("of 8 done", result.Output, StringComparison.Ordinal);
        Assert.Contains("ms per picture", result.Output, StringComparison.Ordinal);
        Assert.StartsWith("Healthy:", result.Output.TrimEnd('\n').Split('\n')[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("NOT", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_box_whose_models_were_mixed_up_is_not_healthy()
    {
        var models = new PoseModels(ModelStore.Open(), TimeProvider.System);
        var test = new SelfTest(() => models.CreateTracker(PoseModel.Full), TimeProvider.System);
        var result = await test.RunAsync(new Progress<TimeSpan>(), TestContext.Current.CancellationToken);
        var reference = HealthyReference.Read();
        var healthy = reference.Of(PoseModel.Lite);

        Assert.Contains("the angles of the knee", new SelfTestVerdict(result, healthy, reference.ToleranceDeg).Faults);

        var lines = SelfTestReport.Lines("lite", result, healthy, reference.ToleranceDeg).ToList();
        Assert.Contains(lines, line => line.Contains("knee", StringComparison.Ordinal) && line.EndsWith("NOT as it should be", StringComparison.Ordinal));
        Assert.StartsWith("NOT healthy: the angles of the knee", lines[^1], StringComparison.Ordinal);
        Assert.Contains("physioedge models verify", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_model_is_named_before_anything_is_measured()
    {
        var store = ModelStore.Open();
        foreach (var file in Directory.GetFiles(store.Folder))
            File.Copy(file, _folder.File(Path.GetFileName(file)));
        var damaged = _folder.File(store.Describe(PoseModel.Lite).File);
        var bytes = await File.ReadAllBytesAsync(damaged, TestContext.Current.CancellationToken);
        bytes[^1]++;
        await File.WriteAllBytesAsync(damaged, bytes, TestContext.Current.CancellationToken);

        var exception = await Assert.ThrowsAsync<ModelException>(
            () => SelfTestCommand.TestAsync(PoseModel.Lite, ModelStore.Open(_folder.Path), TestContext.Current.CancellationToken));

        Assert.Contains(damaged, exception.Message, StringComparison.Ordinal);
        Assert.Contains("changed: its sha256", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Restore it from the release", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PoseModel.Lite)]
    [InlineData(PoseModel.Full)]
    [InlineData(PoseModel.Heavy)]
    public void What_a_healthy_box_reaches_is_known_of_every_model(PoseModel model)
    {
        var healthy = HealthyReference.Read().Of(model);

        Assert.InRange(healthy.Repetitions, 6, 8);
        Assert.Equal(6, healthy.MaeDeg.Count);
        Assert.All(healthy.MaeDeg.Values, degrees => Assert.InRange(degrees, 0.3, 20));
    }
}
