using System.Diagnostics.CodeAnalysis;

namespace PhysioEdge.Contracts.Events;

/// <summary>Reads receipts that came in by MQTT. Anyone may have sent them, so nothing here throws.</summary>
public static class ReceiptReader
{
    /// <summary>The largest receipt that is looked at, in bytes.</summary>
    public const int MaxPayloadBytes = 64 * 1024;

    /// <summary>Reads a receipt.</summary>
    /// <param name="payload">Its bytes.</param>
    /// <param name="receipt">The receipt; null if it is not one.</param>
    /// <param name="reason">What is wrong with it; null if nothing is.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> payload,
        [NotNullWhen(true)] out Receipt? receipt,
        [NotNullWhen(false)] out string? reason)
    {
        receipt = null;
        if (payload.Length > MaxPayloadBytes)
            reason = $"{payload.Length} bytes; {MaxPayloadBytes} are allowed";
        else if (WireReader.TryRead<Receipt>(payload, out var read, out reason) && (reason = FaultOf(read)) is null)
            receipt = read;
        return receipt is not null;
    }

    // Nullable annotations are not kept for list items, so a null among them has to be looked for.
    private static string? FaultOf(Receipt receipt)
    {
        if (receipt.Stored.Count == 0)
            return "stored is empty";
        return receipt.Stored.Any(revision => revision is not { Id.Length: > 0, Rev: >= 1 })
            ? "an entry of stored has no id, or a rev below 1"
            : null;
    }
}
