namespace PhysioEdge.Analysis.Exercises;

/// <summary>What carries the patient: it rules out the exercises that are not done that way.</summary>
public enum Bearing
{
    /// <summary>Not known: nothing is ruled out.</summary>
    Unknown,

    /// <summary>On the feet, however deep the knees are bent.</summary>
    OnFeet,

    /// <summary>On a seat.</summary>
    Seated,

    /// <summary>Walking.</summary>
    Walking,
}
