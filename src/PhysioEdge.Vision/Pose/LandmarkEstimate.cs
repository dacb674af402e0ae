using System.Numerics;
using System.Runtime.CompilerServices;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Vision.Pose;

/// <summary>What the landmark model says of one region.</summary>
internal struct LandmarkEstimate
{
    /// <summary>The model's probability that the region holds a person, 0–1.</summary>
    public float Probability;

    public LandmarkSet Landmarks;

    /// <summary>The middle of the hips as the model places it for the next picture, in pixels.</summary>
    public Vector2 MidHip;

    /// <summary>The point above it on the circle around the whole body, in pixels.</summary>
    public Vector2 OnCircle;

    /// <summary>Gets the diameter of the circle around the whole body, in pixels.</summary>
    public readonly float BodySize => 2 * (OnCircle - MidHip).Length();

    public readonly BodyRegion NextRegion
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => BodyRegion.FromAlignment(MidHip, OnCircle);
    }
}
