using PhysioEdge.Storage.Influx;
using PhysioEdge.Storage.Tests.Measurements;
using PhysioEdge.TestKit;
using PhysioEdge.TestKit.Series;

namespace PhysioEdge.Storage.Tests.Influx;

public sealed class InfluxDbTests : SeriesServerContract
{
    private readonly InfluxDb _server;

    public InfluxDbTests()
        : this(new InfluxDb("physio"))
    {
    }

    private InfluxDbTests(InfluxDb server)
        : base(server, InfluxDb.Program) => _server = server;

    [Fact]
    public async Task A_database_that_is_missing_is_said_and_once_it_is_made_all_arrives()
    {
        await _server.StartAsync(Token);
        using var setup = new WriterSetup(_server.Url);
        setup.AddRepetitions(1, 10);

        await setup.Writer.RoundAsync(Token);
        Assert.Contains("database not found: \"physio\". Check influx.url, and make the database physio there.", setup.Writer.Status.Problem, StringComparison.Ordinal);

        await _server.ExecuteAsync("CREATE DATABASE physio", Token);
        await Stored(setup);
        Assert.Equal(10, await _server.CountAsync("repetition", "range_deg", Token));
    }

    [Fact]
    public async Task What_the_server_does_not_take_is_set_aside()
    {
        await StartAsync();
        await _server.ExecuteAsync("CREATE RETENTION POLICY short ON physio DURATION 1200w REPLICATION 1 DEFAULT", Token);
        using var setup = new WriterSetup(_server.Url);
        setup.AddRepetitions(1, 60);
        setup.Store.Write([Rows.Repetition("s-1", 61, new DateTimeOffset(1999, 1, 1, 0, 0, 0, TimeSpan.Zero))]);

        await Stored(setup);

        Assert.Equal(1, setup.Writer.Status.Refused);
        Assert.Equal(60, await _server.CountAsync("repetition", "range_deg", Token));
    }

    [Fact]
    public async Task Names_that_need_it_come_out_as_they_were()
    {
        await StartAsync();
        using var setup = new WriterSetup(_server.Url);
        setup.Store.Write([Rows.HeartRate(Rows.Noon) with { Measure = "a, b=c \"d\"" }]);

        await Stored(setup);

        Assert.Contains("a, b=c \\\"d\\\"", await _server.ExecuteAsync("SHOW TAG VALUES FROM \"minute\" WITH KEY = \"measure\"", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_signs_in_may_write_where_the_server_asks_for_it()
    {
        using var server = new InfluxDb("physio", withSignIn: true);
        await server.StartAsync(Token);
        await server.ExecuteAsync("CREATE USER admin WITH PASSWORD 'a' WITH ALL PRIVILEGES", Token);
        await server.ExecuteAsync("CREATE DATABASE physio", Token, "admin:a");
        using var secrets = new TempFolder();
        using var setup = new WriterSetup(server.Url, o => o with { UserName = "admin", PasswordFile = secrets.File("password") });
        setup.AddRepetitions(1, 5);

        secrets.WriteSecret("password", "wrong");
        Assert.Equal(WriteOutcome.Later, (await setup.Writer.RoundAsync(Token)).Outcome);
        Assert.Contains("answers 401: authorization failed", setup.Writer.Status.Problem, StringComparison.Ordinal);

        secrets.WriteSecret("password", "a");
        await Stored(setup);
        Assert.Equal(5, setup.Writer.Status.Stored);
    }

    protected override async Task StartAsync()
    {
        await _server.StartAsync(Token);
        await _server.ExecuteAsync("CREATE DATABASE physio", Token);
    }
}
