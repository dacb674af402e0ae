using System.Net;
using System.Text;
using System.Text.Json;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.Storage.Audit;
using PhysioEdge.TestKit.Mqtt;

namespace PhysioEdge.Appliance.Tests.Privacy;

/// <summary>The privacy switch of a running box.</summary>
public class PrivacyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_taken_in_while_it_is_on_not_even_after_a_restart_and_only_a_person_switches_it_off()
    {
        using var broker = await Mosquitto.StartAsync(Token);
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).Live().SendTo(broker.Port);
        using (var service = await RunningService.StartAsync(box))
        {
            await service.StatusAsync(s => Captured(s) > 0);
            Assert.Equal((HttpStatusCode.OK, """{"on":true}"""), await SwitchAsync(service, on: true));
            await service.StatusAsync(IsOff);
            await service.KillAsync();
        }

        using var again = await RunningService.StartAsync(box);
        await again.StatusAsync(IsOff);
        using var health = await MosquittoSubscriber.StartAsync(broker.Port, $"{BoxFolder.Root}/health", Token);
        var said = JsonElement.Parse((await health.NextAsync(Token)).Payload);
        Assert.True(said.GetProperty("private").GetBoolean());
        Assert.Equal(0, Captured(await again.StatusAsync()));

        await SwitchAsync(again, on: false);
        await again.StatusAsync(s => Captured(s) > 10);
        Assert.Equal(0, await again.StopAsync());
        using var audit = AuditLog.Open(box.DataFolder, TimeProvider.System);
        Assert.Equal(["privacy.off", "privacy.on"], audit.ReadNewest(20).Select(record => record.Entry.Action).Where(action => action.StartsWith("privacy", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Another_sites_page_cannot_switch_it_off()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).Live();
        using var service = await RunningService.StartAsync(box);
        await SwitchAsync(service, on: true);

        Assert.Equal(HttpStatusCode.Forbidden, (await SwitchAsync(service, on: false, "cross-site")).Status);

        Assert.True((await service.StatusAsync()).GetProperty("health").GetProperty("private").GetBoolean());
    }

    private static bool IsOff(JsonElement status) => status.GetProperty("cameras")[0].GetProperty("state").GetString() == "switched_off" && status.GetProperty("health").GetProperty("private").GetBoolean();

    private static long Captured(JsonElement status) => status.GetProperty("cameras")[0].GetProperty("captured").GetInt64();

    private static async Task<(HttpStatusCode Status, string Text)> SwitchAsync(RunningService service, bool on, string from = "same-origin")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/privacy") { Content = new StringContent(on ? """{"on":true}""" : """{"on":false}""", Encoding.UTF8, "application/json") };
        request.Headers.Add("Sec-Fetch-Site", from);
        using var answer = await service.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Token));
    }
}
