namespace PhysioEdge.Wearables.Tests;

internal static class Hex
{
    /// <summary>Bytes as a specification prints them.</summary>
    public static byte[] Bytes(string text) => Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal));
}
