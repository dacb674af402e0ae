using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.Landmarks;

namespace PhysioEdge.Appliance.Recordings;

/// <summary>Gait as the flat numbers of a <c>summary.json</c>; those that are not known are left out.</summary>
internal static class GaitNumbers
{
    public static Dictionary<string, double> Of(WalkParameters walk)
    {
        var numbers = new Dictionary<string, double>();
        Add(numbers, "cadence_spm", walk.CadenceStepsPerMinute, 1);
        Add(numbers, "step_time_s", walk.StepTimeSeconds, 4);
        Add(numbers, "stride_time_s", walk.StrideTimeSeconds, 4);
        Add(numbers, "stance_s", walk.StanceSeconds, 4);
        Add(numbers, "swing_s", walk.SwingSeconds, 4);
        Add(numbers, "double_support_s", walk.DoubleSupportSeconds, 4);
        Add(numbers, "step_length_m", walk.StepLengthMetres, 3);
        Add(numbers, "stride_length_m", walk.StrideLengthMetres, 3);
        Add(numbers, "speed_mps", walk.SpeedMetresPerSecond, 3);
        return numbers;
    }

    public static Dictionary<string, double> Of(GaitParameters gait)
    {
        var numbers = new Dictionary<string, double>();
        Add(numbers, "cadence_spm", gait.CadenceStepsPerMinute, 1);
        Add(numbers, "step_time_s", gait.StepTimeSeconds, 4);
        Add(numbers, "stride_time_s", gait.StrideTimeSeconds, 4);
        Add(numbers, "stance_s", gait.StanceSeconds, 4);
        Add(numbers, "swing_s", gait.SwingSeconds, 4);
        Add(numbers, "double_support_s", gait.DoubleSupportSeconds, 4);
        Add(numbers, "stride_time_cv_percent", gait.StrideTimeVariabilityPercent, 2);
        return numbers;
    }

    /// <summary>Adds the mean of the sides, each side, and the symmetry index in percent.</summary>
    public static void Add(Dictionary<string, double> numbers, string name, Sided value, int decimals)
    {
        Add(numbers, name, value.Mean, decimals);
        Add(numbers, $"{name}_left", value.Left, decimals);
        Add(numbers, $"{name}_right", value.Right, decimals);
        Add(numbers, $"{name}_asymmetry", value.AsymmetryPercent, 1);
    }

    private static void Add(Dictionary<string, double> numbers, string name, double? value, int decimals)
    {
        if (value is { } known)
            numbers.Add(name, Math.Round(known, decimals));
    }
}
