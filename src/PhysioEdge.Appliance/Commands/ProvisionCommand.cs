using System.CommandLine;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Publishing.Identity;

namespace PhysioEdge.Appliance.Commands;

/// <summary><c>provision</c>: the box's key, the request for its certificate, and the certificate.</summary>
internal static class ProvisionCommand
{
    public static Command Create()
    {
        var config = new Option<string>("--config") { Description = "the folder with box.json, which names broker.key_file and broker.certificate_file", Required = true };
        var request = new Option<string?>("--request") { Description = "where the request goes; beside the certificate if not given" };
        var install = new Option<string?>("--install") { Description = "a certificate that came back for the request, PEM: it is checked and put in its place" };
        var command = new Command("provision", "Make the box's key, which never leaves it, and a request for its certificate; or install that certificate.") { config, request, install };
        command.Does((parsed, _) =>
        {
            var folder = parsed.GetValue(config)!;
            var box = BoxConfigurationReader.Read(folder);
            if (box.Broker.Identity is not { CertificateFile: { } certificate, KeyFile: { } key })
                throw new InputException($"{Path.Combine(folder, BoxConfigurationReader.FileName)} names no broker.certificate_file and broker.key_file: say where they belong, such as identity/box.pem and identity/box.key.");
            if (parsed.GetValue(install) is { } given)
                Install(given, box);
            else
                Request(box, key, parsed.GetValue(request) ?? Path.ChangeExtension(certificate, ".csr"));
            return Task.FromResult(CommandLine.Done);
        });
        return command;
    }

    private static void Request(BoxConfiguration box, string key, string request)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(key)!);
        var isNew = Provisioning.Request(box.Edge, box.Site, key, request);
        Console.WriteLine($"{(isNew ? "Made" : "Kept")} the key {key}. It stays on this box.");
        Console.WriteLine($"Wrote the request {request} for {box.Edge}. Have it signed as a client certificate, then: physioedge provision --config … --install CERTIFICATE");
    }

    private static void Install(string certificate, BoxConfiguration box)
    {
        var expires = Provisioning.Install(certificate, box.Edge, box.Broker.Identity, TimeProvider.System.GetUtcNow());
        Console.WriteLine($"Installed {box.Broker.Identity.CertificateFile}, valid until {expires:yyyy-MM-dd}. A running service takes it up within a minute.");
    }
}
