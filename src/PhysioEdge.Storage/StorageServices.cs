using Microsoft.Extensions.DependencyInjection;
using PhysioEdge.Storage.Audit;
using PhysioEdge.Storage.Influx;
using PhysioEdge.Storage.Measurements;
using PhysioEdge.Storage.Outbox;
using PhysioEdge.Storage.Room;

namespace PhysioEdge.Storage;

/// <summary>Registers the box's databases.</summary>
public static class StorageServices
{
    /// <summary>Registers the <see cref="EdgeStore"/> of that folder, opened when it is first asked for, and what keeps room for it on the disk.</summary>
    public static IServiceCollection AddEdgeStore(this IServiceCollection services, string dataFolder, long ballastBytes = Ballast.UsualBytes) => services
        .AddSingleton(new Ballast(dataFolder, ballastBytes))
        .AddSingleton(provider => EdgeStore.Open(dataFolder, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<Ballast>()))
        .AddHostedService<RoomKeeper>();

    /// <summary>Registers the <see cref="AuditLog"/> of that folder; it is opened when it is first asked for.</summary>
    public static IServiceCollection AddAuditLog(this IServiceCollection services, string dataFolder) =>
        services.AddSingleton(provider => AuditLog.Open(dataFolder, provider.GetRequiredService<TimeProvider>()));

    /// <summary>Registers the <see cref="MeasurementStore"/> of that folder, opened when it is first asked for, and the <see cref="MeasurementRecorder"/>.</summary>
    public static IServiceCollection AddMeasurements(this IServiceCollection services, string dataFolder, RetentionOptions retention) => services
        .AddSingleton(provider => MeasurementStore.Open(dataFolder, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(retention)
        .AddSingleton<MeasurementRecorder>()
        .AddHostedService(provider => provider.GetRequiredService<MeasurementRecorder>());

    /// <summary>Registers what copies measurements to an InfluxDB; needs them. Shown by <see cref="InfluxWriter.Status"/>.</summary>
    public static IServiceCollection AddInflux(this IServiceCollection services, InfluxOptions options) => services
        .AddSingleton(options)
        .AddSingleton<InfluxWriter>()
        .AddHostedService(provider => provider.GetRequiredService<InfluxWriter>());
}
