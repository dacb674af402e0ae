using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Events;
using PhysioEdge.Appliance.Models;
using PhysioEdge.Appliance.Sessions.Live;
using PhysioEdge.Simulation;
using PhysioEdge.Storage.Measurements;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Appliance.Sessions;

/// <summary>Registers a worker for each camera.</summary>
internal static class CameraServices
{
    private const double UsualRateHz = 30;
    private const double LeastRateHz = 12;

    public static IServiceCollection AddCameras(this IServiceCollection services, BoxConfiguration box, PoseModels models)
    {
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
        var clock = provider.GetRequiredService<WallClock>();
        var camera = Open(configuration, time, provider.GetRequiredService<ILogger<Camera>>());
        var limits = PlanLimits.Of(configuration.CarePlan);
        var pipeline = new SessionPipeline(limits, box.SessionIdle, () => $"s-{Ulid.NewUlid(clock.UtcNow)}");
        return new CameraWorker(
            camera,
            models.CreateTracker(box.Model),
            pipeline,
            new EventComposer(box.Edge, configuration.CarePlan.Patient, models.Describe(box.Model), clock),
            provider.GetRequiredService<EventRecorder>(),
            new SessionKeeper(configuration.CarePlan.Patient, provider.GetRequiredService<MeasurementRecorder>(), clock),
            new CameraView(configuration.Camera.Name, camera, new LiveSession(limits, pipeline, time), time),
            provider.GetRequiredService<ILogger<CameraWorker>>());
    }

    private static Camera Open(CameraConfiguration configuration, TimeProvider time, ILogger<Camera> logger) => configuration.IsSimulated
        ? new Camera(configuration.Camera, time, logger, () => new PhantomCamera(SimulatedPatient.Scene(), SimulatedRate(configuration.Camera.ReplaySpeed)))
        : new Camera(configuration.Camera, time, logger);

    /// <summary>Pictures per second of the session: when it goes by fast, fewer, so that the box has not much more to do.</summary>
    private static double SimulatedRate(double? speed) => Math.Clamp(UsualRateHz / (speed ?? double.PositiveInfinity), LeastRateHz, UsualRateHz);
}
