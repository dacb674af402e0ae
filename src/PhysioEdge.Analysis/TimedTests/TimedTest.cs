namespace PhysioEdge.Analysis.TimedTests;

/// <summary>The timed tests of function that a camera can take.</summary>
public enum TimedTest
{
    /// <summary>Five times from sitting to standing, as fast as possible; the result is the time, s.</summary>
    FiveTimesSitToStand,

    /// <summary>As many stands from a chair as possible in 30 s; the result is their number.</summary>
    ThirtySecondChairStand,

    /// <summary>Stand up, walk 3 m, turn, walk back and sit down; the result is the time, s.</summary>
    TimedUpAndGo,

    /// <summary>Stand on one leg as long as possible; the result is the time, s.</summary>
    SingleLegStance,
}
