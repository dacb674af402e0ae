using System.CommandLine;
using PhysioEdge.Inference.Models;
using PhysioEdge.Training.Captures;
using PhysioEdge.Training.Films;
using PhysioEdge.Training.Learning;
using PhysioEdge.Training.Sights;

namespace PhysioEdge.Training;

/// <summary><c>train DATA</c>.</summary>
internal static class TrainCommand
{
    private const int FilmsToCalibrate = 60;

    public static Command Create()
    {
        var data = new Argument<string>("DATA") { Description = "the folder of recordings" };
        var films = new Option<string>("--films") { Description = "the folder of films", Required = true };
        var output = new Option<string>("--out") { Description = "the models folder to write to", DefaultValueFactory = _ => "models" };
        var command = new Command("train", "Train the lifter, calibrate it and write it with its manifest.") { data, films, output };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(data)!, parsed.GetValue(films)!, parsed.GetValue(output)!));
        return command;
    }

    private static async Task RunAsync(string data, string films, string output)
    {
        var plan = new TrainingPlan();
        var captures = CaptureLibrary.Read(data);
        var material = new Material(Clips(captures, Seeds.Clips, plan.Clips), FilmFile.ReadAll(films));
        var network = new Teacher(material, Clips(captures, Seeds.HeldOutClips, 300), plan).Train(Console.WriteLine);

        // Kept before it is calibrated: what took the better part of an hour is not lost to whatever goes wrong then.
        LifterFile.Write(output, LiftExport.Write(network));
        var score = await new FilmScore(captures, new PoseTrackers(output), LiftExport.Write(network), PoseModel.Full).RunAsync(Seeds.CalibrationFilms, FilmsToCalibrate);
        network.Calibrate(score.Live.Calibration());
        LifterFile.Write(output, LiftExport.Write(network));
    }

    private static IReadOnlyList<Clip> Clips(CaptureLibrary captures, int firstSeed, int count) =>
        [.. Enumerable.Range(firstSeed, count).AsParallel().AsOrdered().Select(seed => Clip.Make(captures, seed))];
}
