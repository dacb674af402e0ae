using System.Text.RegularExpressions;
using PhysioEdge.Appliance.Accuracy.Wearables;
using PhysioEdge.Appliance.Commands;

namespace PhysioEdge.Appliance.Accuracy;

/// <summary>The recordings of a folder for which it is known what is true. They are found by the names of their files, in any subfolder.</summary>
internal sealed partial record ReferenceData
{
    private const string MocapAngles = "reference_mocap_angles_deg.csv";

    public required string Folder { get; init; }

    public required IReadOnlyList<MocapRecording> Mocap { get; init; }

    /// <summary>Gets the files with what the official runtime finds in single pictures.</summary>
    public required IReadOnlyList<string> Pictures { get; init; }

    public required IReadOnlyList<GoldenRecording> Clips { get; init; }

    public required IReadOnlyList<GroupRecording> Groups { get; init; }

    /// <summary>Gets the sets of recordings of insoles, foot sensors, heart rate and landmarks.</summary>
    public required IReadOnlyList<WearablesSet> Wearables { get; init; }

    /// <summary>Gets what there is where no folder was given.</summary>
    public static ReferenceData None { get; } = new() { Folder = "", Mocap = [], Pictures = [], Clips = [], Groups = [], Wearables = [] };

    /// <exception cref="InputException">There is no such folder, or nothing known in it.</exception>
    public static ReferenceData Find(string folder)
    {
        if (!Directory.Exists(folder))
            throw new InputException($"There is no folder '{folder}'. Give the folder of the recordings with a reference.");
        var files = ListFiles(folder);
        var data = new ReferenceData
        {
            Folder = folder,
            Mocap = [.. files.Where(file => Path.GetFileName(file) == MocapAngles).Select(MocapRecording.Around)],
            Pictures = [.. files.Where(file => ExpectedPictures().IsMatch(Path.GetFileName(file)))],
            Clips = [.. files.Select(GoldenRecording.Of).OfType<GoldenRecording>()],
            Groups = [.. files.GroupBy(file => Path.GetDirectoryName(file)!).SelectMany(GroupRecording.In)],
            Wearables = WearablesSet.In(folder),
        };
        return data is { Mocap: [], Pictures: [], Clips: [], Groups: [], Wearables: [] }
            ? throw new InputException($"'{folder}' holds no known recording: {MocapAngles} beside video.mp4, expected_*.json beside its pictures, NAME.MODEL.json beside NAME.mp4, or *_P1_*.trc and *_P2_*.trc beside cam*.mp4 are looked for, or folders named {string.Join(", ", WearablesSet.Names)}. Give the folder that holds them.")
            : data;
    }

    /// <summary>The name of a file or folder as the report has it: without the way to the data.</summary>
    public string NameOf(string path) => Path.GetRelativePath(Folder, path);

    private static string[] ListFiles(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The folder '{folder}' cannot be read: {exception.Message} Give its user read permission.", exception);
        }
    }

    [GeneratedRegex(@"^expected_.*(lite|full|heavy).*\.json$")]
    private static partial Regex ExpectedPictures();
}

/// <summary>A video with the angles of motion capture, and of other systems on the same video.</summary>
internal sealed record MocapRecording(string Folder, string Video, string Angles, IReadOnlyList<PeerAngles> Peers)
{
    private const string PeerPrefix = "peer_";
    private const string PeerSuffix = "_angles_deg.csv";

    public static MocapRecording Around(string angles)
    {
        var folder = Path.GetDirectoryName(angles)!;
        var peers = Directory.GetFiles(folder, $"{PeerPrefix}*{PeerSuffix}").Order(StringComparer.Ordinal);
        return new(folder, Path.Combine(folder, "video.mp4"), angles, [.. peers.Select(peer => new PeerAngles(NameOf(peer), peer))]);
    }

    private static string NameOf(string peer) => Path.GetFileName(peer)[PeerPrefix.Length..^PeerSuffix.Length].Replace('_', ' ');
}

/// <summary>The angles that another system found.</summary>
internal sealed record PeerAngles(string Name, string File);

/// <summary>A video with the landmarks that the official runtime finds with one model.</summary>
internal sealed partial record GoldenRecording(string Video, string Model, string Pixels, string World)
{
    public static GoldenRecording? Of(string file)
    {
        var match = LandmarksOfClip().Match(Path.GetFileName(file));
        if (!match.Success || match.Groups["clip"].Value.EndsWith("_3d", StringComparison.Ordinal))
            return null;
        var (folder, clip, model) = (Path.GetDirectoryName(file)!, match.Groups["clip"].Value, match.Groups["model"].Value);
        return new(Path.Combine(folder, $"{clip}.mp4"), model, file, Path.Combine(folder, $"{clip}_3d.{model}.json"));
    }

    [GeneratedRegex(@"^(?<clip>.+)\.(?<model>lite|full|heavy)\.json$")]
    private static partial Regex LandmarksOfClip();
}

/// <summary>One camera's video of several people whose joints are known.</summary>
/// <param name="Video">The video.</param>
/// <param name="Calibration">The file that says where the camera stood.</param>
/// <param name="People">Name and TRC file of each.</param>
internal sealed partial record GroupRecording(string Video, string Calibration, IReadOnlyList<(string Name, string File)> People)
{
    public static IEnumerable<GroupRecording> In(IGrouping<string, string> folder)
    {
        List<(string Name, string File)> people =
        [
            .. folder.Select(file => (PersonOfTrc().Match(Path.GetFileName(file)).Groups["person"].Value, file))
                .Where(p => p.Value.Length > 0)
                .DistinctBy(p => p.Value),
        ];
        var calibration = FindCalibration(folder.Key);
        return people.Count > 1 && calibration is not null
            ? folder.Where(file => CameraVideo().IsMatch(Path.GetFileName(file))).Select(video => new GroupRecording(video, calibration, people))
            : [];
    }

    private static string? FindCalibration(string folder) => new[] { folder, Path.GetDirectoryName(folder) }
        .OfType<string>()
        .SelectMany(place => Directory.GetFiles(place, "Calib*.toml"))
        .FirstOrDefault();

    [GeneratedRegex(@"_(?<person>P\d+)_\d+-\d+.*\.trc$")]
    private static partial Regex PersonOfTrc();

    [GeneratedRegex(@"^cam\w*\.mp4$")]
    private static partial Regex CameraVideo();
}
