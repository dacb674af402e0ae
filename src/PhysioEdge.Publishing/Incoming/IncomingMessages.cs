using PhysioEdge.Contracts;
using PhysioEdge.Publishing.Broker;
using PhysioEdge.Publishing.Commands;
using PhysioEdge.Publishing.Links;

namespace PhysioEdge.Publishing.Incoming;

/// <summary>Hands each message to whom it is for, and acknowledges it then: what could not be kept comes again.</summary>
internal sealed class IncomingMessages(Topics topics, ReceiptTaker receipts, ReviewTaker reviews, CommandTaker commands)
{
    /// <summary>Gets the filters to subscribe to, the most important first.</summary>
    public IReadOnlyList<string> Subscriptions { get; } = [topics.Receipt, topics.Review, topics.EveryCommand];

    /// <summary>Takes messages for as long as the connection lasts.</summary>
    /// <exception cref="BrokerException">The connection was lost.</exception>
    public async Task RunAsync(BrokerConnection connection, CancellationToken cancellationToken)
    {
        await foreach (var message in connection.Inbox.ReadAllAsync(cancellationToken))
        {
            if (message.Topic == topics.Receipt)
                receipts.Take(message.Payload);
            else if (message.Topic == topics.Review)
                await reviews.TakeAsync(message.Payload, cancellationToken);
            else
                commands.Take(message);
            await connection.AcknowledgeAsync(message, cancellationToken);
        }
    }
}
