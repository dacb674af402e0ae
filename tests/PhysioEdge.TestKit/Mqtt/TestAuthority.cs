using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PhysioEdge.TestKit.Mqtt;

/// <summary>A certificate authority of a clinic, whose certificates are files.</summary>
public sealed class TestAuthority : IDisposable
{
    private static readonly DateTimeOffset Long = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;
    private readonly CertificateRevocationListBuilder _revoked = new();
    private int _issued;

    public TestAuthority(string name = "Test authority")
    {
        var request = new CertificateRequest($"CN={name}", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        _certificate = request.CreateSelfSigned(Long, Long.AddYears(30));
        File.WriteAllText(AuthorityFile, _certificate.ExportCertificatePem());
        Revoke();
    }

    /// <summary>Gets the file with its own certificate.</summary>
    public string AuthorityFile => _folder.File("authority.pem");

    /// <summary>Gets the file with what it has revoked.</summary>
    public string RevocationFile => _folder.File("revoked.pem");

    /// <summary>A certificate and its key, as files.</summary>
    public (string Certificate, string Key) Issue(string commonName, string? host = null, DateTimeOffset? expires = null, bool revoked = false)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={commonName}", key, HashAlgorithmName.SHA256);
        if (host is not null)
        {
            var names = new SubjectAlternativeNameBuilder();
            if (IPAddress.TryParse(host, out var address))
                names.AddIpAddress(address);
            else
                names.AddDnsName(host);
            request.CertificateExtensions.Add(names.Build());
        }

        using var certificate = Sign(request, expires);
        if (revoked)
            Revoke(certificate);
        var name = $"{commonName}-{++_issued}";
        File.WriteAllText(_folder.File($"{name}.pem"), certificate.ExportCertificatePem());
        _folder.WriteSecret($"{name}.key", key.ExportPkcs8PrivateKeyPem());
        return (_folder.File($"{name}.pem"), _folder.File($"{name}.key"));
    }

    /// <summary>Signs a request (PKCS #10, PEM), as an authority does that knows the box.</summary>
    public string Sign(string requestFile)
    {
        var request = CertificateRequest.LoadSigningRequestPem(File.ReadAllText(requestFile), HashAlgorithmName.SHA256, CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions);
        using var certificate = Sign(request, expires: null);
        var file = _folder.File($"signed-{++_issued}.pem");
        File.WriteAllText(file, certificate.ExportCertificatePem());
        return file;
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
        _folder.Dispose();
    }

    private X509Certificate2 Sign(CertificateRequest request, DateTimeOffset? expires) => request.Create(
        _certificate.SubjectName, X509SignatureGenerator.CreateForECDsa(_key), Long, expires ?? Long.AddYears(25), RandomNumberGenerator.GetBytes(8));

    private void Revoke(X509Certificate2? certificate = null)
    {
        if (certificate is not null)
            _revoked.AddEntry(certificate);
        var list = _revoked.Build(_certificate, 1, Long.AddYears(25), HashAlgorithmName.SHA256, thisUpdate: Long);
        File.WriteAllText(RevocationFile, PemEncoding.WriteString("X509 CRL", list));
    }
}
