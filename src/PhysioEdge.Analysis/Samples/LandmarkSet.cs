using System.Runtime.CompilerServices;

namespace PhysioEdge.Analysis.Samples;

/// <summary>The 33 landmarks of one pose, held in place so that a frame can be passed on without allocating.</summary>
[InlineArray(Count)]
public struct LandmarkSet
{
    /// <summary>The number of landmarks in a set: 33.</summary>
    public const int Count = 33;

    private Landmark _first;

    /// <summary>Gets or sets the landmark of that name.</summary>
    public Landmark this[BodyLandmark name]
    {
        readonly get => this[(int)name];
        set => this[(int)name] = value;
    }
}
