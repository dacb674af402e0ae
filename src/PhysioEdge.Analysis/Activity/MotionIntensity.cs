namespace PhysioEdge.Analysis.Activity;

/// <summary>How active a person is, from the motion of a watch at the wrist or from steps.</summary>
public static class MotionIntensity
{
    /// <summary>One g, m/s².</summary>
    public const double StandardGravity = 9.80665;

    /// <summary>
    /// The level of an epoch of wrist motion of an adult. (Source: Hildebrand et al., "Age group comparability of raw accelerometer output", Med Sci Sports Exerc 2014,
    /// and "Evaluation of raw acceleration sedentary thresholds", Scand J Med Sci Sports 2017; non-dominant wrist.)
    /// </summary>
    /// <param name="enmoMilliG">The intensity, mg, 0 or more.</param>
    public static ActivityLevel LevelOfWrist(double enmoMilliG) => enmoMilliG switch
    {
        < 44.8 => ActivityLevel.Sedentary,
        < 100.6 => ActivityLevel.Light,
        < 428.8 => ActivityLevel.Moderate,
        _ => ActivityLevel.Vigorous,
    };

    /// <summary>
    /// The level of a minute of steps of an adult. (Source: Tudor-Locke et al., "How fast is fast enough? Walking cadence (steps/min) as a practical
    /// estimate of intensity in adults", Br J Sports Med 2018: moderate from 100, vigorous from 130, sporadic movement below 20 steps/min.)
    /// </summary>
    /// <param name="stepsPerMinute">The steps per minute, 0 or more.</param>
    public static ActivityLevel LevelOfSteps(double stepsPerMinute) => stepsPerMinute switch
    {
        < 20 => ActivityLevel.Sedentary,
        < 100 => ActivityLevel.Light,
        < 130 => ActivityLevel.Moderate,
        _ => ActivityLevel.Vigorous,
    };
}
