namespace PhysioEdge.Wearables.Codecs.Uart;

/// <summary>Cuts what is written over a Nordic UART service into pieces that fit one GATT value.</summary>
public static class UartPieces
{
    /// <summary>The bytes of a GATT value that are not payload: opcode and handle.</summary>
    private const int Overhead = 3;

    /// <summary>The smallest MTU that Bluetooth allows.</summary>
    private const int SmallestMtu = 23;

    /// <summary>The pieces of a message, in order, none longer than the MTU less 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The MTU is below 23.</exception>
    public static IEnumerable<ReadOnlyMemory<byte>> Of(ReadOnlyMemory<byte> message, int mtu)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mtu, SmallestMtu);
        return Cut(message, mtu - Overhead);
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Cut(ReadOnlyMemory<byte> message, int longest)
    {
        for (var at = 0; at < message.Length; at += longest)
            yield return message[at..Math.Min(at + longest, message.Length)];
    }
}
