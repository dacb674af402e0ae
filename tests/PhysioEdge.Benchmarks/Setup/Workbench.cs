using System.Globalization;
using PhysioEdge.Inference;
using PhysioEdge.Inference.Conversion;
using PhysioEdge.Inference.Models;
using PhysioEdge.TestKit;
using PhysioEdge.Vision.Lifting;
using PhysioEdge.Vision.Pose;

namespace PhysioEdge.Benchmarks.Setup;

/// <summary>What the measures share: the models, the pictures, and a video of them in a folder that is gone afterwards.</summary>
internal sealed class Workbench(TimeProvider time) : IDisposable
{
    public const int ClipFrames = 360;

    private readonly Lazy<ModelStore> _store = new(ModelStore.Open);
    private readonly TempFolder _folder = new();
    private readonly Dictionary<(int Width, int Height), Footage> _footage = [];
    private string? _clip;

    public TimeProvider Time => time;

    /// <summary>Reads a model; one that is not shipped is made first.</summary>
    public async Task<byte[]> ReadModelAsync(PoseModel model, CancellationToken cancellationToken)
    {
        if (!_store.Value.Describe(model).Shipped)
            await _store.Value.EnsureAvailableAsync(model, PackageSource.FromNpm(), null, cancellationToken);
        return _store.Value.ReadVerified(model);
    }

    /// <summary>Loads a model for one thread.</summary>
    public async Task<OnnxModel> LoadAsync(PoseModel model, CancellationToken cancellationToken)
        => new(model.ToString(), await ReadModelAsync(model, cancellationToken));

    public async Task<PoseTracker> CreateTrackerAsync(OnnxModel landmarks, CancellationToken cancellationToken)
        => new(await LoadAsync(PoseModel.Detection, cancellationToken), landmarks, Time, CreateLifter());

    public static BodyLifter CreateLifter()
        => new(new OnnxModel("body_lifter", TrainedModel.Describe(ModelStore.DefaultFolder, "body_lifter").ReadVerified(ModelStore.DefaultFolder)));

    public async Task<Footage> FootageAsync(int width, int height, CancellationToken cancellationToken)
        => _footage.TryGetValue((width, height), out var footage)
            ? footage
            : _footage[(width, height)] = await Footage.RenderAsync(width, height, cancellationToken);

    /// <summary>Gives the footage of 720 × 1280 as H.264, as cameras and telephones write it.</summary>
    public async Task<string> ClipAsync(CancellationToken cancellationToken)
    {
        if (_clip is not null)
            return _clip;
        var footage = await FootageAsync(720, 1280, cancellationToken);
        var path = _folder.File("phantom.mp4");
        string[] arguments =
        [
            "-v", "error", "-f", "rawvideo", "-pix_fmt", "rgb24", "-video_size", $"{footage.Width}x{footage.Height}",
            "-framerate", Footage.RateHz.ToString(CultureInfo.InvariantCulture), "-i", "-",
            "-c:v", "libx264", "-preset", "fast", "-pix_fmt", "yuv420p", path,
        ];
        Tool.Feed("ffmpeg", arguments, stdin =>
        {
            for (var i = 0; i < ClipFrames; i++)
                stdin.Write(footage[i].Rgb);
        });
        return _clip = path;
    }

    public void Dispose() => _folder.Dispose();
}
