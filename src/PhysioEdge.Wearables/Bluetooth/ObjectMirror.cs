using System.Collections.Concurrent;
using PhysioEdge.Wearables.DBus;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Wearables.Bluetooth;

/// <summary>
/// Follows what BlueZ has, on one connection to the bus. Everything is applied in the order in which the bus told it; when the
/// service goes, all is gone with it.
/// </summary>
internal sealed class ObjectMirror : IAsyncDisposable
{
    private static readonly TimeSpan ReloadInterval = TimeSpan.FromSeconds(0.5);

    private readonly Lock _lock = new();
    private readonly BluezObjects _objects = new();
    private readonly List<Waiter> _waiters = [];
    private readonly List<IAsyncDisposable> _subscriptions = [];
    private readonly ConcurrentDictionary<string, Action<byte[]>> _values = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly BusConnection _bus;
    private readonly TimeProvider _time;
    private Task _loading = Task.CompletedTask;

    private ObjectMirror(BusConnection bus, TimeProvider time)
    {
        (_bus, _time) = (bus, time);
        bus.Closed.ContinueWith(_ => OwnedBy(null), TaskScheduler.Default);
    }

    /// <exception cref="IOException">The bus has gone.</exception>
    /// <exception cref="TimeoutException">The bus does not answer.</exception>
    /// <exception cref="DBusErrorException">The bus does not allow it.</exception>
    public static async Task<ObjectMirror> OpenAsync(BusConnection bus, TimeProvider time, CancellationToken cancellation)
    {
        var mirror = new ObjectMirror(bus, time);
        await mirror.ListenAsync(new(BusConnection.BusName, BusConnection.BusName, "NameOwnerChanged", Bluez.Service), mirror.OwnerChanged, cancellation);
        await mirror.ListenAsync(new(Bluez.Service, Bluez.ObjectManager), mirror.ObjectsChanged, cancellation);
        await mirror.ListenAsync(new(Bluez.Service, Bluez.Properties, "PropertiesChanged"), mirror.PropertiesChanged, cancellation);
        try
        {
            using var owner = await bus.CallAsync(
                Message.Call(BusConnection.BusName, "/org/freedesktop/DBus", BusConnection.BusName, "GetNameOwner", "s", Bluez.Service),
                BusConnection.Patience,
                cancellation,
                inOrder: answer => mirror.OwnedBy(answer.Reader().String()));
        }
        catch (DBusErrorException e) when (e.Name == "org.freedesktop.DBus.Error.NameHasNoOwner")
        {
            // It may come later.
        }

        return mirror;
    }

    public T Read<T>(Func<BluezObjects, T> read)
    {
        lock (_lock)
            return read(_objects);
    }

    /// <summary>Waits until a condition is not null; it is looked at after each change and must be quick.</summary>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public async Task<T> WaitAsync<T>(Func<BluezObjects, T?> condition, TimeSpan patience, CancellationToken cancellation)
        where T : class
    {
        var waiter = new Waiter(condition);
        lock (_lock)
        {
            if (waiter.IsMet(_objects))
                return (T)waiter.Result.Result;
            _waiters.Add(waiter);
        }

        try
        {
            return (T)await waiter.Result.WaitAsync(patience, _time, cancellation);
        }
        finally
        {
            lock (_lock)
                _waiters.Remove(waiter);
        }
    }

    /// <summary>Calls a method of an object of the service as it is now; a later one is not meant.</summary>
    /// <returns>The answer, the caller's to dispose.</returns>
    public Task<Message> CallAsync(
        string path, string @interface, string member, TimeSpan patience, CancellationToken cancellation, string signature = "", params object[] arguments)
    {
        var owner = Read(o => o.Owner) ?? throw new IOException("The Bluetooth service has gone.");
        return _bus.CallAsync(Message.Call(owner, path, @interface, member, signature, arguments), patience, cancellation);
    }

    /// <summary>Hands on the values that a characteristic signals, until what is returned is disposed of.</summary>
    public IDisposable ListenToValues(string characteristic, Action<byte[]> handle)
    {
        _values[characteristic] = handle;
        return new Listening(() => _values.TryRemove(KeyValuePair.Create(characteristic, handle)));
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        foreach (var subscription in _subscriptions)
            await subscription.DisposeAsync();
        await _loading;
        _stopping.Dispose();
    }

    private async Task ListenAsync(MatchRule rule, Action<Message> handle, CancellationToken cancellation) =>
        _subscriptions.Add(await _bus.SubscribeAsync(rule, handle, cancellation));

    private void OwnerChanged(Message signal)
    {
        if (signal.Sender != BusConnection.BusName || signal.Arguments() is not [Bluez.Service, string, string owner])
            return;
        OwnedBy(owner.Length == 0 ? null : owner);
    }

    private void OwnedBy(string? owner)
    {
        Change(objects => objects.Begin(owner));
        if (owner is not null)
            _loading = LoadAsync(_loading, owner);
    }

    // The service owns its name a little before it has its objects.
    private async Task LoadAsync(Task before, string owner)
    {
        await before;
        while (!_stopping.IsCancellationRequested && Read(o => o.Owner == owner && !o.IsLoaded))
        {
            try
            {
                using var answer = await _bus.CallAsync(
                    Message.Call(owner, "/", Bluez.ObjectManager, "GetManagedObjects"),
                    BusConnection.Patience,
                    _stopping.Token,
                    inOrder: answer => Load(owner, answer));
                return;
            }
            catch (Exception e) when (e is DBusErrorException or TimeoutException)
            {
                await Task.Delay(ReloadInterval, _time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                return;
            }
        }
    }

    private void Load(string owner, Message answer)
    {
        if (answer.Signature != "a{oa{sa{sv}}}")
            throw new DBusProtocolException($"GetManagedObjects has answered \"{answer.Signature}\".");
        var found = (Dictionary<object, object>)answer.Arguments()[0];
        Change(objects =>
        {
            if (objects.Owner == owner)
                objects.Load(found);
        });
    }

    private void ObjectsChanged(Message signal)
    {
        if (!IsFromOwner(signal))
            return;
        switch (signal.Member, signal.Signature)
        {
            case ("InterfacesAdded", "oa{sa{sv}}"):
                var added = signal.Arguments();
                Change(objects => objects.Add(((ObjectPath)added[0]).Value, (Dictionary<string, object>)added[1]));
                break;
            case ("InterfacesRemoved", "oas"):
                var removed = signal.Arguments();
                Change(objects => objects.Remove(((ObjectPath)removed[0]).Value, (string[])removed[1]));
                break;
        }
    }

    private void PropertiesChanged(Message signal)
    {
        if (signal.Signature != "sa{sv}as" || !IsFromOwner(signal))
            return;
        var arguments = signal.Arguments();
        var (name, changed, invalidated) = ((string)arguments[0], (Dictionary<string, object>)arguments[1], (string[])arguments[2]);
        if (name == Bluez.Characteristic && changed.Remove("Value", out var value))
        {
            if (value is Variant { Value: byte[] bytes } && _values.TryGetValue(signal.Path!, out var handle))
                handle(bytes);
            if (changed.Count == 0)
                return;
        }

        Change(objects => objects[signal.Path!]?.Change(name, changed, invalidated));
    }

    private bool IsFromOwner(Message signal) => Read(o => o.Owner) is { } owner && owner == signal.Sender;

    private void Change(Action<BluezObjects> change)
    {
        lock (_lock)
        {
            change(_objects);
            _waiters.RemoveAll(waiter => waiter.IsMet(_objects));
        }
    }

    private sealed class Waiter(Func<BluezObjects, object?> condition)
    {
        private readonly TaskCompletionSource<object> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<object> Result => _result.Task;

        public bool IsMet(BluezObjects objects) => condition(objects) is { } result && _result.TrySetResult(result);
    }

    private sealed class Listening(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}
