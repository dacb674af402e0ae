using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Training.Motions;
using PhysioEdge.Vision.Lifting;

namespace PhysioEdge.Training.Sights;

/// <summary>
/// A clip as a pose model would see it through a camera, without its pictures: landmarks that are a little beside the joints, more so
/// on the side turned away; a depth that is flattened, tilted and noisy; and now and then legs that are taken for each other.
/// </summary>
/// <remarks>
/// How much of each is drawn anew for every clip, widely around what BlazePose does with filmed phantoms and people, so that the lifter
/// learns to trust none of it beyond measure (domain randomisation: Tobin et al., IROS 2017).
/// </remarks>
internal sealed class Sight
{
    private const int Count = LiftedLandmarks.Count;
    private const float StepSeconds = (float)(1 / Clip.FramesPerSecond);

    private static readonly float[] Restlessness = [1, 1, 1, 1, 1, 1.3f, 1.3f, 1.6f, 1.6f, 1.1f, 1.1f, 1, 1, 1, 1, 1.4f, 1.4f, 1.5f, 1.5f];

    private readonly Landmark[] _landmarks = new Landmark[Clip.Frames * Count];
    private readonly Vector3[] _truth = new Vector3[Clip.Frames * Count];
    private readonly Clip _clip;

    public Sight(Clip clip, SeededNumbers n)
    {
        _clip = clip;
        var middle = (clip.At(Clip.Frames / 2)[LiftedLandmarks.LeftHipIndex] + clip.At(Clip.Frames / 2)[LiftedLandmarks.RightHipIndex]) / 2;
        var camera = new SightCamera(n, middle with { Y = 0 });
        Picture = camera.Picture;
        var faults = new PoseModelFaults(n);
        Span<Vector3> level = stackalloc Vector3[Count];
        for (var frame = 0; frame < Clip.Frames; frame++)
        {
            var points = clip.At(frame);
            for (var i = 0; i < Count; i++)
                level[i] = camera.Level(points[i]);
            See(camera, faults, level, frame);
            BodyMeasures.Standardise(level, _truth.AsSpan(frame * Count, Count));
            faults.Advance(n);
        }

        MixUpLegs(n);
    }

    public Vector2 Picture { get; }

    /// <summary>The landmarks as the pose model gives them.</summary>
    public ReadOnlySpan<Landmark> At(int frame) => _landmarks.AsSpan(frame * Count, Count);

    /// <summary>Where they are: hip-centred, level, x right, y down, z away, metres of the standard body.</summary>
    public ReadOnlySpan<Vector3> TruthAt(int frame) => _truth.AsSpan(frame * Count, Count);

    /// <summary>Whether a foot swings, see <see cref="SwingTruth.At"/>.</summary>
    public float SwingAt(int frame, int foot) => _clip.SwingAt(frame, foot);

    private void See(SightCamera camera, PoseModelFaults faults, ReadOnlySpan<Vector3> level, int frame)
    {
        Span<Vector3> held = stackalloc Vector3[Count];
        for (var i = 0; i < Count; i++)
            held[i] = camera.Held(level[i]);
        var midHip = (held[LiftedLandmarks.LeftHipIndex] + held[LiftedLandmarks.RightHipIndex]) / 2;
        var across = level[LiftedLandmarks.LeftHipIndex] - level[LiftedLandmarks.RightHipIndex];
        var leftAway = across.Z / MathF.Max(across.Length(), 0.02f);
        var (standard, pixelsPerMetre) = (LiftFeatures.StandardBodyMetres / BodyMeasures.Length(level), camera.Focal / camera.Distance);
        var seen = _landmarks.AsSpan(frame * Count, Count);
        for (var i = 0; i < Count; i++)
        {
            var away = i == 0 ? 0 : MathF.Max(0, i % 2 == 1 ? leftAway : -leftAway);
            var hidden = away * away;
            seen[i] = new Landmark(
                camera.Pixel(held[i]) + (pixelsPerMetre * faults.Offset(i, hidden * Restlessness[i], Restlessness[i])),
                faults.Visibility(i, hidden),
                faults.World(i, standard * (held[i] - midHip), hidden));
        }

        faults.NarrowHips(seen);
        var origin = (seen[LiftedLandmarks.LeftHipIndex].World + seen[LiftedLandmarks.RightHipIndex].World) / 2;
        foreach (ref var landmark in seen)
            landmark = landmark with { World = landmark.World - origin };
    }

    /// <summary>Where one leg hides the other, they may be taken for each other for a moment.</summary>
    private void MixUpLegs(SeededNumbers n)
    {
        if (!n.Chance(0.12f) || Math.Abs(_truth[LiftedLandmarks.LeftHipIndex].Z) < 0.07f)
            return;
        var start = n.Between(0, Clip.Frames - 5);
        var end = Math.Min(Clip.Frames, start + n.Between(2, 14));
        for (var frame = start; frame < end; frame++)
        {
            var seen = _landmarks.AsSpan(frame * Count, Count);
            for (var left = LiftedLandmarks.LeftHipIndex; left < Count; left += 2)
                (seen[left], seen[left + 1]) = (seen[left + 1], seen[left]);
        }
    }
}
