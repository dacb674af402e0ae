using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation;

namespace PhysioEdge.Appliance.Tests.Setup;

/// <summary>What a perfect pose model would say of the phantom.</summary>
internal static class Truth
{
    public const double RateHz = 12;

    /// <summary>The pose in each picture of a camera of <see cref="RateHz"/>.</summary>
    public static IEnumerable<PoseFrame> Poses(PhantomCamera camera)
    {
        for (var i = 0; i < camera.FrameCount; i++)
        {
            var at = TimeSpan.FromSeconds(i / RateHz);
            var truth = camera.TruthAt(at);
            var landmarks = default(LandmarkSet);
            foreach (var name in Enum.GetValues<BodyLandmark>())
                landmarks[name] = new Landmark(truth.PixelOf(name), 1, truth.MetresOf(name));
            yield return new PoseFrame { CapturedAt = at, HasPose = true, PoseProbability = 1, Raw = landmarks, Smoothed = landmarks };
        }
    }
}
