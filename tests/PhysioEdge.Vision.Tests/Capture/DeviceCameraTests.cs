using System.Diagnostics;
using PhysioEdge.TestKit.V4l2;
using PhysioEdge.TestKit.Video;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Tests.Capture;

/// <summary>Against a camera that only lacks its driver.</summary>
public sealed class DeviceCameraTests : IDisposable
{
    private const string AddressVariable = "PHYSIOEDGE_TEST_CAMERA";

    private readonly FakeV4l2Camera _camera = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _camera.Dispose();

    [Fact]
    public async Task Ffmpeg_reads_every_picture_of_a_device_with_the_time_of_its_driver()
    {
        var options = Options(_camera.Address);
        options.DevicePixelFormat = "yuyv422";
        (options.DeviceWidthPixels, options.DeviceHeightPixels, options.DeviceFrameRateHz) = (64, 48, 30);
        await ReadsPictures(options);
    }

    [Fact]
    public async Task A_device_in_use_is_told_from_one_that_is_missing()
    {
        var options = Options(_camera.Address);
        options.FfmpegEnvironment["FAKE_V4L2_BUSY"] = "1";
        await using var source = FrameSource.Open(options, TimeProvider.System);
        var error = await Assert.ThrowsAsync<CaptureException>(() => source.ReadAsync(new VideoFrame(), Cancel).AsTask());

        Assert.StartsWith($"{_camera.Address} is in use by another program", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_that_is_unplugged_says_so_after_its_last_picture()
    {
        var options = Options(_camera.Address);
        options.FfmpegEnvironment["FAKE_V4L2_PICTURES"] = "5";
        await using var source = FrameSource.Open(options, TimeProvider.System);
        for (var i = 0; i < 5; i++)
            Assert.True(await source.ReadAsync(new VideoFrame(), Cancel));
        var error = await Assert.ThrowsAsync<CaptureException>(() => source.ReadAsync(new VideoFrame(), Cancel).AsTask());

        Assert.StartsWith($"{_camera.Address} has been unplugged", error.Message, StringComparison.Ordinal);
        Assert.Null(error.ReadableUntil);
    }

    /// <summary>OpenCV reads in its own process, so that the camera must be there before that starts: the next test runs in a second one.</summary>
    [Fact]
    public async Task OpenCv_reads_every_picture_of_a_device_with_the_time_of_its_driver()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(DeviceCameraTests).Assembly.Location, "--filter-method", $"*.{nameof(Within_a_process_that_sees_the_camera_OpenCv_reads_it)}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [AddressVariable] = _camera.Address },
        };
        foreach (var (name, value) in _camera.Environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(Cancel);
        var output = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);

        Assert.True(process.ExitCode == 0, output + await errors);
        Assert.Contains("succeeded: 1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Within_a_process_that_sees_the_camera_OpenCv_reads_it()
    {
        var address = Environment.GetEnvironmentVariable(AddressVariable);
        Assert.SkipWhen(address is null, "runs within the test before it");

        await ReadsPictures(new() { Address = address, Backend = CaptureBackend.OpenCv, DevicePixelFormat = "yuyv422" });
    }

    private static async Task ReadsPictures(FrameSourceOptions options)
    {
        await using var source = FrameSource.Open(options, TimeProvider.System);
        var (frame, pictures) = (new VideoFrame(), new List<(int? Number, TimeSpan Time)>());
        for (var i = 0; i < 20; i++)
        {
            Assert.True(await source.ReadAsync(frame, Cancel));
            Assert.Equal((64, 48), (frame.Width, frame.Height));
            pictures.Add((FrameCode.Read(frame.Rgb, frame.Width, frame.Height), frame.PresentationTime));
        }

        Assert.Equal(Enumerable.Range(pictures[0].Number!.Value, 20), pictures.Select(picture => picture.Number!.Value));
        Assert.All(pictures.Zip(pictures.Skip(1)), pair => Assert.InRange((pair.Second.Time - pair.First.Time).TotalSeconds, 0.033, 5));
    }

    private FrameSourceOptions Options(string address)
    {
        var options = new FrameSourceOptions { Address = address };
        foreach (var (name, value) in _camera.Environment)
            options.FfmpegEnvironment[name] = value;
        return options;
    }
}
