using System.Diagnostics.CodeAnalysis;

namespace PhysioEdge.Contracts.Reviews;

/// <summary>Reads verdicts that came in by MQTT. Anyone may have sent them, so nothing here throws.</summary>
public static class ReviewReader
{
    /// <summary>The largest verdict that is looked at, in bytes.</summary>
    public const int MaxPayloadBytes = 4 * 1024;

    private const int LongestId = 64;

    /// <summary>Reads a verdict.</summary>
    /// <param name="payload">Its bytes.</param>
    /// <param name="review">The verdict; null if it is not one.</param>
    /// <param name="reason">What is wrong with it; null if nothing is.</param>
    public static bool TryRead(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out Review? review, [NotNullWhen(false)] out string? reason)
    {
        review = null;
        if (payload.Length > MaxPayloadBytes)
            reason = $"{payload.Length} bytes; {MaxPayloadBytes} are allowed";
        else if (WireReader.TryRead<Review>(payload, out var read, out reason) && (reason = FaultOf(read)) is null)
            review = read;
        return review is not null;
    }

    private static string? FaultOf(Review review) => review switch
    {
        _ when !IsId(review.Id) => "id is no identifier",
        _ when !IsId(review.Event) => "event is no identifier",
        { Rev: < 1 } => "rev is below 1",
        _ => null,
    };

    private static bool IsId(string text) => text.Length is > 0 and <= LongestId && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
