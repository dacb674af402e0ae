using PhysioEdge.Storage.Secrets;

namespace PhysioEdge.Publishing.Identity;

/// <summary>Where the box's certificate and key are, and whom it trusts.</summary>
/// <param name="CertificateFile">The certificate, PEM; its CN is the name of the box. More certificates in it lead to the authority.</param>
/// <param name="KeyFile">Its private key, PEM: a file that nobody else may read, or a credential.</param>
/// <param name="AuthorityFile">The certificates of the authorities that a broker's may come from, PEM; null for those of the system.</param>
public sealed record IdentityFiles(string? CertificateFile, string? KeyFile, string? AuthorityFile)
{
    /// <summary>What changes when one of the files is replaced.</summary>
    internal (DateTime? Certificate, DateTime? Key, DateTime? Authority) Stamp() => (ChangedAt(CertificateFile), ChangedAt(KeyFile), ChangedAt(AuthorityFile));

    private static DateTime? ChangedAt(string? file) => file is null ? null : SecretFile.ChangedAt(file);
}
