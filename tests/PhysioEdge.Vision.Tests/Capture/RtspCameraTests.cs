using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using PhysioEdge.TestKit.Rtsp;
using PhysioEdge.TestKit.Video;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Tests.Capture.Ffmpeg;

namespace PhysioEdge.Vision.Tests.Capture;

/// <summary>Against a real RTSP server.</summary>
public sealed class RtspCameraTests : IDisposable
{
    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public RtspCameraTests() => _patience.CancelAfter(TimeSpan.FromMinutes(2));

    private CancellationToken Cancel => _patience.Token;

    public void Dispose() => _patience.Dispose();

    [Fact]
    public async Task Pictures_of_a_network_camera_come_in_order_with_its_own_times()
    {
        await using var server = await RtspServer.StartAsync(Cancel);
        await using var source = Open(server.Address);
        var (frame, pictures) = (new VideoFrame(), new List<(int Number, TimeSpan Time)>());
        while (pictures.Count < 30 && await source.ReadAsync(frame, Cancel))
            pictures.Add((FrameCode.Read(frame.Rgb, frame.Width, frame.Height) ?? -1, frame.PresentationTime));

        // The first time stamp of a session may stand off: the server announces its clock after the first packet.
        var first = pictures[1];
        Assert.Equal(Enumerable.Range(pictures[0].Number, 30), pictures.Select(picture => picture.Number));
        Assert.All(pictures.Skip(1), picture =>
            Assert.Equal((picture.Number - first.Number) / 30.0, (picture.Time - first.Time).TotalSeconds, 0.001));
    }

    [Fact]
    public async Task A_password_lets_in()
    {
        await using var server = await RtspServer.StartAsync(Cancel, password: "s3cret");
        await using var source = Open(server.Address.Replace("rtsp://", "rtsp://camera:s3cret@", StringComparison.Ordinal));

        Assert.True(await source.ReadAsync(new VideoFrame(), Cancel));
    }

    [Theory]
    [InlineData("rtsp://camera:wr0ng@", "/live", "refuses the user name or password")]
    [InlineData("rtsp://", "/live", "refuses the user name or password")]
    [InlineData("rtsp://camera:s3cret@", "/nope", "has no stream of that name")]
    public async Task A_wrong_password_or_path_is_told_without_the_password(string before, string path, string says)
    {
        await using var server = await RtspServer.StartAsync(Cancel, password: "s3cret");
        var message = await ErrorAsync($"{before}127.0.0.1:{server.Port}{path}");

        Assert.StartsWith($"rtsp://127.0.0.1:{server.Port}{path} {says}", message, StringComparison.Ordinal);
        Assert.DoesNotContain("wr0ng", message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_does_not_listen_refuses_the_connection() =>
        Assert.Contains("refuses the connection", await ErrorAsync($"rtsp://camera:s3cret@127.0.0.1:{FreePort()}/live"), StringComparison.Ordinal);

    [Fact]
    public async Task A_host_that_listens_and_says_nothing_is_given_up_after_the_network_timeout()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();

        Assert.Contains("does not answer like a camera", await ErrorAsync($"rtsp://127.0.0.1:{((IPEndPoint)mute.LocalEndpoint).Port}/live"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_read_of_a_silent_host_leaves_no_process_behind()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        var address = $"rtsp://127.0.0.1:{((IPEndPoint)mute.LocalEndpoint).Port}/live";
        using var patience = new CancellationTokenSource();
        var source = FrameSource.Open(new() { Address = address }, TimeProvider.System);
        var read = source.ReadAsync(new VideoFrame(), patience.Token).AsTask();
        using var connection = await mute.AcceptTcpClientAsync(Cancel);
        var child = Assert.Single(Processes.WithArgument(address));

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        await source.DisposeAsync();

        Assert.False(Processes.Exists(child));
    }

    [Fact]
    public async Task A_camera_that_freezes_is_closed_and_streams_again_when_it_thaws()
    {
        await using var server = await RtspServer.StartAsync(Cancel);
        await using var camera = NewCamera(server.Address, out var changes);
        var last = await ReadSomeAsync(camera, TimeSpan.MinValue);
        var child = Assert.Single(Processes.WithArgument(server.Address));

        server.Freeze();
        Assert.Contains("has sent no picture for 0.5 s", (await Until(changes, CameraState.Stalled)).LastError, StringComparison.Ordinal);
        await Until(changes, CameraState.BackingOff);
        Assert.False(Processes.Exists(child));

        server.Thaw();
        var streaming = await Until(changes, CameraState.Streaming);
        await ReadSomeAsync(camera, last);
        Assert.Equal(1, streaming.Stalls);
        Assert.InRange(streaming.Restarts, 1, int.MaxValue);
    }

    [Fact]
    public async Task A_camera_that_is_switched_off_and_on_streams_again()
    {
        var server = await RtspServer.StartAsync(Cancel);
        await using var camera = NewCamera(server.Address, out var changes);
        var last = await ReadSomeAsync(camera, TimeSpan.MinValue);

        await server.DisposeAsync();
        await Until(changes, CameraState.BackingOff);
        await using var again = await RtspServer.StartAsync(Cancel, server.Port);
        await Until(changes, CameraState.Streaming);

        await ReadSomeAsync(camera, last);
    }

    private static Camera NewCamera(string address, out ChannelReader<CameraStatus> changes)
    {
        var options = new CameraOptions
        {
            Address = address,
            StallTimeout = TimeSpan.FromSeconds(0.5),
            MinBackOff = TimeSpan.FromSeconds(0.1),
            MaxBackOff = TimeSpan.FromSeconds(0.2),
            NetworkTimeout = TimeSpan.FromSeconds(1),
            FailedStartLimit = 1000,
        };
        var channel = Channel.CreateUnbounded<CameraStatus>();
        changes = channel.Reader;
        var camera = new Camera(options, TimeProvider.System, NullLogger<Camera>.Instance);
        camera.StatusChanged += (_, status) => channel.Writer.TryWrite(status);
        return camera;
    }

    private async Task<CameraStatus> Until(ChannelReader<CameraStatus> changes, CameraState state)
    {
        while (true)
        {
            var status = await changes.ReadAsync(Cancel);
            if (status.State == state)
                return status;
        }
    }

    /// <summary>Reads pictures, which must be later than what came before, one than the other.</summary>
    private async Task<TimeSpan> ReadSomeAsync(Camera camera, TimeSpan last)
    {
        var frame = new VideoFrame();
        for (var i = 0; i < 15; i++)
        {
            Assert.True(await camera.ReadAsync(frame, Cancel));
            Assert.True(frame.CapturedAt > last);
            Assert.NotNull(FrameCode.Read(frame.Rgb, frame.Width, frame.Height));
            last = frame.CapturedAt;
        }

        return last;
    }

    private static IFrameSource Open(string address) =>
        FrameSource.Open(new() { Address = address, NetworkTimeout = TimeSpan.FromSeconds(2) }, TimeProvider.System);

    private async Task<string> ErrorAsync(string address)
    {
        await using var source = Open(address);
        return (await Assert.ThrowsAsync<CaptureException>(() => source.ReadAsync(new VideoFrame(), Cancel).AsTask())).Message;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
