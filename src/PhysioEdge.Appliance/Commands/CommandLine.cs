using System.CommandLine;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Inference;
using PhysioEdge.Publishing.Broker;
using PhysioEdge.Storage;
using PhysioEdge.Storage.Secrets;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Appliance.Commands;

/// <summary>The commands of <c>physioedge</c> and their exit codes: 0 done, 2 bad arguments or input, 1 anything else.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int BadInput = 2;

    /// <summary>A stop on demand may take as long as the host gives its workers, half a minute, and a little: cut off earlier it would look like a failure.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(35);

    public static async Task<int> InvokeAsync(string[] args)
    {
        var root = new RootCommand("PhysioEdge: measures physiotherapy on the box in the room and tells the therapist only what matters.")
        {
            RunCommand.Create(),
            new Command("analyze", "Measure a recording as the service would have.")
            {
                AnalyzeVideoCommand.Create(),
                AnalyzeLandmarksCommand.Create(),
                AnalyzeInsoleCommand.Create(),
                AnalyzeFootImuCommand.Create(),
                AnalyzeHeartRateCommand.Create(),
                AnalyzeActivityCommand.Create(),
                AnalyzeSeriesCommand.Create(),
            },
            DecodeCommand.Create(),
            DevicesCommand.Create(),
            ModelsCommand.Create(),
            AccuracyCommand.Create(),
            SimulateCommand.Create(),
            SelfTestCommand.Create(),
            BenchCommand.Create(),
            ProvisionCommand.Create(),
            BackupCommand.Create(),
            BackupCommand.CreateRestore(),
        };
        var parsed = root.Parse(args.Length > 0 ? args : ["--help"]);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = LongestStop });

        var command = string.Join(' ', Names(parsed.CommandResult.Command).Reverse());
        var problem = parsed.UnmatchedTokens is [var unknown, ..] ? $"'{unknown}' is not known here" : parsed.Errors[0].Message.TrimEnd('.');
        await Console.Error.WriteLineAsync($"{problem}. See: {command} --help");
        return BadInput;
    }

    /// <summary>Gives a command its action; what the user can mend goes to stderr in plain words.</summary>
    public static void Does(this Command command, Func<ParseResult, CancellationToken, Task<int>> action)
        => command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                return await action(parsed, cancellationToken);
            }
            catch (Exception exception) when (IsInput(exception))
            {
                await Console.Error.WriteLineAsync(exception.Message);
                return BadInput;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync(exception.Message);
                return Failed;
            }
        });

    /// <summary>Makes the folder for results, with its parents.</summary>
    public static string MakeFolder(string path)
    {
        try
        {
            return Directory.CreateDirectory(path).FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"--out {path}: the folder cannot be made: {exception.Message} Choose one that you may write to.", exception);
        }
    }

    private static bool IsInput(Exception exception) => exception
        is InputException or ConfigurationException or CaptureException or ModelException or StoreException or BrokerException or SecretException;

    private static IEnumerable<string> Names(Command? command)
    {
        for (; command is not null; command = command.Parents.OfType<Command>().FirstOrDefault())
            yield return command is RootCommand ? "physioedge" : command.Name;
    }
}
