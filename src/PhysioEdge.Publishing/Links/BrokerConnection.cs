using System.Buffers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading.Channels;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Protocol;
using PhysioEdge.Publishing.Broker;
using PhysioEdge.Publishing.Identity;

namespace PhysioEdge.Publishing.Links;

/// <summary>
/// One connection to the broker, from connect to loss. The library waits for answers for ever and calls a half-open
/// link connected, so every question here has a time limit; what is not answered in it is a lost connection.
/// </summary>
internal sealed class BrokerConnection : IDisposable
{
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(5);

    private const int InboxSize = 256;

    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly CancellationTokenSource _lost = new();

    // Bounded, lossless: a full inbox holds back the acknowledgement, and so the broker.
    private readonly Channel<ReceivedMessage> _inbox = Channel.CreateBounded<ReceivedMessage>(InboxSize);
    private readonly BrokerOptions _broker;
    private readonly TimeProvider _time;
    private readonly BoxIdentity? _identity;
    private readonly object _files;
    private bool _up;

    private BrokerConnection(BrokerOptions broker, object files, BoxIdentity? identity, TimeProvider time, long number)
    {
        _broker = broker;
        _identity = identity;
        _files = files;
        _time = time;
        Number = number;
        Lost = _lost.Token;
        _client.ApplicationMessageReceivedAsync += TakeInAsync;
        _client.DisconnectedAsync += NoteLossAsync;
    }

    /// <summary>Gets the number of the attempt that this connection came of, so that no two in this run of the service have the same.</summary>
    public long Number { get; }

    /// <summary>Gets the token that is cancelled when the connection is lost.</summary>
    public CancellationToken Lost { get; }

    /// <summary>Gets when the certificate that it was made with expires; null when it was made without.</summary>
    public DateTimeOffset? CertificateExpiresAt => _identity?.Certificate?.NotAfter;

    /// <summary>Gets a value indicating whether the box has another certificate by now.</summary>
    public bool IsOutdated => _identity is not null && !_broker.Identity.Stamp().Equals(_files);

    /// <summary>Gets why it was lost, in words.</summary>
    public string LossReason { get; private set; } = "The connection was lost.";

    /// <summary>Gets which of the further subscriptions the broker has refused, in words; null if none.</summary>
    public string? RefusedSubscriptions { get; private set; }

    /// <summary>Gets what comes in on the subscriptions, in order. Each has to be acknowledged when it is dealt with: until then the broker keeps it.</summary>
    public ChannelReader<ReceivedMessage> Inbox => _inbox.Reader;

    /// <exception cref="BrokerException">The broker cannot be reached, refuses the client or refuses the subscription.</exception>
    public static async Task<BrokerConnection> OpenAsync(BrokerOptions broker, LinkSetup setup, long number, TimeProvider time, CancellationToken cancellationToken)
    {
        // Before they are read: what changes meanwhile is noticed then.
        var files = broker.Identity.Stamp();
        var identity = broker.Tls ? BoxIdentity.Load(broker.Identity, setup.ClientId, time.GetUtcNow()) : null;
        var connection = new BrokerConnection(broker, files, identity, time, number);
        try
        {
            var options = ConnectOptions.Build(broker, setup, identity);
            var answer = await connection.AskAsync(token => connection._client.ConnectAsync(options, token), "the connect", ConnectTimeout, cancellationToken);
            if (answer.ResultCode != MqttClientConnectResultCode.Success)
                throw new BrokerException(BrokerWords.Refusal(broker, answer)) { IsRefusal = true };
            connection._up = true;
            await connection.SubscribeAsync(setup.Subscriptions, cancellationToken);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Publishes and waits for the broker's answer, which may be a refusal.</summary>
    /// <exception cref="BrokerException">There was no answer: this connection is of no use any more.</exception>
    public async Task<MqttClientPublishReasonCode> PublishAsync(MqttApplicationMessage message, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(token => _client.PublishAsync(message, token), "a message", AnswerTimeout, cancellationToken);
        return answer.ReasonCode;
    }

    /// <summary>Tells the broker that a message is dealt with.</summary>
    /// <exception cref="BrokerException">The connection was lost: it will come again.</exception>
    public Task AcknowledgeAsync(ReceivedMessage message, CancellationToken cancellationToken) => AskAsync(
        async token =>
        {
            await message.Acknowledge(token);
            return true;
        },
        "an acknowledgement",
        AnswerTimeout,
        cancellationToken);

    /// <summary>Takes leave of the broker, so that it does not publish the will.</summary>
    /// <exception cref="BrokerException">The connection was lost before.</exception>
    public Task CloseAsync() => AskAsync(
        async token =>
        {
            await _client.DisconnectAsync(new MqttClientDisconnectOptions(), token);
            return true;
        },
        "the disconnect",
        AnswerTimeout,
        CancellationToken.None);

    public void Dispose()
    {
        _inbox.Writer.TryComplete();
        _client.Dispose();
        _identity?.Dispose();
        _lost.Dispose();
    }

    private async Task SubscribeAsync(IReadOnlyList<string> filters, CancellationToken cancellationToken)
    {
        var options = new MqttClientSubscribeOptionsBuilder();
        foreach (var filter in filters)
            options.WithTopicFilter(filter, MqttQualityOfServiceLevel.AtLeastOnce);
        var answer = await AskAsync(token => _client.SubscribeAsync(options.Build(), token), "the subscription", AnswerTimeout, cancellationToken);
        var refused = answer.Items.Where(item => item.ResultCode > MqttClientSubscribeResultCode.GrantedQoS2).ToList();
        if (refused.Count == 0)
            return;
        var words = $"{BrokerWords.Name(_broker)} does not let this client listen to {string.Join(" and ", refused.Select(item => $"{item.TopicFilter.Topic} ({item.ResultCode})"))}: check its access list.";
        if (refused.Any(item => item.TopicFilter.Topic == filters[0]))
            throw new BrokerException(words) { IsRefusal = true };
        RefusedSubscriptions = words;
    }

    private async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> question, string what, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timeUp = new CancellationTokenSource(limit, _time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeUp.Token, Lost);
        try
        {
            return await question(any.Token);
        }
        catch (Exception exception) when (MeansLoss(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new BrokerException(Describe(exception, what, limit, timeUp.IsCancellationRequested), exception) { IsRefusal = exception.GetBaseException() is AuthenticationException };
        }
    }

    // A broker that breaks the protocol, and the library's own races with a connection that ends, end it just as well.
    private static bool MeansLoss(Exception exception) => exception
        is MqttCommunicationException or MqttProtocolViolationException or OperationCanceledException
        or ObjectDisposedException or IOException or SocketException;

    private string Describe(Exception exception, string what, TimeSpan limit, bool timeUp)
    {
        if (timeUp)
            return $"{BrokerWords.Name(_broker)} did not answer {what} within {limit.TotalSeconds:0} s.";
        if (!_up)
            return BrokerWords.Failure(_broker, exception);
        return Lost.IsCancellationRequested ? LossReason : BrokerWords.Loss(_broker, exception);
    }

    // Whatever is thrown here would stall the client, so nothing is.
    private async Task TakeInAsync(MqttApplicationMessageReceivedEventArgs arrival)
    {
        arrival.AutoAcknowledge = false;
        var message = new ReceivedMessage(arrival.ApplicationMessage.Topic, arrival.ApplicationMessage.Payload.ToArray(), arrival.AcknowledgeAsync)
        {
            ResponseTopic = arrival.ApplicationMessage.ResponseTopic,
            Correlation = arrival.ApplicationMessage.CorrelationData,
            Expiry = arrival.ApplicationMessage.MessageExpiryInterval is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null,
            IsRetained = arrival.ApplicationMessage.Retain,
            ArrivedAt = _time.GetTimestamp(),
        };
        while (await _inbox.Writer.WaitToWriteAsync(CancellationToken.None))
        {
            if (_inbox.Writer.TryWrite(message))
                return;
        }
    }

    private async Task NoteLossAsync(MqttClientDisconnectedEventArgs loss)
    {
        LossReason = BrokerWords.Loss(_broker, loss);
        try
        {
            await _lost.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // Nobody waits any more.
        }
    }
}
