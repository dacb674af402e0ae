using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.Storage.Audit;
using PhysioEdge.TestKit;

namespace PhysioEdge.Appliance.Tests.Commands;

public sealed class BackupCommandTests : IDisposable
{
    private readonly BoxFolder _box = new("phantom.mp4");
    private readonly TempFolder _folder = new();

    public void Dispose()
    {
        _box.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_was_backed_up_is_restored_and_what_was_there_is_said_to_be_aside()
    {
        var (config, key, file) = (_box.Write(), _folder.File("key"), _folder.File("box.backup"));
        using (var log = AuditLog.Open(_box.DataFolder, TimeProvider.System))
            log.Append(new AuditEntry("service", "service.start", "box", AuditEntry.Done));

        Assert.Equal(0, (await PhysioEdgeProgram.RunAsync("backup", "--new-key", key)).ExitCode);
        var made = await PhysioEdgeProgram.RunAsync("backup", "--config", config, "--key", key, "--out", file);
        var restored = await PhysioEdgeProgram.RunAsync("restore", file, "--config", config, "--key", key);

        Assert.Equal($"Wrote {file}: audit.db.\n", made.Output);
        Assert.Equal(0, restored.ExitCode);
        Assert.Contains("; what was there is in ", restored.Output, StringComparison.Ordinal);
        using var again = AuditLog.Open(_box.DataFolder, TimeProvider.System);
        Assert.Single(again.ReadNewest(10));
    }

    [Fact]
    public async Task A_key_that_others_may_read_is_named_with_the_fix()
    {
        var key = _folder.File("key");
        await File.WriteAllTextAsync(key, "hello", TestContext.Current.CancellationToken);

        var refused = await PhysioEdgeProgram.RunAsync("backup", "--config", _box.Write(), "--key", key, "--out", _folder.File("box.backup"));

        refused.IsBadInput($"chmod 600 {key}");
    }

    [Fact]
    public async Task A_box_without_places_for_key_and_certificate_is_told_to_name_them()
        => (await PhysioEdgeProgram.RunAsync("provision", "--config", _box.Write())).IsBadInput("broker.certificate_file", "identity/box.key");

    [Fact]
    public async Task A_request_is_written_beside_the_certificate_and_the_key_kept_the_next_time()
    {
        _box.SendTo(8883);
        foreach (var (field, value) in (ReadOnlySpan<(string, System.Text.Json.Nodes.JsonNode)>)[("tls", true), ("certificate_file", "identity/box.pem"), ("key_file", "identity/box.key")])
            _box.Box["broker"]![field] = value;
        var config = _box.Write();

        var first = await PhysioEdgeProgram.RunAsync("provision", "--config", config);
        var second = await PhysioEdgeProgram.RunAsync("provision", "--config", config);

        Assert.Equal(0, first.ExitCode);
        Assert.StartsWith("Made the key", first.Output, StringComparison.Ordinal);
        Assert.StartsWith("Kept the key", second.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(config, "identity", "box.csr")));
    }
}
