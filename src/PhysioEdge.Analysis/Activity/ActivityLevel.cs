namespace PhysioEdge.Analysis.Activity;

/// <summary>How active a person is.</summary>
public enum ActivityLevel
{
    /// <summary>Lying, sitting, standing still.</summary>
    Sedentary,

    /// <summary>Pottering about, strolling: below 3 MET.</summary>
    Light,

    /// <summary>Brisk walking: 3 to 6 MET.</summary>
    Moderate,

    /// <summary>Running, climbing: 6 MET and more.</summary>
    Vigorous,
}
