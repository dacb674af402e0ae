using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Events;
using PhysioEdge.Appliance.Sessions.Simulated;
using PhysioEdge.Storage.Measurements;
using PhysioEdge.Wearables.Bluetooth;
using CentralOptions = PhysioEdge.Wearables.Bluetooth.BluetoothOptions;

namespace PhysioEdge.Appliance.Sessions.Wearables;

/// <summary>Registers the worker of the wearables, where there are any.</summary>
internal static class WearablesServices
{
    public static IServiceCollection AddWearables(this IServiceCollection services, BoxConfiguration box)
    {
        services.AddSingleton<IReadOnlyList<WearablesWorker>>(provider => [.. provider.GetServices<WearablesWorker>()]);
        var buses = box.Devices.Where(box.Consents.Cover).GroupBy(d => d.IsSimulated).Select(g => g.ToArray()).ToArray();
        foreach (var devices in buses)
            services.AddSingleton(provider => devices[0].IsSimulated ? OnTheSimulatedBus(provider, box, devices) : OnTheAir(provider, box, devices));
        foreach (var index in Enumerable.Range(0, buses.Length))
            services.AddSingleton<IHostedService>(provider => provider.GetServices<WearablesWorker>().ElementAt(index));
        return services;
    }

    private static WearablesWorker OnTheAir(IServiceProvider provider, BoxConfiguration box, DeviceConfiguration[] devices)
    {
        var options = new CentralOptions { Adapter = box.Bluetooth.Adapter };
        if (box.Bluetooth.Bus is { } bus)
            options = options with { BusAddress = bus };
        return CreateWorker(provider, box, devices, options, provider.GetRequiredService<TimeProvider>()).Worker;
    }

    private static WearablesWorker OnTheSimulatedBus(IServiceProvider provider, BoxConfiguration box, DeviceConfiguration[] devices)
    {
        var room = provider.GetRequiredService<SimulatedRoom>();
        DeviceConfiguration[] placed = [.. devices.Select(d => d with { Address = SimulatedRoom.AddressOf(d) })];
        var (worker, central) = CreateWorker(provider, box, placed, new CentralOptions { BusAddress = room.BusAddress }, room.Clock);
        central.LinkChanged += _ =>
        {
            if (central.Links.All(l => l.State == LinkState.Streaming))
                room.Linked();
        };
        return worker;
    }

    private static (WearablesWorker Worker, BluetoothCentral Central) CreateWorker(
        IServiceProvider provider, BoxConfiguration box, DeviceConfiguration[] devices, CentralOptions options, TimeProvider time)
    {
        var central = new BluetoothCentral(devices.Select(DeviceOf), options, time, provider.GetRequiredService<ILogger<BluetoothCentral>>(), provider.GetRequiredService<CaptureGate>());
        return (new WearablesWorker(central, WearersOf(provider, box, devices), provider.GetRequiredService<EventRecorder>(), provider.GetRequiredService<CaptureGate>(), time), central);
    }

    /// <summary>Each device with the patient who wears it.</summary>
    private static Dictionary<string, Wearer> WearersOf(IServiceProvider provider, BoxConfiguration box, DeviceConfiguration[] all)
    {
        var wearers = new Dictionary<string, Wearer>();
        var patients = provider.GetRequiredService<Patients>();
        var views = provider.GetRequiredService<IReadOnlyList<CameraView>>();
        foreach (var worn in all.GroupBy(d => d.CarePlan.Patient))
        {
            DeviceConfiguration[] devices = [.. worn];
            var patient = patients.Of(devices[0].CarePlan);
            var pipeline = new WearerPipeline(patient.Plan, devices);
            var cameras = box.Cameras.Where(c => c.CarePlan.Patient == worn.Key).Select(c => c.Camera.Name);
            var live = new WearerLive(patient.Plan, pipeline, [.. views.Where(v => cameras.Contains(v.Id)).Select(v => v.Live.Feed)]);
            var wearer = new Wearer(patient, devices, pipeline, live, new WearerRows(worn.Key, provider.GetRequiredService<MeasurementRecorder>(), provider.GetRequiredService<WallClock>()));
            foreach (var device in devices)
                wearers.Add(device.Id, wearer);
        }

        return wearers;
    }

    private static BluetoothDevice DeviceOf(DeviceConfiguration device) => new()
    {
        Id = device.Id,
        Address = device.Address,
        Name = device.Name,
        Characteristics = [device.Insole?.Profile.Characteristic ?? GattUuid.HeartRateMeasurement],
        Notify = Enum.Parse<NotifyMode>(device.Notify, ignoreCase: true),
        SilenceTimeout = device.Silence,
    };
}
