using System.CommandLine;
using PhysioEdge.Inference.Models;
using PhysioEdge.Training.Captures;
using PhysioEdge.Training.Films;

namespace PhysioEdge.Training;

/// <summary><c>score</c>.</summary>
internal static class ScoreCommand
{
    public static Command Create()
    {
        var data = new Argument<string>("DATA") { Description = "the folder of recordings" };
        var models = new Option<string>("--models") { Description = "the models folder", DefaultValueFactory = _ => "models" };
        var landmarks = new Option<PoseModel>("--landmarks") { Description = "the landmark model", DefaultValueFactory = _ => PoseModel.Full };
        var count = new Option<int>("--count") { Description = "how many films", DefaultValueFactory = _ => 40 };
        var command = new Command("score", "Measure the lifter on films that it has not learnt from.") { data, models, landmarks, count };
        command.SetAction(async (parsed, _) =>
        {
            var folder = parsed.GetValue(models)!;
            var lifter = TrainedModel.Describe(folder, LifterFile.Name).ReadVerified(folder);
            var score = await new FilmScore(CaptureLibrary.Read(parsed.GetValue(data)!), new PoseTrackers(folder), lifter, parsed.GetValue(landmarks)).RunAsync(Seeds.ScoredFilms, parsed.GetValue(count));
            Console.WriteLine(score.Alone);
            Console.WriteLine(score.Live);
            Console.WriteLine(score.Recorded);
        });
        return command;
    }
}
