using System.Numerics;
using PhysioEdge.Analysis.Gait.Landmarks;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Rendering;

namespace PhysioEdge.Appliance.Tests.Setup;

/// <summary>The phantom's landmarks, as another source would give them.</summary>
internal static class PhantomLandmarks
{
    /// <summary>All landmarks where they truly are, hip-centred and y down.</summary>
    public static IEnumerable<TimedLandmarks> Of(MotionScript script, double rateHz)
    {
        var camera = new PhantomCamera(new PhantomScene { Patient = new PhantomFigure(script), View = new CameraView { YawDegrees = 37 } }, rateHz);
        for (var i = 0; i < camera.FrameCount; i++)
        {
            var at = TimeSpan.FromSeconds(i / rateHz);
            var truth = camera.TruthAt(at);
            var pose = default(LandmarkSet);
            foreach (var landmark in Enum.GetValues<BodyLandmark>())
                pose[landmark] = new Landmark(default, 1, truth.MetresOf(landmark));
            yield return new TimedLandmarks(at, pose);
        }
    }

    /// <summary>The same with every known position moved.</summary>
    public static IEnumerable<TimedLandmarks> Moved(this IEnumerable<TimedLandmarks> recording, Func<Vector3, Vector3> move)
        => recording.Select(r => r with { Landmarks = Each(r.Landmarks, (_, l) => l with { World = move(l.World) }) });

    /// <summary>The same without some landmarks.</summary>
    public static IEnumerable<TimedLandmarks> Without(this IEnumerable<TimedLandmarks> recording, Func<TimeSpan, BodyLandmark, bool> missing)
        => recording.Select(r => r with
        {
            Landmarks = Each(r.Landmarks, (name, l) => missing(r.At, name) ? new Landmark(default, 0, new Vector3(float.NaN)) : l),
        });

    private static LandmarkSet Each(LandmarkSet pose, Func<BodyLandmark, Landmark, Landmark> change)
    {
        foreach (var landmark in Enum.GetValues<BodyLandmark>())
            pose[landmark] = change(landmark, pose[landmark]);
        return pose;
    }
}
