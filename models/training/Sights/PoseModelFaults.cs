using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Vision.Lifting;

namespace PhysioEdge.Training.Sights;

/// <summary>What a pose model gets wrong in one clip: some of it the same throughout, some of it wandering.</summary>
internal sealed class PoseModelFaults
{
    private const int Count = LiftedLandmarks.Count;

    private static readonly float PixelMemory = MathF.Exp(-(float)(1 / Clip.FramesPerSecond) / 0.25f);
    private static readonly float WorldMemory = MathF.Exp(-(float)(1 / Clip.FramesPerSecond) / 0.3f);

    private readonly float _size;
    private readonly float _hipWidth;
    private readonly float _worldSize;
    private readonly float _tilt;
    private readonly float _twist;
    private readonly float _depthUnrest;
    private readonly float _hiddenUnrest;
    private readonly float _hiddenDepthUnrest;
    private readonly float _hiddenInvisible;
    private readonly Fault[] _faults = new Fault[Count];

    public PoseModelFaults(SeededNumbers n)
    {
        (_size, _hipWidth, _worldSize) = (n.Between(0.5f, 1.6f), n.Between(0.75f, 1.15f), n.Between(0.92f, 1.08f));
        (_tilt, _twist, _depthUnrest) = (n.Normal(0.2f), n.Normal(0.2f), n.Between(0.5f, 1.5f));
        (_hiddenUnrest, _hiddenDepthUnrest, _hiddenInvisible) = (n.Between(0f, 1f), n.Between(0f, 1f), n.Between(0f, 1f));
        var flat = n.Between(0.35f, 1.2f);
        foreach (ref var fault in _faults.AsSpan())
        {
            fault = new Fault
            {
                Steady = new Vector2(n.Normal(0.011f), n.Normal(0.011f)),
                SteadyWorld = new Vector3(n.Normal(0.018f), n.Normal(0.018f), n.Normal(0.06f)),
                Flatness = flat * n.Between(0.75f, 1.25f),
                Wander = new Vector2(n.Normal(), n.Normal()),
                WorldWander = new Vector3(n.Normal(), n.Normal(), n.Normal()),
            };
        }

        Advance(n);
    }

    public void Advance(SeededNumbers n)
    {
        foreach (ref var fault in _faults.AsSpan())
        {
            fault.Wander = new Vector2(n.Next(fault.Wander.X, PixelMemory), n.Next(fault.Wander.Y, PixelMemory));
            fault.WorldWander = new Vector3(
                n.Next(fault.WorldWander.X, WorldMemory), n.Next(fault.WorldWander.Y, WorldMemory), n.Next(fault.WorldWander.Z, WorldMemory));
            fault.Flicker = new Vector2(n.Normal(0.002f), n.Normal(0.002f));
            fault.VisibilityFlicker = n.Normal(0.05f);
        }
    }

    /// <summary>How far beside its joint a landmark is in the picture, metres.</summary>
    public Vector2 Offset(int landmark, float hidden, float restlessness)
    {
        ref readonly var fault = ref _faults[landmark];
        return _size * (fault.Steady + (0.009f * (restlessness + (2 * hidden * _hiddenUnrest)) * fault.Wander) + fault.Flicker);
    }

    /// <summary>Where the model thinks it is in the world.</summary>
    public Vector3 World(int landmark, Vector3 truth, float hidden)
    {
        ref readonly var fault = ref _faults[landmark];
        var seen = _worldSize * truth;
        var depth = (fault.Flatness * seen.Z) + (_tilt * seen.Y) + (_twist * seen.X) + fault.SteadyWorld.Z
            + (0.045f * (1 + (hidden * _hiddenDepthUnrest)) * _depthUnrest * fault.WorldWander.Z);
        return new Vector3(
            seen.X + fault.SteadyWorld.X + (0.018f * fault.WorldWander.X),
            seen.Y + fault.SteadyWorld.Y + (0.018f * fault.WorldWander.Y),
            depth);
    }

    public float Visibility(int landmark, float hidden) =>
        Math.Clamp(1 - (0.6f * hidden * _hiddenInvisible) + _faults[landmark].VisibilityFlicker, 0, 1);

    /// <summary>The hips of a pose model lie nearer together than the joints, or further apart.</summary>
    public void NarrowHips(Span<Landmark> seen)
    {
        ref var left = ref seen[LiftedLandmarks.LeftHipIndex];
        ref var right = ref seen[LiftedLandmarks.RightHipIndex];
        var middle = (left.Pixel + right.Pixel) / 2;
        left = left with { Pixel = middle + (_hipWidth * (left.Pixel - middle)) };
        right = right with { Pixel = middle + (_hipWidth * (right.Pixel - middle)) };
    }

    private struct Fault
    {
        public Vector2 Steady;
        public Vector3 SteadyWorld;
        public float Flatness;
        public Vector2 Wander;
        public Vector3 WorldWander;
        public Vector2 Flicker;
        public float VisibilityFlicker;
    }
}
