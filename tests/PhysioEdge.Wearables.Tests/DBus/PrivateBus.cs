using System.Diagnostics;

namespace PhysioEdge.Wearables.Tests.DBus;

/// <summary>A real dbus-daemon of the test's own.</summary>
internal sealed class PrivateBus : IAsyncDisposable
{
    private const string Configuration = """
        <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
        <busconfig>
          <type>session</type>
          <listen>unix:path=@SOCKET@</listen>
          <auth>EXTERNAL</auth>
          <policy context="default">
            <allow send_destination="*" eavesdrop="true"/>
            <allow eavesdrop="true"/>
            <allow own="*"/>
          </policy>
        </busconfig>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("physioedge-");
    private Process? _daemon;

    private PrivateBus()
    {
    }

    public string Address => $"unix:path={Socket}";

    private string Socket => Path.Combine(_folder.FullName, "bus");

    private string ConfigurationFile => Path.Combine(_folder.FullName, "bus.conf");

    /// <summary>Starts it, or skips the test where there is no dbus-daemon.</summary>
    public static async Task<PrivateBus> StartAsync()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/dbus-daemon"), "dbus-daemon (Debian package dbus) is not installed.");
        var bus = new PrivateBus();
        await File.WriteAllTextAsync(bus.ConfigurationFile, Configuration.Replace("@SOCKET@", bus.Socket, StringComparison.Ordinal));
        await bus.RestartAsync();
        return bus;
    }

    public async Task RestartAsync()
    {
        File.Delete(Socket);
        var start = new ProcessStartInfo("/usr/bin/dbus-daemon", [$"--config-file={ConfigurationFile}", "--nofork", "--nopidfile", "--print-address"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _daemon = Process.Start(start)!;
        _daemon.ErrorDataReceived += static (_, _) => { };
        _daemon.BeginErrorReadLine();
        Assert.StartsWith("unix:", await _daemon.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
    }

    public async Task KillAsync()
    {
        if (_daemon is not { } daemon)
            return;
        daemon.Kill();
        await daemon.WaitForExitAsync();
        daemon.Dispose();
        _daemon = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _folder.Delete(recursive: true);
    }
}
