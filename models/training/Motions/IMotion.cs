using PhysioEdge.Analysis.Gait;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Training.Motions;

/// <summary>A body in movement, known at every moment.</summary>
internal interface IMotion
{
    double Seconds { get; }

    /// <summary>Gets every step of it, toe-offs and initial contacts, where they are prescribed; null where they have to be found in the movement.</summary>
    IReadOnlyList<GaitEvent>? Steps { get; }

    /// <summary>Where the body is at that time, in the room: y up, metres.</summary>
    void Pose(double seconds, Skeleton skeleton);
}

/// <summary>A motion that the simulated camera can film, because it is known as a posture.</summary>
internal interface IFilmable : IMotion
{
    BodySize Body { get; }

    /// <summary>Gets where the body sits at some time; null = it never does.</summary>
    FloorPlace? Seat { get; }

    Posture At(double seconds);
}
