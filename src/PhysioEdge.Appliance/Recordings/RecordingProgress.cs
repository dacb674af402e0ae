using Spectre.Console;

namespace PhysioEdge.Appliance.Recordings;

/// <summary>A progress bar on stderr while a recording goes by; nothing where stderr is no terminal.</summary>
internal static class RecordingProgress
{
    public static async Task ShowAsync(string title, TimeSpan? duration, Func<IProgress<TimeSpan>, Task> work)
    {
        if (Console.IsErrorRedirected || duration is not { } length)
        {
            await work(new Silent());
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new Bar(context.AddTask(Markup.Escape(title), maxValue: length.TotalSeconds))));
    }

    private sealed class Silent : IProgress<TimeSpan>
    {
        public void Report(TimeSpan value)
        {
        }
    }

    private sealed class Bar(ProgressTask task) : IProgress<TimeSpan>
    {
        public void Report(TimeSpan value) => task.Value = value.TotalSeconds;
    }
}
