using System.Globalization;
using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.JointAngles;

namespace PhysioEdge.Appliance.Sessions.Live;

/// <summary>Tells the technician whether the camera stands where it sees the exercise. It goes by the pictures of the last seconds with a patient in them.</summary>
internal sealed class ViewJudge
{
    /// <summary>A picture counts for so much, which forgets within some five seconds at 30 a second.</summary>
    private const double Weight = 0.007;

    private double _unsure;
    private double _uncertainty;
    private double _facing;

    /// <summary>Gets the verdict; null before there was a patient.</summary>
    public ViewVerdict? Verdict { get; private set; }

    public void Watch(in AngleFrame angles, ExerciseLimits limits)
    {
        if (!angles.Posture.IsKnown || MeasureShown.UncertaintyOf(angles, limits) is not { } uncertainty)
            return;
        var weight = Verdict is null ? 1 : Weight;
        _unsure += weight * ((uncertainty > AngleReading.MostUncertainDegrees ? 1 : 0) - _unsure);
        _uncertainty += weight * (uncertainty - _uncertainty);
        _facing += weight * (Math.Abs(angles.Posture.FacingDegrees) - _facing);
        Verdict = new ViewVerdict(limits.Exercise, _facing, _uncertainty, _unsure > 0.5);
    }
}

/// <summary>From where a camera sees an exercise, and whether that will do.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="FacingDegrees">How far the patient is turned away from the camera: 0 = faces it, 90 = in profile.</param>
/// <param name="UncertaintyDegrees">What the angle of the exercise may well be off by.</param>
/// <param name="IsUnsure">Whether that is too much most of the time.</param>
internal readonly record struct ViewVerdict(ExerciseKind Exercise, double FacingDegrees, double UncertaintyDegrees, bool IsUnsure)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"from {Math.Round(FacingDegrees / 5) * 5:0}°, ± {UncertaintyDegrees:0}°{(IsUnsure ? $": too unsure, best from {BestDegrees(Exercise)}°" : "")}");

    /// <summary>See "Where to put the camera" in device-config/README.md.</summary>
    private static int BestDegrees(ExerciseKind exercise) => exercise switch
    {
        ExerciseKind.SitToStand => 50,
        ExerciseKind.KneeExtension => 55,
        ExerciseKind.ShoulderAbduction => 20,
        ExerciseKind.Marching => 40,
        _ => 45,
    };
}
