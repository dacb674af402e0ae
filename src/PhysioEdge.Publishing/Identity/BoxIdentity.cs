using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PhysioEdge.Publishing.Broker;
using PhysioEdge.Storage.Secrets;

namespace PhysioEdge.Publishing.Identity;

/// <summary>By what the box is known at the broker, and by what it knows the broker: the certificates in the files as they are now.</summary>
internal sealed class BoxIdentity : IDisposable
{
    private BoxIdentity(X509Certificate2? certificate, X509Certificate2Collection chain, X509Certificate2Collection? authorities)
        => (Certificate, Chain, Authorities) = (certificate, chain, authorities);

    /// <summary>Gets the box's own certificate with its key; null when it has none.</summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>Gets the certificates between it and its authority.</summary>
    public X509Certificate2Collection Chain { get; }

    /// <summary>Gets whom it trusts; null for those that the system does.</summary>
    public X509Certificate2Collection? Authorities { get; }

    /// <summary>Reads the files.</summary>
    /// <param name="files">Which ones.</param>
    /// <param name="edge">The name that the certificate has to bear.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="BrokerException">A file is missing, or they do not belong together, to this box or to this time.</exception>
    public static BoxIdentity Load(IdentityFiles files, string edge, DateTimeOffset now)
    {
        var authorities = files.AuthorityFile is { } authority ? ReadPem(authority, "broker.authority_file") : null;
        if (files.CertificateFile is null)
            return new BoxIdentity(null, [], authorities);
        var chain = ReadPem(files.CertificateFile, "broker.certificate_file");
        var own = chain[0];
        chain.RemoveAt(0);
        if (CommonNameOf(own) != edge)
            throw new BrokerException($"The certificate {files.CertificateFile} (broker.certificate_file) is that of '{CommonNameOf(own)}', and this box is '{edge}': use this box's own, or set edge.") { IsRefusal = true };
        if (now > own.NotAfter || now < own.NotBefore)
            throw new BrokerException($"The certificate {files.CertificateFile} (broker.certificate_file) is valid from {own.NotBefore:yyyy-MM-dd} to {own.NotAfter:yyyy-MM-dd}, and it is {now:yyyy-MM-dd}: renew it, or set the clock.") { IsRefusal = true };
        return new BoxIdentity(WithKey(own, files), chain, authorities);
    }

    public void Dispose()
    {
        Certificate?.Dispose();
        foreach (var certificate in Chain.Concat(Authorities ?? []))
            certificate.Dispose();
    }

    private static string CommonNameOf(X509Certificate2 certificate) => certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    private static X509Certificate2 WithKey(X509Certificate2 certificate, IdentityFiles files)
    {
        var key = Encoding.ASCII.GetString(Secret(() => SecretFile.ReadBytes(files.KeyFile!, "broker.key_file")));
        try
        {
            using (certificate)
                return X509Certificate2.CreateFromPem(certificate.ExportCertificatePem(), key);
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            throw new BrokerException($"The key {files.KeyFile} (broker.key_file) is none, or not that of the certificate {files.CertificateFile}.", exception) { IsRefusal = true };
        }
    }

    private static X509Certificate2Collection ReadPem(string file, string field)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPemFile(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new BrokerException($"{file} ({field}) cannot be read as certificates (PEM): {exception.Message}", exception);
        }

        return certificates.Count > 0 ? certificates : throw new BrokerException($"{file} ({field}) has no certificate (PEM) in it.");
    }

    private static T Secret<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SecretException exception)
        {
            throw new BrokerException(exception.Message, exception);
        }
    }
}
