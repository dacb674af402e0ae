using System.Collections.Immutable;
using PhysioEdge.Wearables.DBus.Wire;

namespace PhysioEdge.Wearables.DBus;

/// <summary>Who hears which signals. The bus is asked once for a rule, however many hear it.</summary>
internal sealed class Subscriptions(BusConnection connection)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<MatchRule, int> _rules = [];
    private ImmutableArray<Subscription> _subscriptions = [];

    public async Task<IAsyncDisposable> AddAsync(MatchRule rule, Action<Message> handle, CancellationToken cancellation)
    {
        var subscription = new Subscription(this, rule, handle);
        ImmutableInterlocked.Update(ref _subscriptions, static (all, one) => all.Add(one), subscription);
        if (Count(rule, +1) == 1)
            (await connection.CallBusAsync("AddMatch", rule.ToString(), cancellation)).Dispose();
        return subscription;
    }

    public void Handle(Message signal)
    {
        foreach (var subscription in _subscriptions)
        {
            if (subscription.Rule.Matches(signal))
                subscription.Handle(signal);
        }
    }

    private async ValueTask RemoveAsync(Subscription subscription)
    {
        ImmutableInterlocked.Update(ref _subscriptions, static (all, one) => all.Remove(one), subscription);
        if (Count(subscription.Rule, -1) > 0 || connection.Closed.IsCompleted)
            return;
        try
        {
            (await connection.CallBusAsync("RemoveMatch", subscription.Rule.ToString(), CancellationToken.None)).Dispose();
        }
        catch (Exception e) when (e is IOException or TimeoutException or DBusErrorException)
        {
            // The connection's rules end with it.
        }
    }

    private int Count(MatchRule rule, int change)
    {
        lock (_lock)
        {
            var count = _rules.GetValueOrDefault(rule) + change;
            if (count > 0)
                _rules[rule] = count;
            else
                _rules.Remove(rule);
            return count;
        }
    }

    private sealed record Subscription(Subscriptions Owner, MatchRule Rule, Action<Message> Handle) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Owner.RemoveAsync(this);
    }
}
