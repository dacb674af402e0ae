using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Storage.Audit;
using PhysioEdge.Storage.Backups;
using PhysioEdge.Storage.Outbox;
using PhysioEdge.Storage.Secrets;
using PhysioEdge.TestKit;
using PhysioEdge.TestKit.Events;

namespace PhysioEdge.Storage.Tests.Backups;

public sealed class BackupTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Now);
    private readonly byte[] _key = Convert.FromBase64String(Backup.NewKey());

    private string Data => _folder.File("data");

    private string File => _folder.File("box.backup");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_there_when_the_backup_was_made_of_a_running_box_is_there_again()
    {
        using (var store = EdgeStore.Open(Data, _time))
        using (var audit = AuditLog.Open(Data, _time))
        {
            store.Append(TestEvents.RomDeficit("a"));
            audit.Append(new AuditEntry("service", "start", "box", AuditEntry.Done));
            Assert.Equal([EdgeStore.FileName, AuditLog.FileName], Backup.Make(Data, File, _key));
            store.Append(TestEvents.RomDeficit("b"));
        }

        var aside = Backup.Restore(Data, File, _key, Now);

        using (var restored = EdgeStore.Open(Data, _time))
            Assert.Equal(1, restored.ReadStatus().Pending);
        using (var log = AuditLog.Open(Data, _time))
            Assert.Null(log.FindBreak());
        using var before = EdgeStore.Open(aside!, _time);
        Assert.Equal(2, before.ReadStatus().Pending);
    }

    [Fact]
    public void A_backup_is_put_on_an_empty_box()
    {
        Make();

        Assert.Null(Backup.Restore(_folder.File("other"), File, _key, Now));

        using var restored = EdgeStore.Open(_folder.File("other"), _time);
        Assert.Equal(1, restored.ReadStatus().Pending);
    }

    [Theory]
    [InlineData("another key")]
    [InlineData("cut off")]
    [InlineData("changed")]
    [InlineData("no backup")]
    public void What_is_not_a_whole_backup_of_this_key_changes_nothing(string what)
    {
        Make();
        var bytes = System.IO.File.ReadAllBytes(File);
        var key = what == "another key" ? Convert.FromBase64String(Backup.NewKey()) : _key;
        if (what == "changed")
            bytes[bytes.Length / 2] ^= 1;
        System.IO.File.WriteAllBytes(File, what switch { "cut off" => bytes[..^20], "no backup" => "hello"u8.ToArray(), _ => bytes });

        var refused = Assert.Throws<StoreException>(() => Backup.Restore(Data, File, key, Now));

        Assert.Contains("not a whole backup, or was made with another key", refused.Message, StringComparison.Ordinal);
        using var store = EdgeStore.Open(Data, _time);
        Assert.Equal(1, store.ReadStatus().Pending);
    }

    [Fact]
    public void Nothing_is_put_under_a_box_that_runs()
    {
        Make();
        using var store = EdgeStore.Open(Data, _time);

        Assert.Contains("in use by another process", Assert.Throws<StoreException>(() => Backup.Restore(Data, File, _key, Now)).Message, StringComparison.Ordinal);
        Assert.Equal(1, store.ReadStatus().Pending);
    }

    [Fact]
    public void Nothing_of_a_patient_can_be_read_in_a_backup()
    {
        Make();

        Assert.DoesNotContain(TestEvents.RomDeficit("a").Subject, System.Text.Encoding.Latin1.GetString(System.IO.File.ReadAllBytes(File)), StringComparison.Ordinal);
    }

    [Fact]
    public void Pieces_of_a_large_backup_cannot_be_left_out_or_changed_about()
    {
        var plain = new byte[300_000];
        Random.Shared.NextBytes(plain);
        using var sealedTo = new MemoryStream();
        SealedFile.Seal(new MemoryStream(plain), sealedTo, _key);
        using var opened = new MemoryStream();
        SealedFile.Open(new MemoryStream(sealedTo.ToArray()), opened, _key);
        Assert.Equal(plain, opened.ToArray());

        const int piece = (64 * 1024) + 16;
        var head = (int)sealedTo.Length - (4 * piece) - (300_000 % (64 * 1024)) - 16;
        var bytes = sealedTo.ToArray();
        byte[] without = [.. bytes[..(head + piece)], .. bytes[(head + (2 * piece))..]];
        var cut = bytes[..(head + (3 * piece))];
        foreach (var broken in (byte[][])[without, cut])
            Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => SealedFile.Open(new MemoryStream(broken), new MemoryStream(), _key));
    }

    [Fact]
    public void A_key_file_that_holds_none_is_named()
    {
        _folder.WriteSecret("key", "hello\n");

        var refused = Assert.Throws<SecretException>(() => Backup.ReadKey(_folder.File("key"), "storage.key_file"));

        Assert.Contains($"{_folder.File("key")} (storage.key_file) is no key", refused.Message, StringComparison.Ordinal);
    }

    private void Make()
    {
        using (var store = EdgeStore.Open(Data, _time))
            store.Append(TestEvents.RomDeficit("a"));
        Backup.Make(Data, File, _key);
    }
}
