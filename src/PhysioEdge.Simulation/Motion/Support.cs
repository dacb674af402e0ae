namespace PhysioEdge.Simulation.Motion;

/// <summary>Which feet stay where they are: the pelvis is placed from those.</summary>
public enum Support
{
    /// <summary>Both ankles level; a difference between the legs tilts the pelvis.</summary>
    BothFeet,

    /// <summary>The left foot stays, the right leg is free; the pelvis is level.</summary>
    LeftFoot,

    /// <summary>The right foot stays, the left leg is free; the pelvis is level.</summary>
    RightFoot,

    /// <summary>The pelvis is placed as <see cref="Posture.Pelvis"/> says, and the legs were found to suit.</summary>
    Placed,
}
