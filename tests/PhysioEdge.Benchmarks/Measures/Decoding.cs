using PhysioEdge.Benchmarks.Report;
using PhysioEdge.Benchmarks.Setup;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Benchmarks.Measures;

/// <summary>What a picture costs before it is looked at: decoding of a recording, and rendering by the phantom camera.</summary>
internal static class Decoding
{
    private const int Rendered = 150;

    public static async Task<Section> MeasureAsync(Workbench bench, CancellationToken cancellationToken)
    {
        var section = new Section(
            "Where pictures come from",
            $"H.264 of 720 × 1280, {Workbench.ClipFrames} pictures, and the simulated patient. Decoders use several cores: "
                + "processor time is what they cost, elapsed time how fast they are when nothing else runs.",
            "Source", "Processor time, ms per picture", "Elapsed, ms per picture");
        foreach (var backend in (CaptureBackend[])[CaptureBackend.Ffmpeg, CaptureBackend.OpenCv])
        {
            var name = $"{backend} backend";
            await section.TryAsync(name, async () =>
            {
                var options = new FrameSourceOptions { Address = await bench.ClipAsync(cancellationToken), Backend = backend };
                await MeasureAsync(section, name, bench.Time, () => FrameSource.Open(options, bench.Time), int.MaxValue, cancellationToken);
            });
        }

        await MeasureAsync(section, "Phantom, 480 × 640", bench.Time, () => Footage.Camera(480, 640), Rendered, cancellationToken);
        await MeasureAsync(section, "Phantom, 720 × 1280", bench.Time, () => Footage.Camera(720, 1280), Rendered, cancellationToken);
        return section;
    }

    private static async Task MeasureAsync(
        Section section, string name, TimeProvider time, Func<IFrameSource> open, int most, CancellationToken cancellationToken)
    {
        await ReadAsync(open(), most, cancellationToken);
        var (start, cpu) = (time.GetTimestamp(), CpuTime.Used());
        var pictures = await ReadAsync(open(), most, cancellationToken);
        var (elapsed, used) = (time.GetElapsedTime(start), CpuTime.Used() - cpu);
        section.Add(name, used.TotalMilliseconds / pictures, elapsed.TotalMilliseconds / pictures);
    }

    private static async Task<int> ReadAsync(IFrameSource opened, int most, CancellationToken cancellationToken)
    {
        await using var source = opened;
        var frame = new VideoFrame();
        var pictures = 0;
        while (pictures < most && await source.ReadAsync(frame, cancellationToken))
            pictures++;
        return pictures;
    }
}
