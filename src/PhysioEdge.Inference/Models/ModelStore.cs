using PhysioEdge.Inference.Conversion;

namespace PhysioEdge.Inference.Models;

/// <summary>
/// The models folder: what the manifest in it says, and the files, each held against the manifest before it is used.
/// A model that is not shipped may also lie in a cache folder of the user's.
/// </summary>
public sealed class ModelStore
{
    private readonly IReadOnlyList<ModelInfo> _models;
    private readonly string _cacheFolder;

    private ModelStore(string folder, string cacheFolder)
    {
        (Folder, _cacheFolder) = (folder, cacheFolder);
        _models = ModelManifest.Read(Path.Combine(folder, ModelManifest.FileName));
    }

    /// <summary>Gets the folder that is beside the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>Gets the folder of this store.</summary>
    public string Folder { get; }

    /// <summary>Opens the folder beside the program.</summary>
    /// <exception cref="ModelException">There is no manifest, or it is malformed.</exception>
    public static ModelStore Open() => Open(DefaultFolder);

    /// <exception cref="ModelException">There is no manifest in the folder, or it is malformed.</exception>
    public static ModelStore Open(string folder) => Open(folder, DefaultCacheFolder());

    public ModelInfo Describe(PoseModel model) => _models.First(info => info.Model == model);

    /// <summary>Gives the bytes of a model file that is the one in the manifest.</summary>
    /// <exception cref="ModelException">The file is missing, wrong or unreadable; the message says how to mend it.</exception>
    public byte[] ReadVerified(PoseModel model)
    {
        var (check, bytes) = Inspect(Describe(model));
        return bytes ?? throw new ModelException(check.Message!);
    }

    /// <summary>Holds every file against the manifest, in the order of the manifest.</summary>
    public IReadOnlyList<ModelCheck> VerifyAll() => [.. _models.Select(info => Inspect(info).Check)];

    /// <summary>Makes sure that a model can be read: if its file is missing or wrong, it is made from its package.</summary>
    /// <returns>Where the file is: in the models folder, or in the user's cache if that folder cannot be written to.</returns>
    /// <exception cref="ModelException">It cannot be made; the message says why.</exception>
    public async Task<string> EnsureAvailableAsync(
        PoseModel model, PackageSource package, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var info = Describe(model);
        var (check, bytes) = Inspect(info);
        if (bytes is not null)
            return check.Path;
        var made = await ModelConversion.MakeAsync(info, package, progress, cancellationToken);
        return await WriteAsync(info, made, progress, cancellationToken);
    }

    internal static ModelStore Open(string folder, string cacheFolder) => new(Path.GetFullPath(folder), cacheFolder);

    private static string DefaultCacheFolder()
    {
        // The XDG Base Directory Specification: a relative path is to be ignored.
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (!Path.IsPathFullyQualified(cache ?? string.Empty))
            cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(cache!, "physioedge", "models");
    }

    private string[] Places(ModelInfo info) => info.Shipped
        ? [Path.Combine(Folder, info.File)]
        : [Path.Combine(Folder, info.File), Path.Combine(_cacheFolder, info.File)];

    /// <summary>Looks for the file in its places: the first that is right counts, else the first that is there.</summary>
    private (ModelCheck Check, byte[]? Bytes) Inspect(ModelInfo info)
    {
        var checks = new List<ModelCheck>();
        foreach (var place in Places(info))
        {
            var (check, bytes) = Inspect(info, place);
            if (bytes is not null)
                return (check, bytes);
            checks.Add(check);
        }
        return (checks.Find(check => check.State == ModelState.Wrong) ?? checks[0], null);
    }

    private static (ModelCheck Check, byte[]? Bytes) Inspect(ModelInfo info, string path)
    {
        try
        {
            return (new ModelCheck(info, path, ModelState.Ok, null), ModelFile.ReadVerified(path, info));
        }
        catch (ModelException exception)
        {
            return (new ModelCheck(info, path, File.Exists(path) ? ModelState.Wrong : ModelState.Missing, exception.Message), null);
        }
    }

    private async Task<string> WriteAsync(ModelInfo info, byte[] bytes, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var places = Places(info);
        try
        {
            await ModelConversion.WriteAsync(places[0], bytes, cancellationToken);
            return places[0];
        }
        catch (ModelException exception) when (places.Length > 1)
        {
            progress?.Report($"{exception.Message} It goes to '{places[1]}' instead.");
            await ModelConversion.WriteAsync(places[1], bytes, cancellationToken);
            return places[1];
        }
    }
}
