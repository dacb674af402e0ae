using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Training.Captures;
using PhysioEdge.Training.Motions;
using PhysioEdge.Training.Sights;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Lifting;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Training.Films;

/// <summary>A motion that the simulated camera filmed: what the pose model made of each picture, and what is true.</summary>
internal sealed class Film
{
    public const double FramesPerSecond = 15;

    private const int Count = LiftedLandmarks.Count;

    /// <summary>A film in which the figure is lost more often teaches nothing.</summary>
    private const double LeastSeen = 0.98;

    private readonly Landmark[] _seen;
    private readonly Vector3[] _truth;
    private readonly float[] _swings;

    private Film(Vector2 picture, Landmark[] seen, Vector3[] truth, float[] swings) => (Picture, _seen, _truth, _swings) = (picture, seen, truth, swings);

    public Vector2 Picture { get; }

    public int Frames => _seen.Length / Count;

    public ReadOnlySpan<Landmark> At(int frame) => _seen.AsSpan(frame * Count, Count);

    /// <summary>Hip-centred, level, metres of the standard body.</summary>
    public ReadOnlySpan<Vector3> TruthAt(int frame) => _truth.AsSpan(frame * Count, Count);

    /// <summary>Whether a foot swings, see <see cref="SwingTruth.At"/>.</summary>
    public float SwingAt(int frame, int foot) => _swings[(2 * frame) + foot];

    /// <summary>Films a motion.</summary>
    /// <param name="captures">What motions are made from.</param>
    /// <param name="seed">Which one.</param>
    /// <param name="tracker">What looks at the pictures.</param>
    /// <returns>The film; null when the figure was out of sight too often.</returns>
    public static async Task<Film?> MakeAsync(CaptureLibrary captures, int seed, Func<PoseTracker> tracker)
    {
        var numbers = new SeededNumbers(unchecked((seed * 7919) + 13));
        var motion = MotionMaker.MakeFilmable(captures, numbers, Clip.Frames / Clip.FramesPerSecond);
        var scene = FilmScene.Of(motion, numbers);
        var swing = SwingTruth.Of(motion);
        using var watcher = tracker();
        await using var camera = new PhantomCamera(scene, FramesPerSecond);
        var (frame, seen, truth, swings, found, frames) = (new VideoFrame(), new List<Landmark>(), new List<Vector3>(), new List<float>(), 0, 0);
        while (await camera.ReadAsync(frame, default))
        {
            watcher.Track(frame, frame.PresentationTime, out var pose);
            frames++;
            if (!pose.HasPose)
                continue;
            found++;
            seen.AddRange(LiftedLandmarks.All.Select(landmark => pose.Raw[landmark]));
            truth.AddRange(Standard(camera.TruthAt(frame.PresentationTime), scene.View.PitchDegrees));
            swings.AddRange([swing.At(0, frame.PresentationTime.TotalSeconds, 1 / Clip.FramesPerSecond), swing.At(1, frame.PresentationTime.TotalSeconds, 1 / Clip.FramesPerSecond)]);
        }

        return found >= LeastSeen * frames ? new Film(new Vector2(scene.View.Width, scene.View.Height), [.. seen], [.. truth], [.. swings]) : null;
    }

    public void Write(BinaryWriter to)
    {
        to.Write(Picture.X);
        to.Write(Picture.Y);
        to.Write(_seen.Length);
        for (var i = 0; i < _seen.Length; i++)
        {
            var (seen, truth) = (_seen[i], _truth[i]);
            foreach (var value in (ReadOnlySpan<float>)[seen.Pixel.X, seen.Pixel.Y, seen.Visibility, seen.World.X, seen.World.Y, seen.World.Z, truth.X, truth.Y, truth.Z])
                to.Write(value);
        }

        foreach (var swing in _swings)
            to.Write(swing);
    }

    public static Film Read(BinaryReader from)
    {
        Vector2 Two() => new(from.ReadSingle(), from.ReadSingle());
        Vector3 Three() => new(from.ReadSingle(), from.ReadSingle(), from.ReadSingle());
        var (picture, count) = (Two(), from.ReadInt32());
        var (seen, truth) = (new Landmark[count], new Vector3[count]);
        for (var i = 0; i < count; i++)
        {
            seen[i] = new Landmark(Two(), from.ReadSingle(), Three());
            truth[i] = Three();
        }

        var swings = new float[count / Count * 2];
        for (var i = 0; i < swings.Length; i++)
            swings[i] = from.ReadSingle();
        return new Film(picture, seen, truth, swings);
    }

    /// <summary>The same in a mirror.</summary>
    public Film Mirrored()
    {
        var (seen, truth) = (new Landmark[_seen.Length], new Vector3[_truth.Length]);
        for (var i = 0; i < seen.Length; i++)
        {
            var place = i % Count;
            var other = i - place + (place == 0 ? 0 : place % 2 == 1 ? place + 1 : place - 1);
            var landmark = _seen[other];
            seen[i] = new Landmark(
                landmark.Pixel with { X = Picture.X - landmark.Pixel.X }, landmark.Visibility, landmark.World * new Vector3(-1, 1, 1));
            truth[i] = _truth[other] * new Vector3(-1, 1, 1);
        }

        return new Film(Picture, seen, truth, [.. _swings.Select((_, i) => _swings[i ^ 1])]);
    }

    private static Vector3[] Standard(PhantomTruth truth, float pitchDegrees)
    {
        var level = Angle.AboutX(-pitchDegrees);
        var points = LiftedLandmarks.All.Select(landmark => Vector3.Transform(truth.MetresOf(landmark), level)).ToArray();
        BodyMeasures.Standardise(points, points);
        return points;
    }
}
