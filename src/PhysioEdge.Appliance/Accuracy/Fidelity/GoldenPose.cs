using System.Numerics;
using System.Text.Json.Serialization;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Appliance.Accuracy.Fidelity;

/// <summary>What the official runtime finds in one picture.</summary>
/// <param name="Landmarks">Per landmark x and y as parts of the picture's width and height, then z and visibility.</param>
/// <param name="World">Per landmark x, y, z in metres from mid-hip, then visibility.</param>
internal sealed record GoldenPose(
    [property: JsonPropertyName("l")] double[][] Landmarks,
    [property: JsonPropertyName("w")] double[][] World)
{
    public bool IsWhole => AreWhole(Landmarks, 2) && AreWhole(World, 3);

    public Vector2[] Pixels(int width, int height) => [.. Landmarks.Select(l => new Vector2((float)l[0] * width, (float)l[1] * height))];

    public Vector3[] Metres() => [.. World.Select(Metres)];

    public static Vector3 Metres(double[] xyz) => new((float)xyz[0], (float)xyz[1], (float)xyz[2]);

    public static bool AreWhole(double[][]? landmarks, int coordinates)
        => landmarks?.Length == LandmarkSet.Count && Array.TrueForAll(landmarks, l => l?.Length >= coordinates);
}
