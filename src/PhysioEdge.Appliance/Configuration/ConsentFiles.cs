using System.Text.Json;
using PhysioEdge.Contracts.Documents;

namespace PhysioEdge.Appliance.Configuration;

/// <summary>The consents of a box's patients, one file each.</summary>
internal static class ConsentFiles
{
    public const string Folder = "consents";

    private static readonly JsonDocumentValidator Validator =
        JsonDocumentValidator.FromResource(typeof(ConsentFiles).Assembly, "consent.schema.json");

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>What holds of each patient's consents; what is wrong with any file goes to the errors.</summary>
    public static Consents ReadFolder(string folder, List<DocumentError> errors)
    {
        var consents = new Consents();
        if (!Directory.Exists(folder))
            return consents;
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (Read(path, errors) is { } document && !consents.TryAdd(document.Patient, document.Consents.Where(c => c.WithdrawnOn is null).Select(c => c.Modality)))
                errors.Add(new DocumentError(path, "patient", $"{document.Patient} already has a file in this folder; keep one for each patient"));
        }

        return consents;
    }

    private static ConsentDocument? Read(string path, List<DocumentError> errors)
    {
        if (ConfigurationFile.ReadBytes(path, path, errors) is not { } bytes)
            return null;
        var (document, found) = Validator.Check(bytes, path);
        using (document)
        {
            errors.AddRange(found);
            return found.Count == 0 ? document!.RootElement.Deserialize<ConsentDocument>(Json) : null;
        }
    }

    private sealed record ConsentDocument(string Patient, IReadOnlyList<GivenDocument> Consents);

    private sealed record GivenDocument(string Modality, string GivenOn, string? WithdrawnOn, string? Form);
}
