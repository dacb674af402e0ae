using System.Numerics;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Vision.Lifting;

/// <summary>
/// What the lifter is told of one picture: where the landmarks are in it, in lengths of the body; where the pose model puts them in
/// the world; how visible they are; how long each bone has looked so far; and where and how large the body is in the picture.
/// </summary>
/// <remarks>
/// A bone looks longest when it lies in the plane of the picture, so the longest so far tells how much one that looks shorter now
/// points at the camera. What was seen fades with a half-life, because people walk away.
/// </remarks>
internal sealed class LiftFeatures
{
    /// <summary>The number of values for a picture.</summary>
    public const int Count = (LiftedLandmarks.Count * 6) + BoneCount + 3;

    /// <summary>The length of trunk, thigh and shank together that every body is scaled to, metres: that of somebody 1.68 m tall.</summary>
    public const float StandardBodyMetres = 1.31f;

    private const int BoneCount = 13;
    private const double HalfLifeSeconds = 4;

    private readonly float[] _longest = new float[BoneCount];
    private float _extent;

    /// <summary>Where the value for the same body in a mirror comes from, and whether it changes its sign.</summary>
    public static IReadOnlyList<(int From, bool Negated)> Mirror { get; } = [.. Mirrored()];

    /// <summary>Forgets the body.</summary>
    public void Reset()
    {
        Array.Clear(_longest);
        _extent = 0;
    }

    /// <summary>Takes in the next picture.</summary>
    /// <param name="body">The landmarks, in the order of <see cref="LiftedLandmarks.All"/>.</param>
    /// <param name="picture">The size of the picture, pixels.</param>
    /// <param name="elapsedSeconds">The time since the picture before, 0 for the first.</param>
    /// <param name="features">Where the <see cref="Count"/> values go.</param>
    public void Add(ReadOnlySpan<Landmark> body, Vector2 picture, double elapsedSeconds, Span<float> features)
    {
        var (midHip, midShoulder) = (Middle(body, LiftedLandmarks.LeftHipIndex), Middle(body, LiftedLandmarks.LeftShoulderIndex));
        Remember(body, Vector2.Distance(midHip, midShoulder), (float)Math.Pow(0.5, elapsedSeconds / HalfLifeSeconds));
        var to = 0;
        foreach (var landmark in body)
        {
            var offset = (landmark.Pixel - midHip) * (StandardBodyMetres / _extent);
            (features[to], features[to + 1]) = (offset.X, offset.Y);
            to += 2;
        }

        foreach (var landmark in body)
        {
            (features[to], features[to + 1], features[to + 2]) = (landmark.World.X, landmark.World.Y, landmark.World.Z);
            to += 3;
        }

        foreach (var landmark in body)
            features[to++] = landmark.Visibility;
        foreach (var longest in _longest)
            features[to++] = (3 * longest / _extent) - 1;
        var longSide = Math.Max(picture.X, picture.Y);
        var place = 2 * (midHip - (picture / 2)) / longSide;
        (features[to], features[to + 1], features[to + 2]) = (place.X, place.Y, 2 * _extent / longSide);
    }

    private static IEnumerable<(int From, bool Negated)> Mirrored()
    {
        const int world = 2 * LiftedLandmarks.Count;
        const int visible = world + (3 * LiftedLandmarks.Count);
        const int longest = visible + LiftedLandmarks.Count;
        for (var i = 0; i < world; i++)
            yield return ((2 * LiftedLandmarks.Opposite(i / 2)) + (i % 2), i % 2 == 0);
        for (var i = 0; i < visible - world; i++)
            yield return (world + (3 * LiftedLandmarks.Opposite(i / 3)) + (i % 3), i % 3 == 0);
        for (var i = 0; i < LiftedLandmarks.Count; i++)
            yield return (visible + LiftedLandmarks.Opposite(i), false);
        for (var i = 0; i < BoneCount; i++)
            yield return (longest + (i < BoneCount - 1 ? LiftedLandmarks.OppositeBone(i) : i), false);
        yield return (longest + BoneCount, true);
        yield return (longest + BoneCount + 1, false);
        yield return (longest + BoneCount + 2, false);
    }

    private void Remember(ReadOnlySpan<Landmark> body, float trunk, float fading)
    {
        for (var i = 0; i < LiftedLandmarks.Bones.Length; i++)
        {
            var (from, to) = LiftedLandmarks.Bones[i];
            _longest[i] = Math.Max(Vector2.Distance(body[from].Pixel, body[to].Pixel), fading * _longest[i]);
        }

        _longest[^1] = Math.Max(trunk, fading * _longest[^1]);
        _extent = Math.Max(Math.Max(Extent(body, trunk), fading * _extent), 1);
    }

    /// <summary>How long trunk, thigh and shank look together now, pixels.</summary>
    private static float Extent(ReadOnlySpan<Landmark> body, float trunk)
    {
        var legs = 0f;
        foreach (var (from, to) in LiftedLandmarks.Bones.AsSpan(0, 4))
            legs += Vector2.Distance(body[from].Pixel, body[to].Pixel);
        return trunk + (legs / 2);
    }

    private static Vector2 Middle(ReadOnlySpan<Landmark> body, int left) => (body[left].Pixel + body[left + 1].Pixel) / 2;
}
