using PhysioEdge.Contracts.CarePlans;
using PhysioEdge.Contracts.Documents;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Appliance.Configuration;

/// <summary>What the schema cannot say about the wearables of a box.</summary>
internal static class DeviceRules
{
    public static IEnumerable<DocumentError> ErrorsIn(
        IReadOnlyList<DeviceDocument> devices,
        IReadOnlyDictionary<string, CarePlan> plans,
        IReadOnlyDictionary<string, InsoleProfile> profiles,
        string shown)
    {
        foreach (var (index, device) in devices.Index())
        {
            var errors = Of(device, plans, profiles).Concat(ErrorsBeside(device, devices.Take(index)));
            foreach (var (field, text) in errors)
                yield return new DocumentError(shown, $"devices[{index}].{field}", text);
        }
    }

    private static IEnumerable<(string Field, string Text)> Of(
        DeviceDocument device, IReadOnlyDictionary<string, CarePlan> plans, IReadOnlyDictionary<string, InsoleProfile> profiles)
    {
        if (!plans.ContainsKey(device.Patient))
            yield return ("patient", $"there is no care plan for {device.Patient} in careplans/; known: {Known(plans.Keys)}");
        if (device.Address is null == device.Name is null)
            yield return ("address", "give either the address or the name by which the device is found");
        foreach (var error in device.Role == "insole" ? OfInsole(device, profiles) : OfHeartRate(device))
            yield return error;
    }

    private static IEnumerable<(string Field, string Text)> OfInsole(DeviceDocument device, IReadOnlyDictionary<string, InsoleProfile> profiles)
    {
        if (device.Side is null)
            yield return ("side", "is missing; an insole is for the left or the right foot");
        if (device.Profile is not { } name)
            yield return ("profile", $"is missing; name the make of the insole: {Known(profiles.Keys)}");
        else if (!profiles.TryGetValue(name, out var profile))
            yield return ("profile", $"there is no insole {name} in insoles/; known: {Known(profiles.Keys)}");
        else if (device.Size is { } size && !profile.Sizes.ContainsKey(size))
            yield return ("size", $"{name} has no size {size}; allowed: {Known(profile.Sizes.Keys)}");
        else if (device.Size is null && profile.Sizes.Count > 1)
            yield return ("size", $"is missing; {name} comes in {Known(profile.Sizes.Keys)}");
    }

    private static IEnumerable<(string Field, string Text)> OfHeartRate(DeviceDocument device)
    {
        foreach (var (field, value) in ((string, string?)[])[("side", device.Side), ("profile", device.Profile), ("size", device.Size)])
        {
            if (value is not null)
                yield return (field, "is for insoles; leave it out for a heart rate sensor");
        }
    }

    private static IEnumerable<(string Field, string Text)> ErrorsBeside(DeviceDocument device, IEnumerable<DeviceDocument> before)
    {
        foreach (var other in before)
        {
            if (other.Id == device.Id)
                yield return ("id", $"{device.Id} is there twice; each device needs a name of its own");
            if (device.Address is { } address && address != BoxConfigurationReader.Simulated && address.Equals(other.Address, StringComparison.OrdinalIgnoreCase))
                yield return ("address", $"is that of {other.Id} too; each device has its own");
            if (device.Patient == other.Patient && device.Role == other.Role && device.Side == other.Side)
                yield return ("role", $"{device.Patient} wears {other.Id} there already; one {device.Role}{(device.Side is { } side ? $" on the {side}" : "")} each");
        }
    }

    private static string Known(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal).DefaultIfEmpty("none"));
}
