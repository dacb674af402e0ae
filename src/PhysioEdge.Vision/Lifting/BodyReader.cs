using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Vision.Lifting;

/// <summary>Turns the poses of one patient into what the lifter reads.</summary>
internal sealed class BodyReader
{
    /// <summary>After so long without a pose, seconds, it may be somebody else, or elsewhere.</summary>
    private const double LongestGapSeconds = 0.5;

    private readonly LiftFeatures _features = new();
    private readonly Landmark[] _body = new Landmark[LiftedLandmarks.Count];

    public PictureHistory Pictures { get; } = new();

    /// <summary>Whether a pose comes so long after the one before it that that says nothing of it.</summary>
    public bool BeginsAnew(in PoseFrame pose) => pose.HasPose && !(pose.CapturedAt.TotalSeconds - Pictures.NewestSeconds <= LongestGapSeconds);

    /// <summary>Takes in the next pose.</summary>
    /// <returns>False when there is none in that picture.</returns>
    public bool Add(in PoseFrame pose)
    {
        if (!pose.HasPose)
            return false;
        var now = pose.CapturedAt.TotalSeconds;
        if (BeginsAnew(pose))
        {
            Pictures.Clear();
            _features.Reset();
        }

        var elapsed = double.IsNaN(Pictures.NewestSeconds) ? 0 : now - Pictures.NewestSeconds;

        for (var i = 0; i < _body.Length; i++)
            _body[i] = pose.Raw[LiftedLandmarks.All[i]];
        _features.Add(_body, pose.PictureSize, elapsed, Pictures.Add(now));
        return true;
    }
}
