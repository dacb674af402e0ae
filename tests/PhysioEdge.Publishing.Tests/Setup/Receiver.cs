using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Publishing.Receiving;
using PhysioEdge.Storage.Receiving;
using PhysioEdge.TestKit;

namespace PhysioEdge.Publishing.Tests.Setup;

/// <summary>The receiver, somewhere else than the box.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly IHost _host;

    private Receiver(int port)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddEventReceiver(new() { ClientId = "receiver", DataFolder = _folder.Path, Broker = Box.Outside(port) });
        _host = builder.Build();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 13, 43, 36, TimeSpan.Zero));

    public LiveStatus<ReceiverStatus> Status => _host.Services.GetRequiredService<LiveStatus<ReceiverStatus>>();

    public ReceiverStore Store => _host.Services.GetRequiredService<ReceiverStore>();

    public static async Task<Receiver> StartAsync(int port)
    {
        var receiver = new Receiver(port);
        await receiver._host.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public async Task ReconnectAsync()
    {
        var lost = await Status.WhenAsync(status => status.Link.RetryAt is not null);
        Time.Advance(TimeSpan.FromMinutes(1));
        await Status.WhenAsync(status => status.Link.Connections > lost.Link.Connections);
    }

    /// <summary>Changes the database behind the receiver's back.</summary>
    public void Execute(string statement) => Sqlite.Execute(_folder.File(ReceiverStore.FileName), statement);

    /// <summary>Reads one column of what is stored, as another program would.</summary>
    public IReadOnlyList<T> Read<T>(string query) => Sqlite.Read<T>(_folder.File(ReceiverStore.FileName), query);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        _folder.Dispose();
    }
}
