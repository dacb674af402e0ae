using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PhysioEdge.Publishing.Broker;
using PhysioEdge.Publishing.Outbox;
using PhysioEdge.Publishing.Receiving;
using PhysioEdge.Storage.Receiving;

namespace PhysioEdge.Publishing;

/// <summary>Registers what brings events from the store to the broker.</summary>
public static class PublishingServices
{
    /// <summary>
    /// Registers the publisher, which needs an <see cref="Storage.Outbox.EdgeStore"/>; with the embedded broker also that and its receiver.
    /// Shown by <see cref="LiveStatus{T}"/> of <see cref="PublisherStatus"/> and <see cref="ReceiverStatus"/>.
    /// </summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services, PublishingOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<LiveStatus<PublisherStatus>>();

        // Started in this order, stopped in the reverse one: there is somebody to hear the first event and the last word.
        if (options.Broker.IsEmbedded)
        {
            services.AddSingleton(options.Broker);
            services.AddHostedService<EmbeddedBroker>();
            services.AddEventReceiver(new() { ClientId = $"{options.Edge}-receiver", DataFolder = options.DataFolder, Broker = options.Broker });
        }

        return services.AddHostedService<OutboxPublisher>();
    }

    /// <summary>Registers a receiver, for a broker that has none.</summary>
    public static IServiceCollection AddEventReceiver(this IServiceCollection services, ReceiverOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<LiveStatus<ReceiverStatus>>();
        services.AddSingleton(provider => ReceiverStore.Open(options.DataFolder, provider.GetRequiredService<TimeProvider>()));
        return services.AddHostedService<EventReceiver>();
    }
}
