using Microsoft.Extensions.Logging;
using PhysioEdge.Contracts.Events;
using PhysioEdge.Publishing.Outbox;
using PhysioEdge.Storage;
using PhysioEdge.Storage.Outbox;

namespace PhysioEdge.Publishing.Incoming;

/// <summary>Takes receipts and clears the outbox. They may be anything: twice, late, for unknown events, or no receipts at all.</summary>
internal sealed partial class ReceiptTaker(EdgeStore store, LiveStatus<PublisherStatus> status, ILogger logger)
{
    public void Take(byte[] payload)
    {
        if (ReceiptReader.TryRead(payload, out var receipt, out var reason))
        {
            Clear(receipt);
            return;
        }

        LogMalformed(reason);
        status.Update(now => now with { MalformedReceipts = now.MalformedReceipts + 1 });
    }

    // What cannot be cleared now is sent again later, and receipted again.
    private void Clear(Receipt receipt)
    {
        try
        {
            var outcome = store.Acknowledge(receipt);
            status.Update(now => now with
            {
                Receipted = now.Receipted + outcome.Cleared,
                UnneededReceipts = now.UnneededReceipts + outcome.Repeated + outcome.Unknown,
            });
        }
        catch (StoreException exception)
        {
            LogNotCleared(exception.Message);
            status.Update(now => now with { LastError = exception.Message });
        }
    }

    [LoggerMessage(EventId = 3201, Level = LogLevel.Warning, Message = "A message on the receipt topic is no receipt: {Reason}.")]
    private partial void LogMalformed(string reason);

    [LoggerMessage(EventId = 3202, Level = LogLevel.Error, Message = "A receipt could not be noted, so its events will be sent again: {Reason}")]
    private partial void LogNotCleared(string reason);
}
