using System.Numerics;

namespace PhysioEdge.Analysis.Samples;

/// <summary>What the pose model saw in one picture.</summary>
/// <remarks>
/// A picture without a person still yields a frame, with <see cref="HasPose"/> false and all landmarks zero:
/// that nobody was there is a finding too.
/// </remarks>
public readonly struct PoseFrame
{
    /// <summary>Gets when the picture was taken, on the source's own monotonic time line.</summary>
    public required TimeSpan CapturedAt { get; init; }

    /// <summary>Gets a value indicating whether a person was found.</summary>
    public bool HasPose { get; init; }

    /// <summary>Gets the model's probability that the region holds a person, 0–1; 0 when there is no pose.</summary>
    public float PoseProbability { get; init; }

    /// <summary>Gets the landmarks of this picture alone, without any memory of earlier ones: noisy, but without lag.</summary>
    public LandmarkSet Raw { get; init; }

    /// <summary>Gets the size of the picture, pixels; zero where there was none.</summary>
    public Vector2 PictureSize { get; init; }

    /// <summary>Gets what the pictures so far tell of the body in space; null where only <see cref="Raw"/> does.</summary>
    public BodyInSpace? Body { get; init; }

    /// <summary>Gets the landmarks in space, as well as they are known: those of <see cref="Body"/>, else <see cref="Raw"/>.</summary>
    public LandmarkSet InSpace => Body?.Landmarks ?? Raw;

    /// <summary>Gets the landmarks smoothed over time by a causal One-Euro filter: what is drawn and exported.</summary>
    public LandmarkSet Smoothed { get; init; }
}
