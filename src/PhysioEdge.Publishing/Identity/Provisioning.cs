using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PhysioEdge.Publishing.Broker;
using PhysioEdge.Storage.Secrets;

namespace PhysioEdge.Publishing.Identity;

/// <summary>
/// Gives the box its identity: a key that is made here and never leaves, a request for a certificate that may go anywhere, and the
/// certificate that comes back.
/// </summary>
public static class Provisioning
{
    /// <summary>Makes the request, and the key if there is none yet.</summary>
    /// <param name="edge">The name of the box, the CN of its certificate.</param>
    /// <param name="site">The clinic or home, the organisation in it.</param>
    /// <param name="keyFile">Where the key is or goes.</param>
    /// <param name="requestFile">Where the request goes, PEM (PKCS #10).</param>
    /// <returns>True if a new key was made.</returns>
    /// <exception cref="BrokerException">The key cannot be read or written.</exception>
    public static bool Request(string edge, string site, string keyFile, string requestFile)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var isNew = !File.Exists(keyFile);
        try
        {
            if (isNew)
                SecretFile.Write(keyFile, key.ExportPkcs8PrivateKeyPem());
            else
                key.ImportFromPem(Encoding.ASCII.GetString(SecretFile.ReadBytes(keyFile, "broker.key_file")));
        }
        catch (Exception exception) when (exception is SecretException or ArgumentException or CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new BrokerException($"The key {keyFile} (broker.key_file) cannot be used: {exception.Message} A certificate needs an EC key on P-256; move this file away to have a new one made.", exception);
        }

        var name = new X500DistinguishedNameBuilder();
        name.AddOrganizationName(site);
        name.AddCommonName(edge);
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ClientAuthentication)], critical: false));
        File.WriteAllText(requestFile, request.CreateSigningRequestPem());
        return isNew;
    }

    /// <summary>Checks a certificate and puts it in its place in one go, from where a running service takes it up.</summary>
    /// <param name="certificate">The certificate that came back, PEM.</param>
    /// <param name="edge">The name of the box.</param>
    /// <param name="files">Where key and certificate belong.</param>
    /// <param name="now">The time.</param>
    /// <returns>When it expires.</returns>
    /// <exception cref="BrokerException">It is not one for this box, its key and this time; nothing was changed.</exception>
    public static DateTimeOffset Install(string certificate, string edge, IdentityFiles files, DateTimeOffset now)
    {
        using var identity = BoxIdentity.Load(files with { CertificateFile = certificate }, edge, now);
        var beside = files.CertificateFile + ".new";
        try
        {
            File.Copy(certificate, beside, overwrite: true);
            File.Move(beside, files.CertificateFile!, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BrokerException($"{files.CertificateFile} (broker.certificate_file) cannot be written: {exception.Message}", exception);
        }

        return identity.Certificate!.NotAfter;
    }

    /// <summary>id-kp-clientAuth, RFC 5280, 4.2.1.12.</summary>
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
}
