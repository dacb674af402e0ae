using System.Numerics;

namespace PhysioEdge.Analysis.Samples;

/// <summary>One body landmark in the picture and in the world.</summary>
/// <param name="Pixel">Position in the picture, in pixels from its top left corner; may lie outside the picture.</param>
/// <param name="Visibility">Probability that the landmark is in the picture and not hidden, 0–1.</param>
/// <param name="World">Position in metres, origin at mid-hip, x to the right of the picture, y down, z away from the camera.</param>
public readonly record struct Landmark(Vector2 Pixel, float Visibility, Vector3 World);
