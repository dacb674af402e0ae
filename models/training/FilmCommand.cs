using System.CommandLine;
using PhysioEdge.Inference.Models;
using PhysioEdge.Training.Films;

namespace PhysioEdge.Training;

/// <summary><c>films</c>.</summary>
internal static class FilmCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "the folder for the films", Required = true };
        var count = new Option<int>("--count") { Description = "how many to make; a third of them is lost, because the figure was out of sight", DefaultValueFactory = _ => 460 };
        var models = new Option<string>("--models") { Description = "the models folder", DefaultValueFactory = _ => "models" };
        var command = new Command("films", "Film phantoms and keep what the pose models make of them.") { output, count, models };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            Directory.CreateDirectory(parsed.GetValue(output)!).FullName, parsed.GetValue(count), new PoseTrackers(parsed.GetValue(models)!), cancellationToken));
        return command;
    }

    private static async Task RunAsync(string folder, int count, PoseTrackers trackers, CancellationToken cancellationToken) =>
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken },
            async (i, _) =>
            {
                // Every third is seen by the small model.
                var model = i / 2 % 3 == 2 ? PoseModel.Lite : PoseModel.Full;
                if (await Film.MakeAsync(Seeds.Film(i), () => trackers.Create(model)) is { } film)
                    FilmFile.Write(Path.Combine(folder, $"{Seeds.Film(i)}.film"), film);
            });
}
