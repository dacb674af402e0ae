namespace PhysioEdge.Analysis.Samples;

/// <summary>The patient's side, never the viewer's.</summary>
public enum Side
{
    /// <summary>The patient's left.</summary>
    Left,

    /// <summary>The patient's right.</summary>
    Right,

    /// <summary>Both sides together, as in a squat.</summary>
    Both,
}
