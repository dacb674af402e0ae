using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Events;
using PhysioEdge.Appliance.Models;
using PhysioEdge.Appliance.Sessions.Live;
using PhysioEdge.Appliance.Sessions.Simulated;
using PhysioEdge.Storage.Measurements;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Appliance.Sessions;

/// <summary>Registers a worker for each camera.</summary>
internal static class CameraServices
{
    public static IServiceCollection AddCameras(this IServiceCollection services, BoxConfiguration box, PoseModels models)
    {
        services.AddSingleton<Patients>();
        if (box.Cameras.Any(c => c.IsSimulated))
            services.AddSingleton<SimulatedRoom>().AddHostedService(provider => provider.GetRequiredService<SimulatedRoom>());
        foreach (var camera in box.Cameras)
            services.AddSingleton(provider => CreateWorker(provider, box, camera, models));
        services.AddSingleton<IReadOnlyList<CameraView>>(provider => [.. provider.GetServices<CameraWorker>().Select(w => w.View)]);
        foreach (var index in Enumerable.Range(0, box.Cameras.Count))
            services.AddSingleton<IHostedService>(provider => provider.GetServices<CameraWorker>().ElementAt(index));
        return services;
    }

    private static CameraWorker CreateWorker(IServiceProvider provider, BoxConfiguration box, CameraConfiguration configuration, PoseModels models)
    {
        var time = provider.GetRequiredService<TimeProvider>();
        var patient = provider.GetRequiredService<Patients>().Of(configuration.CarePlan);
        var gate = GateOf(provider, box, configuration);
        var camera = Open(provider, configuration, gate, time, provider.GetRequiredService<ILogger<Camera>>());
        var limits = PlanLimits.Of(configuration.CarePlan);
        var pipeline = new SessionPipeline(limits, box.SessionIdle, patient.Book.Touch);
        return new CameraWorker(
            camera,
            models.CreateTracker(box.Model),
            pipeline,
            patient.Composer,
            models.Describe(box.Model),
            provider.GetRequiredService<EventRecorder>(),
            new SessionKeeper(configuration.CarePlan.Patient, provider.GetRequiredService<MeasurementRecorder>(), provider.GetRequiredService<WallClock>()),
            new CameraView(configuration.Camera.Name, camera, new LiveSession(limits, pipeline, time), time),
            gate,
            provider.GetRequiredService<ILogger<CameraWorker>>());
    }

    /// <summary>The gate of the privacy switch; one that is never opened where the patient has not agreed to be filmed.</summary>
    private static CaptureGate GateOf(IServiceProvider provider, BoxConfiguration box, CameraConfiguration configuration)
    {
        if (box.Consents.Cover(configuration))
            return provider.GetRequiredService<CaptureGate>();
        var closed = new CaptureGate();
        closed.Close();
        return closed;
    }

    private static Camera Open(IServiceProvider provider, CameraConfiguration configuration, CaptureGate gate, TimeProvider time, ILogger<Camera> logger) => configuration.IsSimulated
        ? new Camera(configuration.Camera, time, logger, () => provider.GetRequiredService<SimulatedRoom>().OpenCamera(configuration.Camera.ReplaySpeed), gate)
        : new Camera(configuration.Camera, time, logger, gate);
}
