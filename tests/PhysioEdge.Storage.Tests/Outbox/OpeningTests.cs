using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Storage.Outbox;
using PhysioEdge.Storage.Tests.Sqlite;
using PhysioEdge.TestKit;
using PhysioEdge.TestKit.Events;

namespace PhysioEdge.Storage.Tests.Outbox;

public sealed class OpeningTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string DatabaseFile => _folder.File(EdgeStore.FileName);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_folder_is_made_with_its_parents()
    {
        using var store = Open(Path.Combine(_folder.Path, "a", "b"));

        Assert.Equal(1, store.Append(TestEvents.RomDeficit("a")).Data.Seq);
    }

    [Fact]
    public void What_was_stored_is_there_after_a_restart()
    {
        using (var store = Open(_folder.Path))
            store.Append(TestEvents.RomDeficit("a"));

        using var again = Open(_folder.Path);
        Assert.Equal(1, again.ReadStatus().Pending);
    }

    [Theory]
    [InlineData("/proc/physioedge")]
    [InlineData("/dev/null/physioedge")]
    public void A_folder_that_cannot_be_made_is_named_with_the_fix(string folder)
    {
        var exception = Assert.Throws<StoreException>(() => Open(folder));

        Assert.Contains($"The data folder {folder} cannot be made or used", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Choose a folder that the service's user may write to.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_named()
    {
        File.WriteAllText(_folder.File("data"), "");

        Assert.Contains($"The data folder {_folder.File("data")} cannot be made or used", Refusal(_folder.File("data")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_place_of_the_file_is_named()
    {
        Directory.CreateDirectory(DatabaseFile);

        Assert.Contains($"{DatabaseFile} cannot be opened. It must be a file", Refusal(_folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_service_on_the_same_folder_is_refused_until_the_first_has_ended()
    {
        using (Open(_folder.Path))
            Assert.Contains($"{DatabaseFile} is in use by another process. Stop the other one, or choose another data folder.", Refusal(_folder.Path), StringComparison.Ordinal);

        using var store = Open(_folder.Path);
        Assert.Equal(0, store.ReadStatus().Pending);
    }

    [Fact]
    public void A_database_that_another_program_holds_is_refused()
    {
        Open(_folder.Path).Dispose();
        using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        other.Open();
        Raw.Execute(other, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");

        Assert.Contains("is in use by another process", Refusal(_folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_set_aside_as_it_is()
    {
        var bytes = Enumerable.Range(0, 10_000).Select(number => (byte)number).ToArray();
        File.WriteAllBytes(DatabaseFile, bytes);

        using var store = Open(_folder.Path);

        Assert.Equal(bytes, File.ReadAllBytes(store.SetAside!));
    }

    [Fact]
    public void A_damaged_database_is_set_aside_as_it_is_and_the_box_goes_on_with_an_empty_one_and_says_so_until_it_is_taken_away()
    {
        using (var store = Open(_folder.Path))
        {
            foreach (var number in Enumerable.Range(0, 100))
                store.Append(TestEvents.RomDeficit($"e{number}"));
        }

        var bytes = File.ReadAllBytes(DatabaseFile);
        bytes.AsSpan(bytes.Length / 2, 4096).Fill(0xA5);
        File.WriteAllBytes(DatabaseFile, bytes);

        using (var store = Open(_folder.Path))
        {
            Assert.Equal(bytes, File.ReadAllBytes(store.SetAside!));
            Assert.Equal(1, store.Append(TestEvents.RomDeficit("new")).Data.Seq);
            Assert.Equal([store.SetAside!], SetAsideDatabases.Find(_folder.Path));
        }

        using var again = Open(_folder.Path);
        Assert.Null(again.SetAside);
        Assert.Equal(1, again.ReadStatus().Pending);
        File.Delete(Assert.Single(SetAsideDatabases.Find(_folder.Path)));
        Assert.Empty(SetAsideDatabases.Find(_folder.Path));
    }

    [Fact]
    public void A_database_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        Open(_folder.Path).Dispose();
        Raw.ExecuteIn(DatabaseFile, "PRAGMA user_version = 99");
        var bytes = File.ReadAllBytes(DatabaseFile);

        Assert.Contains($"{DatabaseFile} was written by a newer PhysioEdge (schema 99; this one knows 2)", Refusal(_folder.Path), StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(DatabaseFile));
    }

    [Fact]
    public void The_database_of_another_program_is_refused()
    {
        Raw.ExecuteIn(DatabaseFile, "CREATE TABLE recipe (name TEXT)");

        Assert.Contains($"{DatabaseFile} is the database of another program", Refusal(_folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_becomes_a_database()
    {
        File.WriteAllBytes(DatabaseFile, []);

        using var store = Open(_folder.Path);
        Assert.Equal(1, store.Append(TestEvents.RomDeficit("a")).Data.Seq);
    }

    private static string Refusal(string folder) => Assert.Throws<StoreException>(() => Open(folder)).Message;

    private static EdgeStore Open(string folder) => EdgeStore.Open(folder, new FakeTimeProvider());
}
