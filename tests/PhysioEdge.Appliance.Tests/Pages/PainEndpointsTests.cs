using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.Storage.Measurements;

namespace PhysioEdge.Appliance.Tests.Pages;

public class PainEndpointsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_severe_score_is_flagged_in_the_session_of_the_exercises_and_kept_and_a_mild_one_ends_it()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync());
        using var service = await RunningService.StartAsync(box);
        await service.LogAsync("the recording is over");

        Assert.Equal((HttpStatusCode.OK, """{"score":8}"""), await GiveAsync(service, """{"score":8}"""));
        var (status, why) = (HttpStatusCode.OK, "");
        while (status == HttpStatusCode.OK)
            (status, why) = await GiveAsync(service, """{"score":8}""");
        Assert.Equal((HttpStatusCode.TooManyRequests, "That was quick: wait a second before you give another score."), (status, why));
        while (status == HttpStatusCode.TooManyRequests)
            (status, _) = await GiveAsync(service, """{"score":2}""", "?camera=cam-1");
        Assert.Equal(HttpStatusCode.OK, status);

        var events = (await service.StatusAsync(s => s.GetProperty("events").EnumerateArray().Count(IsPain) == 2)).GetProperty("events").EnumerateArray().Where(IsPain).ToList();
        Assert.Equal(["end", "new"], events.Select(e => e.GetProperty("phase").GetString()));
        Assert.Equal("The patient rates the pain 8 of 10 (to be told from 7 on).", events[1].GetProperty("explanation").GetString());
        await service.StatusAsync(s => s.GetProperty("publisher").GetProperty("receipted").GetInt32() == 5);
        Assert.Equal(0, await service.StopAsync());
        Assert.Single(SessionsReceived(box).Distinct());
        using var store = MeasurementStore.Open(box.DataFolder);
        var minutes = store.ReadMinutes("pt-7f3a", "pain-score", Side.Both, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
        Assert.Equal(("{score}", 2, 8), (minutes[0].Unit, minutes.Min(m => m.Least), minutes.Max(m => m.Most)));
    }

    [Fact]
    public async Task What_is_no_score_is_refused_with_a_sentence()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync());
        using var service = await RunningService.StartAsync(box);
        const string Range = """The score is a whole number from 0 (no pain) to 10 (worst imaginable): {"score":4}.""";

        foreach (var body in (string[])["""{"score":11}""", """{"score":-1}""", """{"score":4.5}""", """{"score":"4"}""", """{"score":null}""", "{}", "null", "[4]", "4", ""])
            Assert.Equal((HttpStatusCode.BadRequest, Range), await GiveAsync(service, body));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, """Send the score as JSON: {"score":4}."""), await GiveAsync(service, "score=4", type: "application/x-www-form-urlencoded"));
        Assert.Equal((HttpStatusCode.NotFound, "There is no camera 'cam-9'; there are: cam-1."), await GiveAsync(service, """{"score":4}""", "?camera=cam-9"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await GiveAsync(service, new string(' ', 1000))).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await service.GetAsync("/api/pain")).StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "own", HttpStatusCode.OK)]
    public async Task No_other_sites_page_gives_a_score(string header, string value, HttpStatusCode expected)
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync());
        using var service = await RunningService.StartAsync(box);

        var (status, _) = await GiveAsync(service, """{"score":1}""", header: (header, value == "own" ? $"http://127.0.0.1:{box.PagePort}" : value));

        Assert.Equal(expected, status);
    }

    private static List<string> SessionsReceived(BoxFolder box)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(box.DataFolder, "receiver.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT CAST(payload AS TEXT) ->> '$.data.session' FROM event";
        using var rows = command.ExecuteReader();
        var sessions = new List<string>();
        while (rows.Read())
            sessions.Add(rows.GetString(0));
        return sessions;
    }

    private static bool IsPain(JsonElement told) => told.GetProperty("type").GetString() == "pe.pain.high.v1";

    private static async Task<(HttpStatusCode Status, string Text)> GiveAsync(
        RunningService service, string body, string query = "", string type = "application/json", (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/pain{query}") { Content = new StringContent(body, Encoding.UTF8, type) };
        if (header is var (name, value))
            request.Headers.Add(name, value);
        using var answer = await service.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Token));
    }
}
