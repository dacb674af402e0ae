using PhysioEdge.Analysis.Samples;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Capture.OpenCv;

namespace PhysioEdge.Vision.Annotation;

/// <summary>A copy of a recording with the pose drawn in.</summary>
public sealed class AnnotatedVideo : IAsyncDisposable
{
    private readonly VideoFile _file;

    /// <param name="path">The mp4 file to write; an existing one is replaced.</param>
    /// <param name="rateHz">Pictures per second, above 0.</param>
    public AnnotatedVideo(string path, double rateHz)
        : this(new VideoFile(path, rateHz))
    {
    }

    internal AnnotatedVideo(VideoFile file) => _file = file;

    /// <summary>Draws into the picture and writes it; pictures of another size than the first are left out.</summary>
    /// <exception cref="CaptureException">OpenCV or ffmpeg is missing, or the file cannot be written.</exception>
    public Task WriteAsync(VideoFrame frame, PoseFrame pose, IReadOnlyList<string> lines, CancellationToken cancellationToken)
    {
        OpenCvLibrary.Load(() =>
        {
            SkeletonPainter.Paint(frame, pose, lines);
            return true;
        });
        return _file.WriteAsync(frame, cancellationToken);
    }

    /// <summary>Ends the file.</summary>
    /// <exception cref="CaptureException">ffmpeg could not write it.</exception>
    public Task CompleteAsync(CancellationToken cancellationToken) => _file.CompleteAsync(cancellationToken);

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
