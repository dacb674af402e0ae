using PhysioEdge.Appliance.Pages.Access;
using PhysioEdge.Appliance.Privacy;
using PhysioEdge.Contracts.CarePlans;
using PhysioEdge.Inference.Models;
using PhysioEdge.Publishing.Broker;
using PhysioEdge.Storage.Influx;
using PhysioEdge.Storage.Measurements;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Appliance.Configuration;

/// <summary>What one box is, sees and sends to, checked and complete.</summary>
internal sealed record BoxConfiguration
{
    public required string Site { get; init; }

    public required string Edge { get; init; }

    /// <summary>Gets the folder of the databases, absolute.</summary>
    public required string DataFolder { get; init; }

    public required PoseModel Model { get; init; }

    /// <summary>Gets the time without a repetition after which a session is over.</summary>
    public TimeSpan SessionIdle { get; init; } = TimeSpan.FromMinutes(5);

    public PageOptions Page { get; init; } = new();

    public BrokerOptions Broker { get; init; } = new();

    /// <summary>Gets how long measurements are kept.</summary>
    public RetentionOptions Retention { get; init; } = new();

    /// <summary>Gets where measurements are copied to; null for nowhere.</summary>
    public InfluxOptions? Influx { get; init; }

    public required IReadOnlyList<CameraConfiguration> Cameras { get; init; }

    /// <summary>Gets the wearables.</summary>
    public IReadOnlyList<DeviceConfiguration> Devices { get; init; } = [];

    public BluetoothOptions Bluetooth { get; init; } = new();

    /// <summary>Gets what the patients have agreed to.</summary>
    public Consents Consents { get; init; } = new();

    /// <summary>Gets what is wired to the box; null if nothing is.</summary>
    public PanelOptions? Panel { get; init; }

    /// <summary>Gets the makes of insole that are described in the configuration, by name.</summary>
    public IReadOnlyDictionary<string, InsoleProfile> InsoleProfiles { get; init; } = new Dictionary<string, InsoleProfile>();
}

/// <summary>One camera and the patient in front of it.</summary>
/// <param name="Camera">How to open it; the name is its id.</param>
/// <param name="CarePlan">What that patient is to do.</param>
/// <param name="IsSimulated">True for the simulated patient, who needs no hardware.</param>
internal sealed record CameraConfiguration(CameraOptions Camera, CarePlan CarePlan, bool IsSimulated);

/// <summary>How the Bluetooth adapter is reached.</summary>
internal sealed record BluetoothOptions
{
    /// <summary>Gets the adapter, for example <c>hci0</c>; null for the first.</summary>
    public string? Adapter { get; init; }

    /// <summary>Gets the address of the bus; null for the system's.</summary>
    public string? Bus { get; init; }
}

/// <summary>Where the page listens, and who may see the picture.</summary>
internal sealed record PageOptions
{
    public string Address { get; init; } = "127.0.0.1";

    public int Port { get; init; } = 8080;

    /// <summary>Gets the addresses of the screens in the room, which may show the camera's picture; nobody else may.</summary>
    public IReadOnlyList<string> VideoScreens { get; init; } = [];

    /// <summary>Gets the PINs without which there is only the exercise view; null where everybody may see everything.</summary>
    public PinFiles? Pins { get; init; }
}
