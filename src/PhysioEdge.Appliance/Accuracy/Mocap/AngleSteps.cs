using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Models;
using PhysioEdge.Appliance.Recordings;

namespace PhysioEdge.Appliance.Accuracy.Mocap;

/// <summary>The angles of a recording after each step on the way to those of the product, and what each step takes.</summary>
internal sealed class AngleSteps
{
    private readonly List<PoseFrame> _poses = [];

    /// <summary>Gets the live angles, once measured.</summary>
    public AngleTable Live { get; private set; } = new();

    /// <summary>Takes in the next pose, as the tracker gives it.</summary>
    public void Add(in PoseFrame pose) => _poses.Add(pose);

    /// <summary>Goes through the steps.</summary>
    /// <returns>Each step's name, angles, and what it takes for a picture, milliseconds.</returns>
    public IEnumerable<(string Step, AngleTable Angles, double Milliseconds)> Measure(PoseModels models, RecordingAnalysis analysis, TimeProvider time)
    {
        var stages = analysis.StageTimes;
        yield return ("each picture alone", Of(pose => pose with { Body = null }, time).Angles, stages.Detect + stages.Landmark);
        yield return Named("tried: places in the picture with the model's depth", Of(GeometricPose.PictureAndDepth, time));
        var geometry = new GeometricPose();
        yield return Named("tried: the same with limbs of fixed length", Of(geometry.FixedLimbs, time));
        yield return Named("with the pictures before it", Lifted(models, asksMirror: false, time));
        var live = Lifted(models, asksMirror: true, time);
        Live = live.Angles;
        yield return Named("and with their mirror image (live)", live);
        yield return Named("with those after it too (recordings)", (analysis.Angles, live.Milliseconds));
    }

    private static (string Step, AngleTable Angles, double Milliseconds) Named(string step, (AngleTable Angles, double Milliseconds) of) => (step, of.Angles, of.Milliseconds);

    private (AngleTable Angles, double Milliseconds) Lifted(PoseModels models, bool asksMirror, TimeProvider time)
    {
        using var lifter = models.CreateLifter(asksMirror);
        return Of(
            pose =>
            {
                lifter.Lift(ref pose);
                return pose;
            },
            time);
    }

    private (AngleTable Angles, double Milliseconds) Of(Func<PoseFrame, PoseFrame> step, TimeProvider time)
    {
        var (angles, elapsed) = (new AngleTable(), TimeSpan.Zero);
        foreach (var pose in _poses)
        {
            var start = time.GetTimestamp();
            var stepped = pose.HasPose ? step(pose) : pose;
            elapsed += time.GetElapsedTime(start);
            angles.Add(JointAngleCalculator.Measure(stepped));
        }

        return (angles, elapsed.TotalMilliseconds / Math.Max(1, _poses.Count));
    }
}
