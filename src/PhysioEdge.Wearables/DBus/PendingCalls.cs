using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Wearables.DBus;

/// <summary>The calls that have not been answered yet. Whichever of answer, time-out and end comes first decides.</summary>
internal sealed class PendingCalls
{
    private readonly Lock _lock = new();
    private readonly Dictionary<uint, (TaskCompletionSource<Message> Answer, Action<Message>? InOrder)> _calls = [];

    public Task<Message> Add(uint serial, Action<Message>? inOrder)
    {
        var answer = new TaskCompletionSource<Message>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
            _calls[serial] = (answer, inOrder);
        return answer.Task;
    }

    /// <summary>Hands an answer to its call; one that came too late is closed with its handles.</summary>
    public void Complete(Message answer)
    {
        if (Remove(answer.ReplySerial) is not var (call, inOrder))
        {
            answer.Dispose();
            return;
        }

        if (answer.Type == MessageType.Error)
        {
            call.SetException(ErrorOf(answer));
            answer.Dispose();
            return;
        }

        try
        {
            inOrder?.Invoke(answer);
        }
        catch (DBusProtocolException e)
        {
            call.SetException(e);
            answer.Dispose();
            throw;
        }

        call.SetResult(answer);
    }

    public void Fail(uint serial, Exception exception) => Remove(serial)?.Answer.SetException(exception);

    public void FailAll(Exception exception)
    {
        uint[] left;
        lock (_lock)
            left = [.. _calls.Keys];
        foreach (var serial in left)
            Fail(serial, exception);
    }

    private static DBusErrorException ErrorOf(Message answer) =>
        new(answer.ErrorName!, answer.Signature.StartsWith('s') ? answer.Reader().String() : "no reason given");

    private (TaskCompletionSource<Message> Answer, Action<Message>? InOrder)? Remove(uint serial)
    {
        lock (_lock)
            return _calls.Remove(serial, out var call) ? call : null;
    }
}
