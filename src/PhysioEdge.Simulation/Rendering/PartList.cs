using System.Numerics;
using System.Runtime.InteropServices;
using PhysioEdge.Simulation.Body;

namespace PhysioEdge.Simulation.Rendering;

/// <summary>The capsules of a picture; kept and filled again for each one.</summary>
internal sealed class PartList
{
    private readonly List<TaperedCapsule> _parts = [];

    public ReadOnlySpan<TaperedCapsule> Parts => CollectionsMarshal.AsSpan(_parts);

    public void Clear() => _parts.Clear();

    public void Round(Vector3 from, float fromRadius, Vector3 to, float toRadius, Rgb colour) =>
        _parts.Add(new TaperedCapsule(from, fromRadius, to, toRadius, colour, Vector3.One, Quaternion.Identity));

    public void Shaped(Vector3 from, float fromRadius, Vector3 to, float toRadius, Rgb colour, Vector3 shape, Quaternion turn) =>
        _parts.Add(new TaperedCapsule(from, fromRadius, to, toRadius, colour, shape, turn));

    /// <summary>An ellipsoid with these half-axes.</summary>
    public void Ellipsoid(Vector3 centre, Vector3 halfAxes, Quaternion turn, Rgb colour) =>
        _parts.Add(new TaperedCapsule(centre, 1, centre, 1, colour, halfAxes, turn));
}
