using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using PhysioEdge.TestKit.Video;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Tests.Capture;

/// <summary>Against a camera that sends motion JPEG over HTTP, as many do.</summary>
public sealed class HttpCameraTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public HttpCameraTests() => _listener.Start();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Host => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Pictures_without_times_of_their_own_get_the_time_of_their_arrival()
    {
        var time = new FakeTimeProvider();
        await using var source = FrameSource.Open(new() { Address = $"http://{Host}/video" }, time);
        var frame = new VideoFrame();
        var read = source.ReadAsync(frame, Cancel).AsTask();
        await using var stream = await AcceptAsync("HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=x\r\n\r\n");
        using var switchedOff = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var camera = SendForEverAsync(stream, switchedOff.Token);

        Assert.True(await read);
        Assert.Equal(TimeSpan.Zero, frame.PresentationTime);
        time.Advance(TimeSpan.FromSeconds(7));
        while (frame.PresentationTime == TimeSpan.Zero)
            Assert.True(await source.ReadAsync(frame, Cancel));

        Assert.Equal(TimeSpan.FromSeconds(7), frame.PresentationTime);
        await switchedOff.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => camera);
    }

    [Theory]
    [InlineData("401 Unauthorized", "refuses the user name or password")]
    [InlineData("403 Forbidden", "forbids access")]
    [InlineData("404 Not Found", "has no stream of that name")]
    [InlineData("503 Service Unavailable", "reports an error of its own")]
    public async Task What_the_camera_answers_is_told_without_the_password(string status, string says)
    {
        await using var source = FrameSource.Open(new() { Address = $"http://camera:s3cret@{Host}/video?pwd=s3cret" }, TimeProvider.System);
        var read = source.ReadAsync(new VideoFrame(), Cancel).AsTask();
        await using (await AcceptAsync($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
        {
        }

        var message = (await Assert.ThrowsAsync<CaptureException>(() => read)).Message;
        Assert.StartsWith($"http://{Host}/video?… {says}", message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", message, StringComparison.Ordinal);
    }

    private async Task<NetworkStream> AcceptAsync(string answer)
    {
        var stream = new NetworkStream(await _listener.AcceptSocketAsync(Cancel), ownsSocket: true);
        var request = new byte[4096];
        _ = await stream.ReadAsync(request, Cancel);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), Cancel);
        return stream;
    }

    private static async Task SendForEverAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var jpeg = await File.ReadAllBytesAsync(Clips.Picture, cancellationToken);
        var head = string.Create(CultureInfo.InvariantCulture, $"--x\r\nContent-Type: image/jpeg\r\nContent-Length: {jpeg.Length}\r\n\r\n");
        byte[] part = [.. Encoding.ASCII.GetBytes(head), .. jpeg, .. "\r\n"u8];
        while (true)
            await stream.WriteAsync(part, cancellationToken);
    }
}
