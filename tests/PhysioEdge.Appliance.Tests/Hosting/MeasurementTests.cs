using System.Text.Json;
using System.Text.Json.Nodes;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.Storage.Measurements;
using PhysioEdge.Storage.Room;
using PhysioEdge.TestKit.Series;

namespace PhysioEdge.Appliance.Tests.Hosting;

/// <summary>What is left on the box of a session, and what is copied from it.</summary>
public class MeasurementTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_and_its_repetitions_are_on_the_box_afterwards_and_no_picture_is()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync());
        using var service = await RunningService.StartAsync(box);
        await service.LogAsync("the recording is over");
        var status = await service.StatusAsync(s => Written(s) > 0);
        Assert.Equal(JsonValueKind.Null, status.GetProperty("measurements").GetProperty("problem").ValueKind);
        Assert.Equal(JsonValueKind.Null, status.GetProperty("influx").ValueKind);
        Assert.Equal(0, await service.StopAsync());

        using (var store = MeasurementStore.Open(box.DataFolder))
        {
            var session = Assert.Single(store.ReadSessions("pt-7f3a", 10));
            var repetitions = store.ReadRepetitions(session.Id);
            Assert.Equal(4, repetitions.Count(r => !r.Partial));
            Assert.Equal((session.Started, session.Ended), (repetitions[0].Start, repetitions[^1].End));
        }

        Assert.Equal(["audit.db", "measurements.db", "physioedge.db", "receiver.db"], Directory.GetFiles(box.DataFolder, "*.db").Select(Path.GetFileName).Order());
        Assert.All(Directory.GetFiles(box.DataFolder).Where(file => Path.GetFileName(file) != Ballast.FileName), file => Assert.InRange(new FileInfo(file).Length, 0, 1_000_000));
    }

    [Fact]
    public async Task What_was_written_before_a_power_cut_is_there_after_it()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).Live();
        using (var service = await RunningService.StartAsync(box))
        {
            await service.StatusAsync(s => Written(s) >= 2);
            await service.KillAsync();
        }

        using (var service = await RunningService.StartAsync(box))
        {
            await service.StatusAsync(s => Written(s) >= 2);
            await service.StopAsync();
        }

        using var store = MeasurementStore.Open(box.DataFolder);
        var sessions = store.ReadSessions("pt-7f3a", 10);
        Assert.Equal(2, sessions.Count);
        Assert.NotEmpty(store.ReadRepetitions(sessions[1].Id));
        Assert.Equal(store.ReadRepetitions(sessions[1].Id)[^1].End, sessions[1].Ended);
    }

    [Fact]
    public async Task The_clinics_own_server_gets_a_copy_when_it_is_told_where_that_is()
    {
        Assert.SkipUnless(SeriesServer.IsInstalled(VictoriaMetrics.Program), "apt-get install victoria-metrics");
        using var series = new VictoriaMetrics();
        await series.StartAsync(Token);
        using var box = new BoxFolder(await PhantomVideo.PathAsync());
        box.Box["influx"] = new JsonObject { ["url"] = series.Url.ToString(), ["database"] = "physio", ["interval_s"] = 1 };
        using var service = await RunningService.StartAsync(box);
        await service.LogAsync("the recording is over");

        // A session is written twice, at its beginning and at its end, and copied once.
        var written = Written(await service.StatusAsync(s => Written(s) > 0 && s.GetProperty("measurements").GetProperty("waiting").GetInt32() == 0));
        var status = await service.StatusAsync(s => s.GetProperty("influx").GetProperty("stored").GetInt64() == written - 1);

        Assert.Equal(status.GetProperty("influx").GetProperty("stored").GetInt64() - 1, await series.CountAsync("repetition", "range_deg", Token));
        Assert.Equal(1, await series.CountAsync("session", "duration_s", Token));
    }

    private static long Written(JsonElement status) => status.GetProperty("measurements").GetProperty("written").GetInt64();
}
