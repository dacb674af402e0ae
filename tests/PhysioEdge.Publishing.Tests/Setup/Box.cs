using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Publishing.Broker;
using PhysioEdge.Publishing.Outbox;
using PhysioEdge.Publishing.Receiving;
using PhysioEdge.Storage;
using PhysioEdge.Storage.Audit;
using PhysioEdge.Storage.Outbox;
using PhysioEdge.TestKit;
using PhysioEdge.TestKit.Events;

namespace PhysioEdge.Publishing.Tests.Setup;

/// <summary>The publishing part of the service, as it runs on a box: real store, real connections, a clock of its own.</summary>
internal sealed class Box : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly IHost _host;

    private Box(BrokerOptions broker, Action<IServiceCollection>? more)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddEdgeStore(_folder.Path);
        builder.Services.AddAuditLog(_folder.Path);
        builder.Services.AddPublishing(new() { Site = TestEvents.Site, Edge = TestEvents.Edge, DataFolder = _folder.Path, Broker = broker });
        more?.Invoke(builder.Services);
        _host = builder.Build();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 13, 43, 36, TimeSpan.Zero));

    public LogLines Log { get; } = new();

    public IServiceProvider Services => _host.Services;

    public EdgeStore Store => Services.GetRequiredService<EdgeStore>();

    public AuditLog Audit => Services.GetRequiredService<AuditLog>();

    public LiveStatus<PublisherStatus> Status => Services.GetRequiredService<LiveStatus<PublisherStatus>>();

    public LiveStatus<ReceiverStatus> ReceiverStatus => Services.GetRequiredService<LiveStatus<ReceiverStatus>>();

    public IHostApplicationLifetime Lifetime => Services.GetRequiredService<IHostApplicationLifetime>();

    public static BrokerOptions Outside(int port) => new() { Host = "127.0.0.1", Port = port };

    /// <param name="broker">The broker.</param>
    /// <param name="more">What the rest of the service would register.</param>
    public static async Task<Box> StartAsync(BrokerOptions broker, Action<IServiceCollection>? more = null)
    {
        var box = new Box(broker, more);
        try
        {
            await box._host.StartAsync(TestContext.Current.CancellationToken);
            return box;
        }
        catch
        {
            await box.DisposeAsync();
            throw;
        }
    }

    public static async Task<Box> StartConnectedAsync(BrokerOptions broker, Action<IServiceCollection>? more = null)
    {
        var box = await StartAsync(broker, more);
        await box.Status.WhenAsync(status => status.Link.ConnectedSince is not null);
        return box;
    }

    public Task StopAsync() => _host.StopAsync(TestContext.Current.CancellationToken);

    /// <summary>Lets the pause before the next attempt to connect pass, and waits until it has succeeded.</summary>
    public async Task ReconnectAsync()
    {
        var lost = await Status.WhenAsync(status => status.Link.RetryAt is not null);
        Time.Advance(TimeSpan.FromMinutes(1));
        await Status.WhenAsync(status => status.Link.Connections > lost.Link.Connections);
    }

    /// <summary>Changes the database behind the publisher's back.</summary>
    public void Execute(string statement) => Sqlite.Execute(_folder.File(EdgeStore.FileName), statement);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        _folder.Dispose();
    }
}
