using PhysioEdge.Appliance.Phantoms;

namespace PhysioEdge.Appliance.SelfTests;

/// <summary>Whether the box measures as a healthy one does. Better is not healthy either: it is not the model that it should be.</summary>
internal sealed class SelfTestVerdict(SelfTestResult result, HealthyModel healthy, double toleranceDegrees)
{
    /// <summary>Of two repetitions that are hardly seen as what they are, noise of one grey level may decide.</summary>
    private const int SpareRepetitions = 2;

    /// <summary>Pictures more in which nobody is found than with a healthy box.</summary>
    private const int SpareLosses = 5;

    public bool IsHealthy => Faults.Count == 0;

    /// <summary>Gets what is not as it should be, in plain words.</summary>
    public IReadOnlyList<string> Faults
    {
        get
        {
            var faults = Joint.All.Where(joint => !IsAsHealthy(joint)).Select(joint => $"the angles of the {joint.Name}").ToList();
            if (Math.Abs(result.CountedRepetitions - healthy.Repetitions) > SpareRepetitions)
                faults.Add("the number of repetitions");
            if (result.Errors.WithoutPose > healthy.WithoutPose + SpareLosses)
                faults.Add("how often the patient is found");
            return faults;
        }
    }

    public bool IsAsHealthy(Joint joint) => Math.Abs(result.Errors.Mae(joint) - healthy.MaeDeg[joint.Name]) <= toleranceDegrees;
}
