using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Training.Captures;

/// <summary>A movement that was recorded of a person.</summary>
internal interface ICapture
{
    double Seconds { get; }

    void Pose(double seconds, Skeleton skeleton);

    /// <summary>The same movement as somebody else may have done it.</summary>
    ICapture Varied(SeededNumbers numbers);
}
