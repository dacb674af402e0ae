using System.CommandLine;
using PhysioEdge.Inference.Conversion;
using PhysioEdge.Inference.Models;

namespace PhysioEdge.Appliance.Commands;

/// <summary><c>models convert</c> and <c>models verify</c>.</summary>
internal static class ModelsCommand
{
    public static Command Create() => new("models", "The pose models: make them from their source package, or check them.")
    {
        CreateConvert(),
        CreateVerify(),
    };

    /// <summary>Reads the name of a model, as files and options have it.</summary>
    public static PoseModel Parse(string field, string name, IReadOnlyList<PoseModel> allowed)
        => allowed.Where(m => NameOf(m) == name).Select(m => (PoseModel?)m).FirstOrDefault()
            ?? throw new InputException($"{field}{name}: not known; allowed: {string.Join(", ", allowed.Select(NameOf))}");

    public static string NameOf(PoseModel model) => model.ToString().ToLowerInvariant();

    private static Command CreateConvert()
    {
        var models = new Argument<string[]>("model")
        {
            Description = "detection, lite, full or heavy; all that are shipped if none is named",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var package = new Option<string?>("--package") { Description = "the npm package @mediapipe/pose as .tgz file or unpacked folder; fetched with npm if not given" };
        var output = new Option<string?>("--out") { Description = "the folder to write to; the program's models folder if not given" };
        var command = new Command("convert", "Make the ONNX models from the npm package, byte for byte those of the manifest.") { models, package, output };
        command.Does(async (parsed, cancellationToken) =>
        {
            var store = ModelStore.Open();
            var wanted = parsed.GetValue(models)!.Select(m => Parse("model ", m, Enum.GetValues<PoseModel>())).ToList();
            var source = parsed.GetValue(package) is { } path ? PackageSource.FromPath(path) : PackageSource.FromNpm();
            var results = await ModelConversion.ConvertAsync(
                store,
                wanted.Count > 0 ? wanted : [.. Enum.GetValues<PoseModel>().Where(m => store.Describe(m).Shipped)],
                source,
                parsed.GetValue(output) is { } folder ? CommandLine.MakeFolder(folder) : store.Folder,
                new StandardErrorProgress(),
                cancellationToken);
            foreach (var result in results)
                Console.WriteLine($"{result.Path}  {result.Size} bytes  sha256 {result.Sha256}  {(result.ReproducesManifest ? "as in the manifest" : "NOT as in the manifest")}");
            return results.All(r => r.ReproducesManifest) ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    private static Command CreateVerify()
    {
        var command = new Command("verify", "Hold every model file against the manifest.");
        command.Does((_, _) =>
        {
            var checks = ModelStore.Open().VerifyAll();
            foreach (var check in checks)
                Console.WriteLine($"{NameOf(check.Model.Model),-10} {Verdict(check)}");
            return Task.FromResult(checks.All(IsFine) ? CommandLine.Done : CommandLine.BadInput);
        });
        return command;
    }

    private static bool IsFine(ModelCheck check)
        => check.State == ModelState.Ok || (check.State == ModelState.Missing && !check.Model.Shipped);

    private static string Verdict(ModelCheck check) => check.State switch
    {
        ModelState.Ok => $"ok       {check.Path}",
        _ when IsFine(check) => "not here; made when it is first needed",
        var state => $"{state.ToString().ToLowerInvariant(),-8} {check.Message}",
    };
}

/// <summary>Says on a terminal what a long command is doing; errors alone belong in a pipe.</summary>
internal sealed class StandardErrorProgress : IProgress<string>
{
    public void Report(string value)
    {
        if (!Console.IsErrorRedirected)
            Console.Error.WriteLine(value);
    }
}
