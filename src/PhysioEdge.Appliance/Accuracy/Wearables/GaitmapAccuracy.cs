using PhysioEdge.Analysis.Gait.FootImu;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Recordings.FootImu;

namespace PhysioEdge.Appliance.Accuracy.Wearables;

/// <summary>A left foot's sensor beside motion capture: strides from mid-stance to mid-stance. Where the reference has merged two steps of a turn, none pairs.</summary>
internal static class GaitmapAccuracy
{
    private const double RateHz = 204.8;
    private const double ToleranceSeconds = 0.15;

    public static IEnumerable<Score> Measure(string folder)
    {
        var truth = NumberTable.Read(Path.Combine(folder, "left_foot_truth_strides.csv"), ["ic", "tc", "stride_length_m_mocap", "stride_time_s_mocap"]);
        var samples = FootImuFile.Read(Path.Combine(folder, "left_foot_imu_204.8Hz.csv"), RateHz, "sample", double.DegreesToRadians(1));
        var strides = new FootImuAnalysis().Add(Side.Left, RateHz, samples).Strides;
        var (lengths, times, contacts, toeOffs) = (new List<double?>(), new List<double?>(), new List<double?>(), new List<double?>());
        for (var i = 0; i < truth["ic"].Length; i++)
        {
            var (contact, toeOff) = (truth["ic"][i] / RateHz, truth["tc"][i] / RateHz);
            if (Nearest(strides, contact, toeOff) is not { } stride)
                continue;
            contacts.Add(stride.InitialContact.TotalSeconds - contact);
            toeOffs.Add(stride.ToeOff.TotalSeconds - toeOff);
            lengths.Add(stride.LengthMetres - truth["stride_length_m_mocap"][i]);
            times.Add(stride.StrideTimeSeconds - truth["stride_time_s_mocap"][i]);
        }

        yield return new Score("gaitmap_mocap", $"strides found of {truth["ic"].Length}", contacts.Count, "", 0, AtLeast: truth["ic"].Length - 1);
        yield return new Score("gaitmap_mocap", "stride length, mean absolute error", 100 * MeanAbsolute(lengths), "cm", 1, AtMost: 3.5);
        yield return new Score("gaitmap_mocap", "stride time, mean absolute error", 1000 * MeanAbsolute(times), "ms", 1, AtMost: 11);
        yield return new Score("gaitmap_mocap", "initial contact, mean absolute error", 1000 * MeanAbsolute(contacts), "ms", 1, AtMost: 25);
        yield return new Score("gaitmap_mocap", "toe-off, mean absolute error", 1000 * MeanAbsolute(toeOffs), "ms", 1, AtMost: 10);
    }

    private static FootStride? Nearest(IReadOnlyList<FootStride> strides, double contact, double toeOff)
        => strides.Where(s => Math.Abs(s.InitialContact.TotalSeconds - contact) <= ToleranceSeconds && Math.Abs(s.ToeOff.TotalSeconds - toeOff) <= ToleranceSeconds)
            .Cast<FootStride?>().FirstOrDefault();

    private static double MeanAbsolute(List<double?> errors) => errors.OfType<double>().Select(Math.Abs).DefaultIfEmpty(double.NaN).Average();
}
