using System.CommandLine;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Storage.Backups;
using PhysioEdge.Storage.Secrets;

namespace PhysioEdge.Appliance.Commands;

/// <summary><c>backup</c> and <c>restore</c>: the box's databases in one sealed file, and back.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var (config, key) = (ConfigOption(), KeyOption());
        var output = new Option<string?>("--out") { Description = "the file for the backup" };
        var newKey = new Option<string?>("--new-key") { Description = "make a key in this file, and no backup. Keep a copy elsewhere: without it no backup can be opened" };
        var command = new Command("backup", "Put all databases of the box into one file that only the key opens. The service may run meanwhile.") { config, key, output, newKey };
        command.Does((parsed, _) =>
        {
            if (parsed.GetValue(newKey) is { } made)
            {
                SecretFile.Write(made, Backup.NewKey());
                Console.WriteLine($"Made the key {made}. Keep a copy of it elsewhere: without it no backup can be opened.");
                return Task.FromResult(CommandLine.Done);
            }

            var (box, file) = (BoxConfigurationReader.Read(Given(parsed.GetValue(config), "--config")), Given(parsed.GetValue(output), "--out"));
            var names = Backup.Make(box.DataFolder, file, Backup.ReadKey(Given(parsed.GetValue(key), "--key"), "--key"));
            Console.WriteLine($"Wrote {file}: {string.Join(", ", names.DefaultIfEmpty("no database, for there is none yet"))}.");
            return Task.FromResult(CommandLine.Done);
        });
        return command;
    }

    public static Command CreateRestore()
    {
        var file = new Argument<string>("FILE") { Description = "the backup" };
        var (config, key) = (ConfigOption(), KeyOption());
        var command = new Command("restore", "Put a backup in place of the box's databases, which are moved aside. The service must not run.") { file, config, key };
        command.Does((parsed, _) =>
        {
            var box = BoxConfigurationReader.Read(Given(parsed.GetValue(config), "--config"));
            var aside = Backup.Restore(box.DataFolder, parsed.GetValue(file)!, Backup.ReadKey(Given(parsed.GetValue(key), "--key"), "--key"), TimeProvider.System.GetUtcNow());
            Console.WriteLine($"Restored {box.DataFolder}{(aside is null ? "" : $"; what was there is in {aside}")}.");
            return Task.FromResult(CommandLine.Done);
        });
        return command;
    }

    private static Option<string?> ConfigOption() => new("--config") { Description = "the folder with box.json, which says where the databases are" };

    private static Option<string?> KeyOption() => new("--key") { Description = "the file with the key, which nobody else may read, or credential:NAME" };

    private static string Given(string? value, string option) => value ?? throw new InputException($"{option} is needed; see --help.");
}
