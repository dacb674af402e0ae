namespace PhysioEdge.Appliance.Accuracy.Wearables;

/// <summary>The recordings of one source, taken through the product's own code and held against their references.</summary>
internal sealed class WearablesSet
{
    /// <summary>What is known, by the name of the folder that the recordings are in; each is given that folder.</summary>
    private static readonly IReadOnlyList<(string Name, Func<string, IEnumerable<Score>> Measure)> Known =
    [
        ("ble_vectors", BleVectorsAccuracy.Measure),
        ("polar_h10", PolarH10Accuracy.Measure),
        ("fatmaxxer_rr", FatmaxxerAccuracy.Measure),
        ("hr_bump_semisynthetic", HeartRateBumpAccuracy.Measure),
        ("watch_hr_by_activity", WatchAccuracy.Measure),
        ("nab", NabAccuracy.Measure),
        ("ipol_foot_imu", IpolFootImuAccuracy.Measure),
        ("gaitmap_mocap", GaitmapAccuracy.Measure),
        ("opengo", OpengoAccuracy.Measure),
        ("gaitpdb", GaitpdbAccuracy.Measure),
        ("asym_semisynthetic", AsymmetryAccuracy.Measure),
        ("opencap-markers-grf", MarkerAccuracy.Measure),
    ];

    private readonly Func<string, IEnumerable<Score>> _measure;

    private WearablesSet(string folder, Func<string, IEnumerable<Score>> measure) => (Folder, _measure) = (folder, measure);

    public static IEnumerable<string> Names => Known.Select(k => k.Name);

    public string Folder { get; }

    /// <summary>The sets below that folder, in the order in which they are reported.</summary>
    public static IReadOnlyList<WearablesSet> In(string data)
    {
        string[] folders = [data, .. Directory.EnumerateDirectories(data, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        return [.. Known.SelectMany(known => folders.Where(f => Path.GetFileName(f) == known.Name).Select(f => new WearablesSet(f, known.Measure)))];
    }

    /// <exception cref="Commands.InputException">A recording or its reference cannot be read.</exception>
    public IReadOnlyList<Score> Measure() => [.. _measure(Folder)];
}
