using PhysioEdge.Appliance.Models;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Inference.Models;
using PhysioEdge.Simulation;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Appliance.Accuracy.Phantom;

/// <summary>A scene that is filmed and taken through the session's pipeline, live, with nothing prescribed.</summary>
internal static class FilmedSession
{
    private const double RateHz = 15;

    /// <summary>Films the scene to its end.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="models">Where the models are.</param>
    /// <param name="model">The one that looks at it.</param>
    /// <param name="onStep">Called with what each picture brought, and the end.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The pipeline, with what it has noticed.</returns>
    public static async Task<SessionPipeline> RunAsync(PhantomScene scene, PoseModels models, PoseModel model, Action<SessionStep> onStep, CancellationToken cancellationToken)
    {
        await using var camera = new PhantomCamera(scene, RateHz);
        using var tracker = models.CreateTracker(model);
        var (pipeline, frame) = (new SessionPipeline(exercise: null), new VideoFrame());
        while (await camera.ReadAsync(frame, cancellationToken))
        {
            tracker.Track(frame, frame.PresentationTime, out var pose);
            onStep(pipeline.Process(pose));
        }

        onStep(pipeline.Finish());
        return pipeline;
    }
}
