using System.Numerics;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Training.Films;
using PhysioEdge.Training.Motions;
using PhysioEdge.Training.Sights;
using PhysioEdge.Vision.Lifting;
using static TorchSharp.torch;

namespace PhysioEdge.Training.Learning;

/// <summary>A batch of sights: what the lifter is told, and what is true.</summary>
internal sealed class Lesson
{
    private const int Count = LiftedLandmarks.Count;

    private readonly float[] _features;
    private readonly float[] _points;
    private readonly float[] _swings;
    private readonly int _size;
    private readonly int _length;

    /// <summary>A lesson that is the same for the same clips and number.</summary>
    /// <param name="material">What to choose from.</param>
    /// <param name="number">The number of the lesson.</param>
    /// <param name="size">How many sights are in it.</param>
    /// <param name="length">How many moments of each, at most those of a clip.</param>
    public Lesson(Material material, int number, int size, int length)
    {
        (_size, _length) = (size, length);
        (_features, _points, _swings) = (new float[size * LiftFeatures.Count * length], new float[size * length * Count * 3], new float[size * length * 2]);
        var n = new SeededNumbers(unchecked((number * 104729) + 7));
        for (var i = 0; i < size; i++)
        {
            var features = _features.AsSpan(i * LiftFeatures.Count * length);
            var points = _points.AsSpan(i * length * Count * 3);
            var swings = _swings.AsSpan(i * length * 2, length * 2);
            swings.Fill(SwingTruth.Unknown);
            if (material.Films.Count > 0 && n.Chance(Material.FilmShare))
            {
                var film = n.Pick(material.Films);
                Add(film, n.Between(0, Math.Max(0, (2 * film.Frames) - 1 - length)), length, features, points, swings);
            }
            else
            {
                var clip = n.Pick(material.Clips);
                Add(new Sight(clip, n), n.Between(0, Math.Max(0, Math.Min(Clip.Frames, clip.Length) - length)), length, features, points, swings);
            }
        }
    }

    /// <summary>What the lifter is told: [batch, features, time].</summary>
    public Tensor Features() => tensor(_features, [_size, LiftFeatures.Count, _length]);

    /// <summary>Where the landmarks are: [batch, time, landmarks, 3].</summary>
    public Tensor Points() => tensor(_points, [_size, _length, Count, 3]);

    /// <summary>Whether each foot swings, 0–1, or <see cref="SwingTruth.Unknown"/>: [batch, time, feet].</summary>
    public Tensor Swings() => tensor(_swings, [_size, _length, 2]);

    private static void Add(Sight sight, int start, int length, Span<float> features, Span<float> points, Span<float> swings)
    {
        var (reader, now) = (new LiftFeatures(), new float[LiftFeatures.Count]);
        for (var frame = 0; frame < start + length; frame++)
        {
            reader.Add(sight.At(frame), sight.Picture, frame == 0 ? 0 : 1 / Clip.FramesPerSecond, now);
            if (frame < start)
                continue;
            var at = frame - start;
            for (var i = 0; i < now.Length; i++)
                features[(i * length) + at] = now[i];
            Copy(sight.TruthAt(frame), points.Slice(at * Count * 3, Count * 3));
            (swings[2 * at], swings[(2 * at) + 1]) = (sight.SwingAt(frame, 0), sight.SwingAt(frame, 1));
        }
    }

    /// <summary>A film has half as many pictures; between two it is half of each, as it is where a camera is slow.</summary>
    private static void Add(Film film, int start, int length, Span<float> features, Span<float> points, Span<float> swings)
    {
        var (reader, before, now) = (new LiftFeatures(), new float[LiftFeatures.Count], new float[LiftFeatures.Count]);
        Span<Vector3> between = stackalloc Vector3[Count];
        var last = Math.Min(film.Frames - 1, (start + length) / 2);
        for (var frame = 0; frame <= last; frame++)
        {
            (before, now) = (now, before);
            reader.Add(film.At(frame), film.Picture, frame == 0 ? 0 : 1 / Film.FramesPerSecond, now);
            for (var half = frame == 0 ? 1 : 0; half <= 1; half++)
            {
                var at = (2 * frame) - 1 + half - start;
                if (at < 0 || at >= length)
                    continue;
                for (var i = 0; i < now.Length; i++)
                    features[(i * length) + at] = half == 1 ? now[i] : (before[i] + now[i]) / 2;
                for (var i = 0; i < Count; i++)
                    between[i] = half == 1 ? film.TruthAt(frame)[i] : (film.TruthAt(frame - 1)[i] + film.TruthAt(frame)[i]) / 2;
                Copy(between, points.Slice(at * Count * 3, Count * 3));
                for (var foot = 0; foot < 2; foot++)
                {
                    var (earlier, later) = (film.SwingAt(half == 1 ? frame : frame - 1, foot), film.SwingAt(frame, foot));
                    swings[(2 * at) + foot] = earlier == SwingTruth.Unknown || later == SwingTruth.Unknown ? SwingTruth.Unknown : (earlier + later) / 2;
                }
            }
        }
    }

    private static void Copy(ReadOnlySpan<Vector3> truth, Span<float> points)
    {
        for (var i = 0; i < truth.Length; i++)
            (points[3 * i], points[(3 * i) + 1], points[(3 * i) + 2]) = (truth[i].X, truth[i].Y, truth[i].Z);
    }
}
