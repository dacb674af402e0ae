using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PhysioEdge.TestKit.Chromium;

/// <summary>Questions to a browser and its answers, as the Chrome DevTools Protocol has them: JSON over a web socket.</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _waiting = new();
    private Task _receiving = Task.CompletedTask;
    private int _last;

    private DevTools()
    {
    }

    /// <summary>Raised for what the browser tells unasked: session, method and parameters.</summary>
    public event Action<string?, string, JsonElement>? Told;

    public static async Task<DevTools> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var connection = new DevTools();
        await connection._socket.ConnectAsync(address, cancellationToken);
        connection._receiving = connection.ReceiveAsync();
        return connection;
    }

    public async Task<JsonElement> AskAsync(string method, JsonObject? parameters, string? session, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = _waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var question = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
            question["sessionId"] = session;
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(question), WebSocketMessageType.Text, true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }

        return await answer.Task.WaitAsync(TimeSpan.FromMinutes(5), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _receiving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task ReceiveAsync()
    {
        try
        {
            while (await ReadAsync() is { } message)
                Dispatch(message);
        }
        finally
        {
            foreach (var answer in _waiting.Values)
                answer.TrySetException(new InvalidOperationException("Chromium has ended."));
        }
    }

    private async Task<JsonElement?> ReadAsync()
    {
        using var whole = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            whole.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return JsonElement.Parse(whole.GetBuffer().AsSpan(0, (int)whole.Length));
        }
    }

    private void Dispatch(JsonElement message)
    {
        if (!message.TryGetProperty("id", out var id))
        {
            var session = message.TryGetProperty("sessionId", out var of) ? of.GetString() : null;
            Told?.Invoke(session, message.GetProperty("method").GetString()!, message.GetProperty("params"));
        }
        else if (_waiting.TryRemove(id.GetInt32(), out var answer))
        {
            if (message.TryGetProperty("error", out var error))
                answer.SetException(new InvalidOperationException(error.GetRawText()));
            else
                answer.SetResult(message.GetProperty("result"));
        }
    }
}
