using Microsoft.Extensions.DependencyInjection;
using PhysioEdge.Storage.Outbox;

namespace PhysioEdge.Storage;

/// <summary>Registers the box's database.</summary>
public static class StorageServices
{
    /// <summary>Registers the <see cref="EdgeStore"/> of that folder; it is opened when it is first asked for.</summary>
    public static IServiceCollection AddEdgeStore(this IServiceCollection services, string dataFolder) =>
        services.AddSingleton(provider => EdgeStore.Open(dataFolder, provider.GetRequiredService<TimeProvider>()));
}
