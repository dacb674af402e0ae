using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Appliance.Accuracy.Identity;

/// <summary>
/// Counts the pictures in which the patient is the one followed. The patient is whoever was followed first. A pose belongs to the
/// person of the reference whose trunk is within half its length; one that is near nobody's belongs to somebody without a
/// reference, and to somebody else after each leap that no body can make between two pictures.
/// </summary>
internal sealed class IdentityCount(IReadOnlyList<PersonReference> people)
{
    private const float Near = 0.5f;

    private string? _patient;
    private string? _last;
    private TrunkPlace _lastPlace;
    private int _strangers;

    /// <summary>Gets whom the tracker took for the patient.</summary>
    public string Patient => _patient ?? "nobody";

    public long Frames { get; private set; }

    public long FramesOnPatient { get; private set; }

    public void Add(long frame, in PoseFrame pose)
    {
        Frames++;
        if (!pose.HasPose)
            return;
        var place = TrunkPlace.Of(pose.Raw);
        var person = NameOf(frame, place);
        _patient ??= person;
        (_last, _lastPlace) = (person, place);
        if (person == _patient)
            FramesOnPatient++;
    }

    private string NameOf(long frame, TrunkPlace place)
    {
        var (person, distance) = people
            .Select(p => (Person: p, Distance: p.At(frame) is { } truth ? place.DistanceTo(truth) / truth.Length : float.PositiveInfinity))
            .MinBy(p => p.Distance);
        if (distance <= Near)
            return person.Name;
        var isStranger = _last is not null && people.All(p => p.Name != _last);
        return isStranger && place.DistanceTo(_lastPlace) <= Near * _lastPlace.Length ? _last! : $"somebody without a reference ({++_strangers})";
    }
}
