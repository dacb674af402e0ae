using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Events;
using PhysioEdge.Contracts.CarePlans;

namespace PhysioEdge.Appliance.Sessions;

/// <summary>What all sources of one patient share.</summary>
/// <param name="Plan">What is prescribed.</param>
/// <param name="Book">The session under way.</param>
/// <param name="Composer">Makes events of flags.</param>
internal sealed record Patient(CarePlan Plan, SessionBook Book, EventComposer Composer);

/// <summary>The patients of the box, each of whom a camera or wearables may see.</summary>
internal sealed class Patients
{
    private readonly Dictionary<string, Patient> _known;

    public Patients(BoxConfiguration box, WallClock clock) => _known = box.Cameras.Select(c => c.CarePlan)
        .Concat(box.Devices.Select(d => d.CarePlan))
        .DistinctBy(p => p.Patient)
        .ToDictionary(p => p.Patient, p => new Patient(
            p,
            new SessionBook(box.SessionIdle, () => $"s-{Ulid.NewUlid(clock.UtcNow)}"),
            new EventComposer(box.Edge, p.Patient, clock)));

    public IEnumerable<Patient> All => _known.Values;

    /// <summary>The patient of that plan, which is one of the box's.</summary>
    public Patient Of(CarePlan plan) => _known[plan.Patient];
}
