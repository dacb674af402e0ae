using PhysioEdge.Publishing;
using PhysioEdge.Publishing.Broker;
using PhysioEdge.Publishing.Commands;
using PhysioEdge.Publishing.Outbox;
using PhysioEdge.Publishing.Receiving;
using PhysioEdge.Storage;
using PhysioEdge.Storage.Outbox;
using PhysioEdge.Storage.Receiving;

namespace PhysioEdge.Appliance.Faults;

/// <summary>The part of the service that must not lose anything, from the store to the broker, as it runs on a box.</summary>
internal sealed class LabBox : IAsyncDisposable
{
    private readonly IHost _host;

    private LabBox(IHost host) => _host = host;

    public EdgeStore Store => _host.Services.GetRequiredService<EdgeStore>();

    public LiveStatus<PublisherStatus> Status => _host.Services.GetRequiredService<LiveStatus<PublisherStatus>>();

    public static async Task<LabBox> StartAsync(string folder, int brokerPort, TimeProvider time, CancellationToken cancellationToken, params IEnumerable<IBoxCommand> commands)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(time);
        builder.Services.AddEdgeStore(folder);
        builder.Services.AddAuditLog(folder);
        foreach (var command in commands)
            builder.Services.AddSingleton(command);
        builder.Services.AddPublishing(new() { Site = LabEvents.Site, Edge = LabEvents.Edge, DataFolder = folder, Broker = new BrokerOptions { Host = "127.0.0.1", Port = brokerPort } });
        var box = new LabBox(builder.Build());
        await box._host.StartAsync(cancellationToken);
        return box;
    }

    /// <summary>Waits until the publisher's status is so.</summary>
    public Task UntilAsync(Func<PublisherStatus, bool> isSo, CancellationToken cancellationToken) => Status.UntilAsync(isSo, cancellationToken);

    /// <summary>Waits until everything has had its receipt.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        while (Store.ReadStatus().Pending > 0)
            await timer.WaitForNextTickAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }
}

/// <summary>The receiver, which stores and receipts.</summary>
internal sealed class LabReceiver : IAsyncDisposable
{
    private readonly IHost _host;

    private LabReceiver(IHost host) => _host = host;

    public ReceiverStore Store => _host.Services.GetRequiredService<ReceiverStore>();

    public LiveStatus<ReceiverStatus> Status => _host.Services.GetRequiredService<LiveStatus<ReceiverStatus>>();

    public static async Task<LabReceiver> StartAsync(string folder, int brokerPort, TimeProvider time, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(time);
        builder.Services.AddEventReceiver(new() { ClientId = "receiver", DataFolder = folder, Broker = new BrokerOptions { Host = "127.0.0.1", Port = brokerPort } });
        var receiver = new LabReceiver(builder.Build());
        await receiver._host.StartAsync(cancellationToken);
        return receiver;
    }

    public Task UntilAsync(Func<ReceiverStatus, bool> isSo, CancellationToken cancellationToken) => Status.UntilAsync(isSo, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }
}

/// <summary>Waiting for a status.</summary>
internal static class LabWaiting
{
    public static async Task UntilAsync<T>(this LiveStatus<T> status, Func<T, bool> isSo, CancellationToken cancellationToken)
        where T : class, new()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        status.Changed += Look;
        Look(status.Value);
        try
        {
            await reached.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            status.Changed -= Look;
        }

        void Look(T now)
        {
            if (isSo(now))
                reached.TrySetResult();
        }
    }
}
