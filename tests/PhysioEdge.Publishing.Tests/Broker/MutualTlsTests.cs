using System.Runtime.Versioning;
using PhysioEdge.Contracts;
using PhysioEdge.Publishing.Broker;
using PhysioEdge.Publishing.Identity;
using PhysioEdge.Publishing.Tests.Setup;
using PhysioEdge.TestKit;
using PhysioEdge.TestKit.Events;
using PhysioEdge.TestKit.Mqtt;

namespace PhysioEdge.Publishing.Tests.Broker;

/// <summary>mosquitto with the settings and access list that are shipped for it, which lets nobody in without a certificate.</summary>
[SupportedOSPlatform("linux")]
public sealed class MutualTlsTests : IDisposable
{
    private readonly TestAuthority _authority = new();
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_box_with_its_certificate_is_let_in_and_its_events_are_taken()
    {
        using var broker = await StartAsync();
        await using var box = await Box.StartConnectedAsync(Options(broker, _authority.Issue(TestEvents.Edge)));

        box.Store.Append(TestEvents.RomDeficit("a"));

        await box.Status.WhenAsync(status => status.AcknowledgedByBroker == 1);
        Assert.Equal(0, box.Status.Value.Refused);
    }

    [Fact]
    public async Task A_box_may_not_speak_in_the_name_of_another()
    {
        using var broker = await StartAsync();
        var (certificate, key) = _authority.Issue("edge-0002");

        var (_, said) = await PublishAsync(broker, certificate, key, new Topics(TestEvents.Site, TestEvents.Edge).Event("rom.deficit"));

        Assert.Contains("not authorized", said, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("no certificate")]
    [InlineData("revoked")]
    [InlineData("expired")]
    [InlineData("of another authority")]
    public async Task A_client_without_a_good_certificate_is_not_let_in(string what)
    {
        using var stranger = new TestAuthority("Somebody else");
        var (certificate, key) = what switch
        {
            "no certificate" => (null, null),
            "revoked" => ((string?, string?))_authority.Issue(TestEvents.Edge, revoked: true),
            "expired" => _authority.Issue(TestEvents.Edge, expires: new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            _ => stranger.Issue(TestEvents.Edge),
        };
        using var broker = await StartAsync();

        var (code, _) = await PublishAsync(broker, certificate, key, new Topics(TestEvents.Site, TestEvents.Edge).Event("rom.deficit"));

        Assert.NotEqual(0, code);
    }

    [Theory]
    [InlineData("of another authority")]
    [InlineData("expired")]
    [InlineData("of another host")]
    public async Task A_broker_without_a_good_certificate_gets_nothing(string what)
    {
        using var stranger = new TestAuthority("Somebody else");
        using var broker = await StartAsync(what switch
        {
            "expired" => _authority.Issue("broker", "127.0.0.1", new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            "of another host" => _authority.Issue("broker", "broker.example"),
            _ => stranger.Issue("broker", "127.0.0.1"),
        });
        await using var box = await Box.StartAsync(Options(broker, _authority.Issue(TestEvents.Edge)));

        var refused = await box.Status.WhenAsync(status => status.Link.RetryAt is not null);

        Assert.Equal(0, refused.Link.Connections);
        Assert.Contains("certificate", refused.Link.LastError, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(("broker.connect", $"refused: {refused.Link.LastError}"), (Assert.Single(box.Audit.ReadNewest(10)).Entry.Action, box.Audit.ReadNewest(1)[0].Entry.Outcome));
    }

    [Fact]
    public async Task A_new_certificate_is_taken_up_without_a_restart()
    {
        using var broker = await StartAsync();
        var (certificate, key) = Placed(_authority.Issue(TestEvents.Edge, expires: new DateTimeOffset(2026, 12, 24, 0, 0, 0, TimeSpan.Zero)));
        await using var box = await Box.StartConnectedAsync(Options(broker, (certificate, key)));
        var before = box.Status.Value.Link;
        Placed(_authority.Issue(TestEvents.Edge));
        File.SetLastWriteTimeUtc(certificate, File.GetLastWriteTimeUtc(certificate).AddMinutes(1));
        box.Time.Advance(TimeSpan.FromMinutes(1));
        await box.Status.WhenAsync(status => status.Link.RetryAt is not null);
        box.Time.Advance(TimeSpan.FromMinutes(1));

        var renewed = await box.Status.WhenAsync(status => status.Link.Connections == before.Connections + 1);
        Assert.Contains(box.Log.Lines, line => line.Contains("expires on 2026-12-24, in 31 days", StringComparison.Ordinal));
        Assert.True(renewed.Link.CertificateExpiresAt > before.CertificateExpiresAt);
    }

    [Fact]
    public async Task A_box_with_the_certificate_of_another_says_whose_it_is()
    {
        using var broker = await StartAsync();
        await using var box = await Box.StartAsync(Options(broker, _authority.Issue("edge-0002")));

        var refused = await box.Status.WhenAsync(status => status.Link.RetryAt is not null);

        Assert.Contains($"is that of 'edge-0002', and this box is '{TestEvents.Edge}'", refused.Link.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_others_may_read_is_refused()
    {
        using var broker = await StartAsync();
        var (certificate, key) = _authority.Issue(TestEvents.Edge);
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        await using var box = await Box.StartAsync(Options(broker, (certificate, key)));

        var refused = await box.Status.WhenAsync(status => status.Link.RetryAt is not null);

        Assert.Equal($"{key} (broker.key_file) may be read by others on this box. Run: chmod 600 {key}", refused.Link.LastError);
    }

    [Fact]
    public async Task A_provisioned_box_keeps_its_key_and_gets_in_with_what_was_signed()
    {
        using var broker = await StartAsync();
        var (key, certificate, request) = (_folder.File("box.key"), _folder.File("box.pem"), _folder.File("box.csr"));

        Assert.True(Provisioning.Request(TestEvents.Edge, TestEvents.Site, key, request));
        Provisioning.Install(_authority.Sign(request), TestEvents.Edge, new IdentityFiles(certificate, key, null), TimeProvider.System.GetUtcNow());

        Assert.DoesNotContain("PRIVATE", await File.ReadAllTextAsync(request, Cancellation) + await File.ReadAllTextAsync(certificate, Cancellation), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        Assert.False(Provisioning.Request(TestEvents.Edge, TestEvents.Site, key, request));
        await using var box = await Box.StartConnectedAsync(Options(broker, (certificate, key)));
    }

    [Fact]
    public void A_certificate_for_another_key_is_not_installed()
    {
        var (key, certificate) = (_folder.File("box.key"), _folder.File("box.pem"));
        Provisioning.Request(TestEvents.Edge, TestEvents.Site, key, _folder.File("box.csr"));

        var refused = Assert.Throws<BrokerException>(() =>
            Provisioning.Install(_authority.Issue(TestEvents.Edge).Certificate, TestEvents.Edge, new IdentityFiles(certificate, key, null), TimeProvider.System.GetUtcNow()));

        Assert.Contains("not that of the certificate", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(certificate));
    }

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Dispose();
    }

    private (string Certificate, string Key) Placed((string Certificate, string Key) issued)
    {
        File.Copy(issued.Certificate, _folder.File("placed.pem"), overwrite: true);
        File.Copy(issued.Key, _folder.File("placed.key"), overwrite: true);
        return (_folder.File("placed.pem"), _folder.File("placed.key"));
    }

    private BrokerOptions Options(Mosquitto broker, (string Certificate, string Key) own) =>
        Box.Outside(broker.Port) with { Tls = true, Identity = new IdentityFiles(own.Certificate, own.Key, _authority.AuthorityFile) };

    private Task<Mosquitto> StartAsync((string Certificate, string Key)? own = null)
    {
        var (certificate, key) = own ?? _authority.Issue("broker", "127.0.0.1");
        var settings = File.ReadAllLines(Shipped("physioedge.conf"))
            .Where(line => !line.StartsWith("listener", StringComparison.Ordinal) && !line.StartsWith("persistence", StringComparison.Ordinal))
            .Select(line => line
                .Replace("/etc/mosquitto/certs/authority.pem", _authority.AuthorityFile, StringComparison.Ordinal)
                .Replace("/etc/mosquitto/certs/broker.pem", certificate, StringComparison.Ordinal)
                .Replace("/etc/mosquitto/certs/broker.key", key, StringComparison.Ordinal)
                .Replace("/etc/mosquitto/certs/revoked.pem", _authority.RevocationFile, StringComparison.Ordinal)
                .Replace("/etc/mosquitto/physioedge.acl", Shipped("physioedge.acl"), StringComparison.Ordinal));
        return Mosquitto.StartAsync(Cancellation, string.Join('\n', settings));
    }

    private static string Shipped(string name) => Path.Combine(AppContext.BaseDirectory, "mosquitto", name);

    private async Task<(int Code, string Said)> PublishAsync(Mosquitto broker, string? certificate, string? key, string topic)
    {
        var start = new System.Diagnostics.ProcessStartInfo("mosquitto_pub") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var word in (string[])["-h", "127.0.0.1", "-p", $"{broker.Port}", "-V", "mqttv5", "-q", "1", "-t", topic, "-m", "x", "--cafile", _authority.AuthorityFile, .. certificate is null ? Array.Empty<string>() : ["--cert", certificate, "--key", key!]])
            start.ArgumentList.Add(word);
        using var process = System.Diagnostics.Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(Cancellation) + await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, said);
    }
}
