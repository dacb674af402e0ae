using System.CommandLine;
using PhysioEdge.Training;

return await new RootCommand("Trains the lifter: see README.md.") { FilmCommand.Create(), TrainCommand.Create(), ScoreCommand.Create() }.Parse(args).InvokeAsync();
