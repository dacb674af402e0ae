using System.Diagnostics;
using PhysioEdge.Storage.Outbox;

namespace PhysioEdge.Publishing.Outbox;

/// <summary>The way of a message to the broker, as a trace: which row, of what kind, how often. Nothing of its content.</summary>
public static class PublishTrace
{
    /// <summary>The name by which an exporter finds it.</summary>
    public const string SourceName = "PhysioEdge.Publishing";

    private static readonly ActivitySource Source = new(SourceName);

    internal static Activity? Start(OutboxRow row) => Source.StartActivity("event publish", ActivityKind.Producer)?
        .SetTag("messaging.system", "mqtt")
        .SetTag("messaging.operation.name", "publish")
        .SetTag("event.seq", row.Seq)
        .SetTag("event.type", row.Type)
        .SetTag("event.again", row.SentBefore);
}
