using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Signals;

namespace PhysioEdge.Appliance.Recordings;

/// <summary>The angles of a whole recording, filtered without lag once it is over.</summary>
internal sealed class AngleTable
{
    /// <summary>The usual cut-off for human movement (Winter, Biomechanics and Motor Control of Human Movement).</summary>
    private const double CutoffHz = 6;

    private readonly List<AngleFrame> _frames = [];

    /// <summary>Gets the angles of each picture, as they were measured.</summary>
    public IReadOnlyList<AngleFrame> Frames => _frames;

    public void Add(in AngleFrame frame) => _frames.Add(frame);

    /// <summary>The filtered curve of one angle, degrees; NaN where it is unknown.</summary>
    public double[] Filtered(JointAngle angle)
        => ZeroLagLowPass.Filter(TimesSeconds(), [.. _frames.Select(f => f.Angles[angle].Degrees)], CutoffHz);

    public double[] TimesSeconds() => [.. _frames.Select(f => f.CapturedAt.TotalSeconds)];

    public void Write(string path)
    {
        using var file = new CsvFile(
            path, ["time_s", .. AngleColumns.All.Select(c => c.Name), "quality", .. AngleColumns.All.Select(c => $"{c.Name[..^4]}_uncertainty_deg"), "knee_valgus_left_deg", "knee_valgus_right_deg"]);
        var curves = AngleColumns.All.Select(c => Filtered(c.Angle)).ToArray();
        for (var i = 0; i < _frames.Count; i++)
        {
            file.Add(_frames[i].CapturedAt.TotalSeconds, 6);
            foreach (var curve in curves)
                file.Add(curve[i], 2);
            file.Add(_frames[i].Quality, 3);
            foreach (var column in AngleColumns.All)
                file.Add(_frames[i].Angles[column.Angle].UncertaintyDegrees ?? double.NaN, 1);
            var posture = _frames[i].Posture;
            file.Add(posture.IsKnown ? posture.LeftKneeValgusDegrees : double.NaN, 1).Add(posture.IsKnown ? posture.RightKneeValgusDegrees : double.NaN, 1).EndRow();
        }
    }
}
