using System.Buffers.Binary;
using System.Security.Cryptography;

namespace PhysioEdge.Storage.Backups;

/// <summary>
/// A file that only who has the key can read, or change unnoticed: pieces of 64 KiB, each sealed with AES-256-GCM under a key of this
/// file alone (HKDF, RFC 5869), numbered, and the last one marked, so that none can be left out, moved or cut off.
/// </summary>
internal static class SealedFile
{
    private const int PieceBytes = 64 * 1024;
    private const int TagBytes = 16;
    private const int NonceBytes = 12;
    private const int SaltBytes = 32;

    private static ReadOnlySpan<byte> Mark => "PhysioEdge sealed 1\n"u8;

    /// <summary>Seals all that comes.</summary>
    public static void Seal(Stream plain, Stream sealedTo, byte[] key)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        sealedTo.Write(Mark);
        sealedTo.Write(salt);
        using var cipher = new AesGcm(KeyOf(key, salt), TagBytes);
        var (piece, next) = (new byte[PieceBytes], new byte[PieceBytes]);
        var count = plain.ReadAtLeast(piece, PieceBytes, throwOnEndOfStream: false);
        for (var number = 0u; ; number++)
        {
            var following = count == PieceBytes ? plain.ReadAtLeast(next, PieceBytes, throwOnEndOfStream: false) : 0;
            var isLast = following == 0;
            var (tag, cipherText) = (new byte[TagBytes], new byte[count]);
            cipher.Encrypt(Nonce(number, isLast), piece.AsSpan(0, count), cipherText, tag);
            sealedTo.Write(cipherText);
            sealedTo.Write(tag);
            if (isLast)
                return;
            (piece, next, count) = (next, piece, following);
        }
    }

    /// <summary>Opens it; what comes out is as it was sealed, or the end of it throws.</summary>
    /// <exception cref="CryptographicException">It is no such file, the key is another, or it was changed.</exception>
    public static void Open(Stream sealedFrom, Stream plain, byte[] key)
    {
        Span<byte> head = stackalloc byte[Mark.Length + SaltBytes];
        if (sealedFrom.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head[..Mark.Length].SequenceEqual(Mark))
            throw new CryptographicException("It is not sealed by PhysioEdge.");
        using var cipher = new AesGcm(KeyOf(key, head[Mark.Length..].ToArray()), TagBytes);
        var (piece, next) = (new byte[PieceBytes + TagBytes], new byte[PieceBytes + TagBytes]);
        var count = sealedFrom.ReadAtLeast(piece, piece.Length, throwOnEndOfStream: false);
        for (var number = 0u; ; number++)
        {
            var following = count == piece.Length ? sealedFrom.ReadAtLeast(next, next.Length, throwOnEndOfStream: false) : 0;
            var isLast = following == 0;
            if (count < TagBytes)
                throw new CryptographicException("It was cut off.");
            var opened = new byte[count - TagBytes];
            cipher.Decrypt(Nonce(number, isLast), piece.AsSpan(0, opened.Length), piece.AsSpan(opened.Length, TagBytes), opened);
            plain.Write(opened);
            if (isLast)
                return;
            (piece, next, count) = (next, piece, following);
        }
    }

    private static byte[] KeyOf(byte[] key, byte[] salt) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, salt, Mark.ToArray());

    private static byte[] Nonce(uint number, bool isLast)
    {
        var nonce = new byte[NonceBytes];
        BinaryPrimitives.WriteUInt32BigEndian(nonce, number);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }
}
