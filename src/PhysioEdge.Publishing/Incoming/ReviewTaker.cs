using Microsoft.Extensions.Logging;
using PhysioEdge.Contracts.Reviews;
using PhysioEdge.Publishing.Links;
using PhysioEdge.Publishing.Outbox;
using PhysioEdge.Storage;
using PhysioEdge.Storage.Outbox;

namespace PhysioEdge.Publishing.Incoming;

/// <summary>Takes therapists' verdicts and keeps them. They may be anything: twice, late, out of order, of unknown events, or no verdicts at all.</summary>
internal sealed partial class ReviewTaker(EdgeStore store, LiveStatus<PublisherStatus> status, TimeProvider time, ILogger logger)
{
    private readonly Backoff _backoff = new(Random.Shared);

    /// <summary>Returns when the verdict is kept or is none; while the store refuses it is tried again.</summary>
    public async Task TakeAsync(byte[] payload, CancellationToken cancellationToken)
    {
        if (!ReviewReader.TryRead(payload, out var review, out var reason))
        {
            LogMalformed(reason);
            status.Update(now => now with { MalformedReviews = now.MalformedReviews + 1 });
            return;
        }

        while (!TryKeep(review))
            await Task.Delay(_backoff.Next(), time, cancellationToken);
        _backoff.Reset();
    }

    private bool TryKeep(Review review)
    {
        try
        {
            var outcome = store.Keep(review);
            status.Update(now => outcome switch
            {
                ReviewOutcome.Kept => now with { Reviews = now.Reviews + 1 },
                ReviewOutcome.Unknown => now with { UnneededReviews = now.UnneededReviews + 1, LastError = "A verdict came on an event that this box has not stored." },
                _ => now with { UnneededReviews = now.UnneededReviews + 1 },
            });
            return true;
        }
        catch (StoreException exception)
        {
            LogNotKept(exception.Message);
            status.Update(now => now with { LastError = exception.Message });
            return false;
        }
    }

    [LoggerMessage(EventId = 3211, Level = LogLevel.Warning, Message = "A message on the review topic is no verdict: {Reason}.")]
    private partial void LogMalformed(string reason);

    [LoggerMessage(EventId = 3212, Level = LogLevel.Error, Message = "A verdict could not be kept, and is tried again: {Reason}")]
    private partial void LogNotKept(string reason);
}
