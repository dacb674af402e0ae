using PhysioEdge.Storage.Influx;
using PhysioEdge.Storage.Sqlite;
using PhysioEdge.Storage.Tests.Measurements;

namespace PhysioEdge.Storage.Tests.Influx;

public sealed class InfluxWriterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_kind_of_row_is_a_measurement_with_the_pseudonym_and_no_session_as_a_tag()
    {
        using var server = new ScriptedServer(_ => ScriptedServer.NoContent);
        using var setup = new WriterSetup(server.Url);
        setup.Store.Write([
            Rows.Session("s-1", duration: TimeSpan.FromMinutes(10)), Rows.Session("s-2"),
            Rows.Repetition("s-1", 1), Rows.Stride("s-1", 1), Rows.HeartRate(Rows.Noon)]);

        await setup.Writer.RoundAsync(Token);

        Assert.Equal(
            [
                "session,edge=edge-0001,patient=pt-7f3a,site=clinic-01 duration_s=600,repetitions=1 1709553600000",
                "repetition,edge=edge-0001,exercise=squat,patient=pt-7f3a,side=both,site=clinic-01 number=1,range_deg=81,peak_deg=85.5,left_range_deg=81,duration_s=2.5,partial=0,quality=0.9,hold_s=0.2 1709553604000",
                "stride,edge=edge-0001,patient=pt-7f3a,side=right,site=clinic-01 stance_s=0.7,swing_s=0.4,stride_s=1.1,peak_n=700 1709553600550",
                "minute,edge=edge-0001,measure=heart-rate,patient=pt-7f3a,side=both,site=clinic-01,unit=bpm count=60,mean=80,min=70,max=90 1709553600000",
            ],
            server.Lines);
        Assert.All(server.Requests, request => Assert.Equal("POST /write?db=physio&precision=ms HTTP/1.1", request.First));
        Assert.All(server.Requests, request => Assert.Equal("gzip", request.Headers["Content-Encoding"]));
        Assert.Equal(4, setup.Writer.Status.Stored);
    }

    [Fact]
    public async Task A_session_is_sent_when_it_has_ended()
    {
        using var server = new ScriptedServer(_ => ScriptedServer.NoContent);
        using var setup = new WriterSetup(server.Url);
        setup.Store.Write([Rows.Session("s-1"), Rows.Session("s-2", Rows.Noon.AddHours(1), TimeSpan.FromMinutes(1))]);
        await setup.Writer.RoundAsync(Token);

        setup.Store.Write([Rows.Session("s-1", duration: TimeSpan.FromMinutes(2))]);
        await setup.Writer.RoundAsync(Token);

        Assert.Equal(2, server.Lines.Count());
        Assert.EndsWith("duration_s=120,repetitions=0 1709553600000", server.Lines.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_acknowledged_is_sent_once_more_after_a_minute_and_then_never_again()
    {
        using var server = new ScriptedServer(_ => ScriptedServer.NoContent);
        using var setup = new WriterSetup(server.Url);
        setup.AddRepetitions(1, 120);
        await setup.Writer.RoundAsync(Token);
        await setup.Writer.RoundAsync(Token);
        Assert.Equal(120, server.Lines.Count());

        setup.Time.Advance(TimeSpan.FromMinutes(1));
        await setup.Writer.RoundAsync(Token);
        Assert.Equal(240, server.Lines.Count());
        Assert.Equal(120, server.Lines.Distinct().Count());

        setup.Restart();
        setup.AddRepetitions(121, 1);
        await setup.Writer.RoundAsync(Token);
        setup.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(241, server.Lines.Count());
    }

    [Fact]
    public async Task A_service_that_is_started_anew_sends_again_what_was_not_settled()
    {
        using var server = new ScriptedServer(_ => ScriptedServer.NoContent);
        using var setup = new WriterSetup(server.Url);
        setup.AddRepetitions(1, 10);
        await setup.Writer.RoundAsync(Token);

        setup.Restart();
        await setup.Writer.RoundAsync(Token);

        Assert.Equal(20, server.Lines.Count());
    }

    [Fact]
    public async Task After_trouble_all_that_is_not_settled_is_sent_again()
    {
        var inTrouble = false;
        using var server = new ScriptedServer(_ => inTrouble ? ScriptedServer.Answer("503 Service Unavailable", "starting") : ScriptedServer.NoContent);
        using var setup = new WriterSetup(server.Url);
        setup.AddRepetitions(1, 10);
        await setup.Writer.RoundAsync(Token);

        inTrouble = true;
        setup.AddRepetitions(11, 1);
        Assert.Equal(WriteOutcome.Later, (await setup.Writer.RoundAsync(Token)).Outcome);
        Assert.Equal($"{server.Url.Authority} answers 503: starting", setup.Writer.Status.Problem);

        inTrouble = false;
        await setup.Writer.RoundAsync(Token);
        Assert.Equal(10 + 1 + 11, server.Lines.Count());
        Assert.Null(setup.Writer.Status.Problem);
    }

    [Fact]
    public async Task A_row_that_is_not_taken_is_set_aside_and_all_others_are_stored()
    {
        using var server = new ScriptedServer(request => request.Lines.Any(line => line.Contains("number=33,", StringComparison.Ordinal))
            ? ScriptedServer.Answer("400 Bad Request", """{"error":"partial write: field type conflict dropped=1"}""")
            : ScriptedServer.NoContent);
        using var setup = new WriterSetup(server.Url);
        setup.AddRepetitions(1, 120);

        await setup.Writer.RoundAsync(Token);
        setup.Time.Advance(TimeSpan.FromMinutes(1));
        await setup.Writer.RoundAsync(Token);

        Assert.Equal((1L, 120L, null), (setup.Writer.Status.Refused, setup.Writer.Status.Settled, setup.Writer.Status.Problem));
        var (line, reason) = Assert.Single(setup.Store.Database.Read(c => c.Query("SELECT line, reason FROM influx_refused", r => (r.GetString(0), r.GetString(1)))));
        Assert.Contains("number=33,", line, StringComparison.Ordinal);
        Assert.Contains("field type conflict", reason, StringComparison.Ordinal);
        Assert.Equal(120, server.Lines.Distinct().Count());
    }

    [Theory]
    [InlineData("401 Unauthorized", """{"error":"authorization failed"}""", "authorization failed. Check influx.user_name")]
    [InlineData("403 Forbidden", """{"error":"\"edge\" user is not authorized to write"}""", "not authorized to write. Check influx.user_name")]
    [InlineData("404 Not Found", """{"error":"database not found: \"physio\""}""", "make the database physio there")]
    [InlineData("500 Internal Server Error", """{"error":"engine: disk full"}""", "answers 500: engine: disk full")]
    [InlineData("200 OK", "<html>Please sign in to the guest network</html>", "answers 200: <html>Please sign in")]
    [InlineData("302 Found", "", "answers 302")]
    [InlineData("400 Bad Request", "<html>not for you</html>", "answers 400: <html>")]
    public async Task What_a_person_has_to_mend_is_said_and_no_row_is_lost(string status, string body, string said)
    {
        using var server = new ScriptedServer(_ => ScriptedServer.Answer(status, body));
        using var setup = new WriterSetup(server.Url);
        setup.AddRepetitions(1, 10);

        await setup.Writer.RoundAsync(Token);

        Assert.Contains(said, setup.Writer.Status.Problem, StringComparison.Ordinal);
        Assert.Equal((0L, 0L), (setup.Writer.Status.Stored, setup.Writer.Status.Refused));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("HTTP/1.1 204 No Con")]
    [InlineData("HTTP/1.1 500 Oh\r\nContent-Length: 100\r\n\r\nhalf")]
    [InlineData("not HTTP at all\r\n\r\n")]
    public async Task An_answer_that_breaks_off_is_none(string answer)
    {
        using var server = new ScriptedServer(_ => answer + ScriptedServer.Cut);
        using var setup = new WriterSetup(server.Url);
        setup.AddRepetitions(1, 1);

        Assert.Equal(WriteOutcome.Later, (await setup.Writer.RoundAsync(Token)).Outcome);

        Assert.Contains("cannot be reached or broke off", setup.Writer.Status.Problem, StringComparison.Ordinal);
        Assert.Equal(0, setup.Writer.Status.Stored);
    }

    [Fact]
    public async Task A_server_that_is_silent_is_not_waited_for_for_ever()
    {
        using var server = new ScriptedServer(_ => null);
        using var setup = new WriterSetup(server.Url);
        setup.AddRepetitions(1, 1);

        var round = setup.Writer.RoundAsync(Token);
        while (!round.IsCompleted)
        {
            setup.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal($"{server.Url.Authority} does not answer within 10 s.", setup.Writer.Status.Problem);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_said()
    {
        using var setup = new WriterSetup(new Uri("http://127.0.0.1:1"));
        setup.AddRepetitions(1, 1);

        await setup.Writer.RoundAsync(Token);

        Assert.Contains("127.0.0.1:1 cannot be reached", setup.Writer.Status.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_asks_for_a_pause_gets_it()
    {
        var requests = 0;
        using var server = new ScriptedServer(_ => Interlocked.Increment(ref requests) == 1
            ? ScriptedServer.Answer("429 Too Many Requests", "", "Retry-After: 120\r\n")
            : ScriptedServer.NoContent);
        using var setup = new WriterSetup(server.Url, o => o with { Timeout = TimeSpan.FromDays(30) });
        setup.AddRepetitions(1, 1);
        var start = setup.Time.GetUtcNow();
        await setup.Writer.StartAsync(Token);

        while (setup.Writer.Status.Stored == 0 && setup.Writer.ExecuteTask is { IsCompleted: false })
        {
            setup.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(2, server.Requests.Count);
        Assert.InRange(setup.Writer.Status.LastStored!.Value - start, TimeSpan.FromSeconds(130), TimeSpan.MaxValue);
        await setup.Writer.StopAsync(Token);
    }

    [Fact]
    public async Task Who_writes_is_in_a_header_and_the_secret_is_read_from_its_file_anew()
    {
        using var server = new ScriptedServer(_ => ScriptedServer.NoContent);
        using var secrets = new PhysioEdge.TestKit.TempFolder();
        using var setup = new WriterSetup(server.Url, o => o with { UserName = "edge", PasswordFile = secrets.File("password") });
        setup.AddRepetitions(1, 1);

        await setup.Writer.RoundAsync(Token);
        Assert.Contains("password_file", setup.Writer.Status.Problem, StringComparison.Ordinal);
        secrets.WriteSecret("password", "päss\n");
        await setup.Writer.RoundAsync(Token);

        var request = Assert.Single(server.Requests);
        Assert.Equal("Basic " + Convert.ToBase64String("edge:päss"u8), request.Headers["Authorization"]);
        Assert.DoesNotContain("edge:", request.First, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_goes_before_a_password()
    {
        using var server = new ScriptedServer(_ => ScriptedServer.NoContent);
        using var secrets = new PhysioEdge.TestKit.TempFolder();
        secrets.WriteSecret("token", "abc\nwhat is this\n");
        using var setup = new WriterSetup(server.Url, o => o with { TokenFile = secrets.File("token") });
        setup.AddRepetitions(1, 1);

        await setup.Writer.RoundAsync(Token);

        Assert.Equal("Token abc", Assert.Single(server.Requests).Headers["Authorization"]);
    }

    [Fact]
    public async Task On_a_bad_line_a_long_history_gets_through_bit_by_bit()
    {
        var requests = 0;
        using var server = new ScriptedServer(_ => Interlocked.Increment(ref requests) % 30 == 0 ? ScriptedServer.Answer("502 Bad Gateway", "") : ScriptedServer.NoContent);
        using var setup = new WriterSetup(server.Url, o => o with { BatchRows = 10 });
        setup.AddRepetitions(1, 2000);

        for (var rounds = 0; rounds < 200 && setup.Writer.Status.Settled < 2000; rounds++)
        {
            await setup.Writer.RoundAsync(Token);
            setup.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(2000, setup.Writer.Status.Settled);
        Assert.Equal(2000, server.Lines.Distinct().Count());
    }
}
