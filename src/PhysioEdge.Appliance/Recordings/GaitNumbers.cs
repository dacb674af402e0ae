using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.Landmarks;

namespace PhysioEdge.Appliance.Recordings;

/// <summary>The <c>gait</c> of <c>summary.json</c>: flat numbers, only those that are known.</summary>
internal static class GaitNumbers
{
    public static IReadOnlyDictionary<string, double> Of(WalkParameters walk)
    {
        var numbers = new Dictionary<string, double>();
        Add(numbers, "cadence_spm", walk.CadenceStepsPerMinute, 1);
        Add(numbers, "step_time_s", walk.StepTimeSeconds);
        Add(numbers, "stride_time_s", walk.StrideTimeSeconds);
        Add(numbers, "stance_s", walk.StanceSeconds);
        Add(numbers, "swing_s", walk.SwingSeconds);
        Add(numbers, "double_support_s", walk.DoubleSupportSeconds, 3);
        Add(numbers, "step_length_m", walk.StepLengthMetres);
        Add(numbers, "stride_length_m", walk.StrideLengthMetres);
        Add(numbers, "speed_mps", walk.SpeedMetresPerSecond, 3);
        return numbers;
    }

    private static void Add(Dictionary<string, double> numbers, string name, Sided value)
    {
        Add(numbers, name, value.Mean, 3);
        Add(numbers, name + "_left", value.Left, 3);
        Add(numbers, name + "_right", value.Right, 3);
        Add(numbers, name + "_asymmetry", value.AsymmetryPercent, 1);
    }

    private static void Add(Dictionary<string, double> numbers, string name, double? value, int decimals)
    {
        if (value is { } known)
            numbers.Add(name, Math.Round(known, decimals));
    }
}
