using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Appliance.Sessions.Live;

/// <summary>Hands single pictures to a screen in the room: copied, scaled down, only when one is asked for, and kept nowhere.</summary>
internal sealed class VideoTap
{
    private const int LongSide = 400;

    private TaskCompletionSource<byte[]>? _wanted;

    /// <summary>Waits for the next picture that the camera takes.</summary>
    /// <returns>A bitmap file.</returns>
    public Task<byte[]> NextAsync(CancellationToken cancellationToken)
    {
        var mine = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        var wanted = Interlocked.CompareExchange(ref _wanted, mine, null) ?? mine;
        return wanted.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Offers a picture; it is looked at only if somebody waits for one.</summary>
    public void Offer(VideoFrame frame)
    {
        if (Volatile.Read(ref _wanted) is not null)
            Interlocked.Exchange(ref _wanted, null)!.SetResult(Bitmap.Of(frame, LongSide));
    }
}
