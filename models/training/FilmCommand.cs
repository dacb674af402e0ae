using System.CommandLine;
using PhysioEdge.Inference.Models;
using PhysioEdge.Training.Captures;
using PhysioEdge.Training.Films;

namespace PhysioEdge.Training;

/// <summary><c>films</c>.</summary>
internal static class FilmCommand
{
    public static Command Create()
    {
        var data = new Argument<string>("DATA") { Description = "the folder of recordings" };
        var output = new Option<string>("--out") { Description = "the folder for the films", Required = true };
        var count = new Option<int>("--count") { Description = "how many to make; a third of them is lost, because the figure was out of sight", DefaultValueFactory = _ => 1000 };
        var models = new Option<string>("--models") { Description = "the models folder", DefaultValueFactory = _ => "models" };
        var command = new Command("films", "Film phantoms and keep what the pose models make of them.") { data, output, count, models };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            CaptureLibrary.Read(parsed.GetValue(data)!), Directory.CreateDirectory(parsed.GetValue(output)!).FullName, parsed.GetValue(count), new PoseTrackers(parsed.GetValue(models)!), cancellationToken));
        return command;
    }

    private static async Task RunAsync(CaptureLibrary captures, string folder, int count, PoseTrackers trackers, CancellationToken cancellationToken) =>
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken },
            async (i, _) =>
            {
                // Every third is seen by the small model.
                var model = i / 2 % 3 == 2 ? PoseModel.Lite : PoseModel.Full;
                if (await Film.MakeAsync(captures, Seeds.Film(i), () => trackers.Create(model)) is { } film)
                    FilmFile.Write(Path.Combine(folder, $"{Seeds.Film(i)}.film"), film);
            });
}
