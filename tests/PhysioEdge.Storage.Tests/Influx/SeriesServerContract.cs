using PhysioEdge.Storage.Influx;
using PhysioEdge.TestKit.Series;

namespace PhysioEdge.Storage.Tests.Influx;

/// <summary>What has to be true with every real server.</summary>
public abstract class SeriesServerContract : IDisposable
{
    private readonly SeriesServer _server;

    protected SeriesServerContract(SeriesServer server, string program)
    {
        _server = server;
        Assert.SkipUnless(SeriesServer.IsInstalled(program), $"{program} is not installed here: apt-get install it");
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task All_rows_arrive_once_however_often_they_are_sent()
    {
        await StartAsync();
        using var setup = new WriterSetup(_server.Url);
        setup.AddRepetitions(1, 250);

        await Stored(setup);
        setup.Restart();
        await Stored(setup);
        setup.Time.Advance(TimeSpan.FromMinutes(1));
        await Stored(setup);

        Assert.Equal(250, await _server.CountAsync("repetition", "range_deg", Token));
        Assert.Equal(250, setup.Writer.Status.Settled);
    }

    [Fact]
    public async Task A_server_that_is_killed_right_after_it_acknowledged_has_every_row_in_the_end()
    {
        await StartAsync();
        using var setup = new WriterSetup(_server.Url);

        for (var kill = 0; kill < 3; kill++)
        {
            setup.AddRepetitions((100 * kill) + 1, 100);
            await Stored(setup);
            _server.Kill();
            await _server.StartAsync(Token);
        }

        setup.Time.Advance(TimeSpan.FromMinutes(1));
        await Stored(setup);
        Assert.Equal(300, await _server.CountAsync("repetition", "range_deg", Token));
    }

    [Fact]
    public async Task A_server_that_was_gone_gets_what_it_missed()
    {
        await StartAsync();
        using var setup = new WriterSetup(_server.Url);
        setup.AddRepetitions(1, 60);
        await Stored(setup);

        _server.Kill();
        setup.AddRepetitions(61, 60);
        Assert.Equal(WriteOutcome.Later, (await setup.Writer.RoundAsync(Token)).Outcome);
        await _server.StartAsync(Token);
        await Stored(setup);

        Assert.Equal(120, await _server.CountAsync("repetition", "range_deg", Token));
        Assert.Null(setup.Writer.Status.Problem);
    }

    private protected static async Task Stored(WriterSetup setup)
    {
        // The connection to a server that was killed breaks only when it is next used.
        var answer = await setup.Writer.RoundAsync(Token);
        if (answer.Outcome == WriteOutcome.Later)
            answer = await setup.Writer.RoundAsync(Token);
        Assert.Equal(WriteAnswer.Stored, answer);
    }

    protected virtual void Dispose(bool disposing) => _server.Dispose();

    /// <summary>Starts the server, with the database there.</summary>
    protected virtual Task StartAsync() => _server.StartAsync(Token);
}
