using PhysioEdge.Appliance.Privacy;

namespace PhysioEdge.Appliance.Configuration;

/// <summary><c>box.json</c> as it is written; null is not given.</summary>
internal sealed record BoxDocument
{
    public required string Site { get; init; }

    public required string Edge { get; init; }

    public string? DataFolder { get; init; }

    public string? Model { get; init; }

    public double? SessionIdleS { get; init; }

    public PageDocument? Page { get; init; }

    public BrokerDocument? Broker { get; init; }

    public StorageDocument? Storage { get; init; }

    public InfluxDocument? Influx { get; init; }

    public required IReadOnlyList<CameraDocument> Cameras { get; init; }

    public IReadOnlyList<DeviceDocument> Devices { get; init; } = [];

    public BluetoothDocument? Bluetooth { get; init; }

    public PanelOptions? Panel { get; init; }
}

internal sealed record PageDocument(string? Address, int? Port, IReadOnlyList<string>? VideoScreens, string? TherapistPinFile, string? TechnicianPinFile);

internal sealed record BluetoothDocument(string? Adapter, string? Bus);

internal sealed record DeviceDocument
{
    public required string Id { get; init; }

    public required string Role { get; init; }

    public required string Patient { get; init; }

    public string? Address { get; init; }

    public string? Name { get; init; }

    public string? Side { get; init; }

    public string? Profile { get; init; }

    public string? Size { get; init; }

    public string? Notify { get; init; }

    public double? SilenceS { get; init; }
}

internal sealed record BrokerDocument(
    string? Host, int? Port, string? BindAddress, bool Tls, string? UserName, string? PasswordFile, string? AuthorityFile, string? CertificateFile, string? KeyFile);

internal sealed record StorageDocument(double? DetailsDays, double? SummariesDays, double? LimitMb);

internal sealed record InfluxDocument(string Url, string Database, string? UserName, string? PasswordFile, string? TokenFile, double? IntervalS);

internal sealed record CameraDocument
{
    public required string Id { get; init; }

    public required string Address { get; init; }

    public string? Backend { get; init; }

    public required string Patient { get; init; }

    public double? Speed { get; init; }

    public bool Loop { get; init; }

    public double? StallTimeoutS { get; init; }
}
