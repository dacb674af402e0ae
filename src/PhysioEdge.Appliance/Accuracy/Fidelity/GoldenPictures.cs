namespace PhysioEdge.Appliance.Accuracy.Fidelity;

/// <summary>Pictures with what the official runtime finds in each alone: <c>expected_….json</c>, model by model and picture by picture.</summary>
internal sealed class GoldenPictures
{
    private readonly Dictionary<string, Dictionary<string, GoldenPose>> _expected;
    private readonly string _folder;

    private GoldenPictures(string folder, Dictionary<string, Dictionary<string, GoldenPose>> expected) => (_folder, _expected) = (folder, expected);

    /// <exception cref="Commands.InputException">The file is not in that form.</exception>
    public static GoldenPictures Read(string path)
    {
        var expected = ReferenceFile.ReadJson<Dictionary<string, Dictionary<string, GoldenPose>>>(path);
        foreach (var (model, pictures) in expected)
        {
            if (pictures.FirstOrDefault(p => p.Value is not { IsWhole: true }).Key is { } picture)
                throw ReferenceFile.Wrong(path, $"[{model}][{picture}]: 33 landmarks are expected in 'l' and in 'w'");
        }

        return new GoldenPictures(Path.GetDirectoryName(path)!, expected);
    }

    public IEnumerable<(string Name, GoldenPose Pose)> ExpectedOf(string model)
        => _expected.TryGetValue(model, out var pictures) ? pictures.Select(p => (p.Key, p.Value)) : [];

    /// <summary>Where a picture is: beside the file, or in the folder around it.</summary>
    public string PathOf(string picture)
    {
        var beside = Path.Combine(_folder, picture);
        return File.Exists(beside) ? beside : Path.Combine(Path.GetDirectoryName(_folder)!, picture);
    }
}
