using Microsoft.Extensions.Hosting.Systemd;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PhysioEdge.Appliance.CloudCommands;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Publishing.Commands;
using PhysioEdge.Publishing.Health;
using PhysioEdge.Publishing.Outbox;

namespace PhysioEdge.Appliance.Health;

/// <summary>Registers what says how the box is, to whom ever wants to know.</summary>
internal static class HealthServices
{
    /// <summary>The variable that names a collector, as everywhere (OpenTelemetry specification, OTLP exporter configuration).</summary>
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The variable that a supervisor sets which wants to hear from the service (sd_notify(3)).</summary>
    private const string NotifySocket = "NOTIFY_SOCKET";

    public static IServiceCollection AddHealth(this IServiceCollection services, BoxConfiguration box)
    {
        services.AddSingleton(provider =>
        {
            var cameras = provider.GetRequiredService<IReadOnlyList<CameraView>>();
            return new PipelineProgress(() => [.. cameras.Select(view => new PictureCounts(view.Id, view.Camera.Captured, view.Processed))], provider.GetRequiredService<TimeProvider>());
        });
        services.AddSingleton<BoxReport>();
        services.AddSingleton<IBoxReport>(provider => provider.GetRequiredService<BoxReport>());
        services.AddSingleton<IBoxCommand, HealthCommand>();
        services.AddSingleton<IBoxCommand, EvidenceCommand>();
        services.AddHostedService<BoxMetrics>();

        if (Environment.GetEnvironmentVariable(NotifySocket) is { Length: > 0 })
            services.AddSingleton<ISystemdNotifier, SystemdNotifier>().AddSingleton<IHostLifetime, SystemdLifetime>().AddHostedService<SystemdWatchdog>();
        return services.AddTelemetry(box);
    }

    private static IServiceCollection AddTelemetry(this IServiceCollection services, BoxConfiguration box)
    {
        var toCollector = Environment.GetEnvironmentVariable(Collector) is { Length: > 0 };
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("physioedge", serviceVersion: ProgramVersion.Short, serviceInstanceId: box.Edge))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(BoxMetrics.MeterName, "System.Runtime").AddPrometheusExporter();
                if (toCollector)
                    metrics.AddOtlpExporter();
            })
            .WithTracing(traces =>
            {
                traces.AddSource(PublishTrace.SourceName);
                if (toCollector)
                    traces.AddOtlpExporter();
            });
        return services;
    }
}
