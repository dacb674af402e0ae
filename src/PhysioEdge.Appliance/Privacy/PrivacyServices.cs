using System.Device.Gpio;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Health;
using PhysioEdge.Storage.Audit;

namespace PhysioEdge.Appliance.Privacy;

/// <summary>Registers the privacy switch, and the button and lamps where there are any.</summary>
internal static class PrivacyServices
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services, BoxConfiguration box)
    {
        services.AddSingleton<CaptureGate>();
        services.AddSingleton(provider => new PrivacySwitch(
            box.DataFolder, provider.GetRequiredService<CaptureGate>(), provider.GetRequiredService<AuditLog>(), provider.GetRequiredService<ILogger<PrivacySwitch>>()));
        services.AddSingleton<PanelState>();
        if (box.Panel is not { } panel)
            return services;
        return services.AddHostedService(provider => new Panel(
            panel,
            provider.GetRequiredService<PrivacySwitch>(),
            () => provider.GetRequiredService<BoxReport>().Health().State,
            provider.GetRequiredService<PanelState>(),
            () => new GpioController(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<Panel>>()));
    }
}
