using System.Net.Sockets;
using System.Runtime.InteropServices;
using PhysioEdge.Wearables.DBus;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Wearables.Bluetooth;

/// <summary>Notifications of one characteristic, by a socket of their own or by signals, until it is disposed of.</summary>
internal sealed class NotifySubscription : IAsyncDisposable
{
    private const int LongestValue = 512; // Core Specification: the longest attribute value.

    private readonly Socket? _socket;
    private readonly Func<Task>? _stop;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _reading = Task.CompletedTask;

    private NotifySubscription(Func<Task> stop)
    {
        _stop = stop;
        Ended = new TaskCompletionSource().Task;
    }

    private NotifySubscription(Socket socket, Action<ReadOnlyMemory<byte>> take)
    {
        _socket = socket;
        _reading = ReadAsync(take);
        Ended = _reading;
    }

    /// <summary>Gets what ends when the socket has: the link is lost.</summary>
    public Task Ended { get; }

    /// <summary>Has a characteristic notify.</summary>
    /// <exception cref="DBusErrorException">BlueZ refuses.</exception>
    /// <exception cref="TimeoutException">BlueZ does not answer: before 5.84 it does not when the device refuses.</exception>
    /// <exception cref="IOException">The bus or the service has gone.</exception>
    public static async Task<NotifySubscription> StartAsync(
        ObjectMirror mirror, string characteristic, NotifyMode mode, Action<ReadOnlyMemory<byte>> take, CancellationToken cancellation)
    {
        if (mode == NotifyMode.Start)
            return await BySignalsAsync(mirror, characteristic, take, cancellation);
        try
        {
            return await BySocketAsync(mirror, characteristic, take, cancellation);
        }
        catch (DBusErrorException) when (mode == NotifyMode.Auto)
        {
            return await BySignalsAsync(mirror, characteristic, take, cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _reading;
        _socket?.Dispose();
        if (_stop is not null)
            await _stop();
        _stopping.Dispose();
    }

    private static async Task<NotifySubscription> BySocketAsync(
        ObjectMirror mirror, string characteristic, Action<ReadOnlyMemory<byte>> take, CancellationToken cancellation)
    {
        using var answer = await mirror.CallAsync(
            characteristic, Bluez.Characteristic, "AcquireNotify", BusConnection.Patience, cancellation, "a{sv}", new Dictionary<string, object>());
        if (answer.Signature != "hq")
            throw new DBusProtocolException($"AcquireNotify has answered \"{answer.Signature}\".");
        using var handle = answer.TakeHandle((HandleIndex)answer.Arguments()[0]);
        return new NotifySubscription(SocketOf(handle), take);
    }

    private static Socket SocketOf(SafeHandle handle)
    {
        try
        {
            var socket = new Socket(new SafeSocketHandle(handle.DangerousGetHandle(), ownsHandle: true));
            handle.SetHandleAsInvalid();
            return socket;
        }
        catch (SocketException e)
        {
            throw new DBusProtocolException($"AcquireNotify has given something that is no socket: {e.Message}.");
        }
    }

    private static async Task<NotifySubscription> BySignalsAsync(
        ObjectMirror mirror, string characteristic, Action<ReadOnlyMemory<byte>> take, CancellationToken cancellation)
    {
        var listening = mirror.ListenToValues(characteristic, value => take(value));
        try
        {
            using var answer = await mirror.CallAsync(characteristic, Bluez.Characteristic, "StartNotify", BusConnection.Patience, cancellation);
        }
        catch
        {
            listening.Dispose();
            throw;
        }

        return new NotifySubscription(async () =>
        {
            listening.Dispose();
            await StopNotifyAsync(mirror, characteristic);
        });
    }

    // BlueZ would notify again by itself after a reconnect, when nobody listens yet.
    private static async Task StopNotifyAsync(ObjectMirror mirror, string characteristic)
    {
        try
        {
            using var answer = await mirror.CallAsync(
                characteristic, Bluez.Characteristic, "StopNotify", BusConnection.Patience, CancellationToken.None);
        }
        catch (Exception e) when (e is DBusErrorException or TimeoutException or IOException)
        {
            // It has stopped already, with the link or with the service.
        }
    }

    // One read is one notification; none means that the link is lost.
    private async Task ReadAsync(Action<ReadOnlyMemory<byte>> take)
    {
        var buffer = new byte[LongestValue];
        try
        {
            int count;
            while ((count = await _socket!.ReceiveAsync(buffer, SocketFlags.None, _stopping.Token)) > 0)
                take(buffer.AsSpan(0, count).ToArray());
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // The other end is gone, or this one goes.
        }
    }
}
