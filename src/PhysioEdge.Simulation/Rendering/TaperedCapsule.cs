using System.Numerics;
using PhysioEdge.Simulation.Body;

namespace PhysioEdge.Simulation.Rendering;

/// <summary>
/// What bodies are made of: a ball that changes its size on its way from <paramref name="From"/> to <paramref name="To"/>.
/// With a <paramref name="Shape"/> other than one, the ball is an ellipsoid, its axes turned by <paramref name="Turn"/>.
/// </summary>
internal readonly record struct TaperedCapsule(
    Vector3 From, float FromRadius, Vector3 To, float ToRadius, Rgb Colour, Vector3 Shape, Quaternion Turn);
