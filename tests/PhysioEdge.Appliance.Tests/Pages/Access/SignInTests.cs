using System.Net;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json.Nodes;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Tests.Setup;

namespace PhysioEdge.Appliance.Tests.Pages.Access;

/// <summary>A page that asks for PINs.</summary>
[SupportedOSPlatform("linux")]
public sealed class SignInTests : IAsyncLifetime
{
    private BoxFolder? _box;

    private BoxFolder Box => _box!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _box = new BoxFolder(await PhantomVideo.PathAsync()).Live().WithPins("2468", "1357");
    }

    public ValueTask DisposeAsync()
    {
        _box?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_gets_the_exercise_view_and_nothing_else()
    {
        using var service = await RunningService.StartAsync(Box);

        Assert.Equal("""{"guarded":true,"therapist":false,"technician":false}""", await TextAsync(service, "/api/me"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfAsync(service, "/api/status"));
        var news = await NewsAsync(service, "");
        Assert.Contains("event: room", news, StringComparison.Ordinal);
        Assert.Contains("event: figure", news, StringComparison.Ordinal);
        Assert.DoesNotContain("event: flags", news, StringComparison.Ordinal);
        Assert.DoesNotContain("event: box", news, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_technician_sees_the_box_and_not_what_was_flagged_and_a_therapist_the_other_way_round()
    {
        using var service = await RunningService.StartAsync(Box);
        var (technician, therapist) = (await SignInAsync(service, "1357"), await SignInAsync(service, "2468"));

        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(service, "/api/status", technician));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfAsync(service, "/api/status", therapist));
        Assert.DoesNotContain("event: flags", await NewsAsync(service, technician, until: "event: box"), StringComparison.Ordinal);
        Assert.DoesNotContain("event: box", await NewsAsync(service, therapist, until: "event: flags"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_it()
    {
        using var service = await RunningService.StartAsync(Box);
        var technician = await SignInAsync(service, "1357");

        using var request = Request(HttpMethod.Post, "/api/sign-out", technician);
        using var answer = await service.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfAsync(service, "/api/status", technician));
    }

    [Fact]
    public async Task After_five_wrong_PINs_even_the_right_one_has_to_wait()
    {
        using var service = await RunningService.StartAsync(Box);
        foreach (var pin in (string[])["0000", "1111", "2222", "", "3333", "4444"])
            Assert.Contains((await TryAsync(service, pin)).Status, (HttpStatusCode[])[HttpStatusCode.Unauthorized, HttpStatusCode.BadRequest]);

        Assert.Equal((HttpStatusCode.TooManyRequests, "There were too many wrong PINs. Wait 5 minutes."), await TryAsync(service, "1357"));
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        using var service = await RunningService.StartAsync(Box);
        using var request = Attempt("1357");
        using var answer = await service.SendAsync(request);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Only_who_is_signed_in_switches_privacy_off_at_the_page()
    {
        using var service = await RunningService.StartAsync(Box);
        var therapist = await SignInAsync(service, "2468");

        Assert.Equal(HttpStatusCode.OK, await SwitchAsync(service, "true", ""));
        Assert.Equal(HttpStatusCode.Unauthorized, await SwitchAsync(service, "false", ""));
        Assert.Equal(HttpStatusCode.OK, await SwitchAsync(service, "false", therapist));
    }

    [Fact]
    public void A_page_that_others_can_reach_needs_PINs()
    {
        Box.Box["page"]!["address"] = "0.0.0.0";
        ((JsonObject)Box.Box["page"]!).Remove("therapist_pin_file");
        ((JsonObject)Box.Box["page"]!).Remove("technician_pin_file");

        var refusal = Assert.Throws<ConfigurationException>(() => BoxConfigurationReader.Read(Box.Write())).Message;

        Assert.Contains("page.address: 0.0.0.0 can be reached from elsewhere; give therapist_pin_file and technician_pin_file too", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_PIN_that_others_may_read_or_that_is_none_is_refused_at_the_start()
    {
        Box.WithPins("2468", "1");
        (await PhysioEdgeProgram.RunAsync("run", "--config", Box.Write())).IsBadInput("technician-pin (page.technician_pin_file) has no PIN of at least 4 digits");

        File.SetUnixFileMode(Path.Combine(Box.Path, "therapist-pin"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        (await PhysioEdgeProgram.RunAsync("run", "--config", Box.Write())).IsBadInput("therapist-pin (page.therapist_pin_file) may be read by others on this box");
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string cookie)
    {
        var request = new HttpRequestMessage(method, path);
        if (cookie.Length > 0)
            request.Headers.Add("Cookie", cookie);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return request;
    }

    private static HttpRequestMessage Attempt(string pin)
    {
        var request = Request(HttpMethod.Post, "/api/sign-in", "");
        request.Content = new StringContent($$"""{"pin":"{{pin}}"}""", Encoding.UTF8, "application/json");
        return request;
    }

    private static async Task<(HttpStatusCode Status, string Text)> TryAsync(RunningService service, string pin)
    {
        using var request = Attempt(pin);
        using var answer = await service.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Token));
    }

    /// <returns>The cookie.</returns>
    private static async Task<string> SignInAsync(RunningService service, string pin)
    {
        using var request = Attempt(pin);
        using var answer = await service.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private static async Task<string> TextAsync(RunningService service, string path)
    {
        using var answer = await service.GetAsync(path);
        return await answer.Content.ReadAsStringAsync(Token);
    }

    private static async Task<HttpStatusCode> StatusOfAsync(RunningService service, string path, string cookie = "")
    {
        using var request = Request(HttpMethod.Get, path, cookie);
        using var answer = await service.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> SwitchAsync(RunningService service, string on, string cookie)
    {
        using var request = Request(HttpMethod.Post, "/api/privacy", cookie);
        request.Content = new StringContent($$"""{"on":{{on}}}""", Encoding.UTF8, "application/json");
        using var answer = await service.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>What a screen is told until it has been told this, and the room twice.</summary>
    private static async Task<string> NewsAsync(RunningService service, string cookie, string until = "event: figure")
    {
        using var request = Request(HttpMethod.Get, "/api/live", cookie);
        using var answer = await service.SendStreamAsync(request);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Token));
        var (news, rooms, isTold) = (new StringBuilder(), 0, false);
        while (rooms < 2 || !isTold)
        {
            var line = await reader.ReadLineAsync(Token);
            news.AppendLine(line);
            rooms += line == "event: room" ? 1 : 0;
            isTold |= line == until;
        }

        return news.ToString();
    }
}
