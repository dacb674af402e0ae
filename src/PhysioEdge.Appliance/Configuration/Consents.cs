namespace PhysioEdge.Appliance.Configuration;

/// <summary>What the patients of a box have agreed to.</summary>
internal sealed class Consents
{
    public const string Video = "video";
    public const string Insole = "insole";
    public const string HeartRate = "heart-rate";

    private readonly Dictionary<string, HashSet<string>> _given = new(StringComparer.Ordinal);

    /// <summary>Notes a consent.</summary>
    /// <returns>False if that patient has some already.</returns>
    public bool TryAdd(string patient, IEnumerable<string> modalities) => _given.TryAdd(patient, [.. modalities]);

    /// <summary>Whether that patient's camera may be opened. The simulated patient need not be asked.</summary>
    public bool Cover(CameraConfiguration camera) => camera.IsSimulated || Covers(camera.CarePlan.Patient, Video);

    /// <summary>Whether that patient's wearable may be listened to. The simulated patient need not be asked.</summary>
    public bool Cover(DeviceConfiguration device) => device.IsSimulated || Covers(device.CarePlan.Patient, device.Insole is null ? HeartRate : Insole);

    private bool Covers(string patient, string modality) => _given.TryGetValue(patient, out var modalities) && modalities.Contains(modality);
}
