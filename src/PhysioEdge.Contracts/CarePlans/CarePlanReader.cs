using System.Text;
using System.Text.Json;
using PhysioEdge.Contracts.Documents;

namespace PhysioEdge.Contracts.CarePlans;

/// <summary>Reads care plans and says everything that is wrong with one at once.</summary>
public static class CarePlanReader
{
    /// <summary>The resource that holds the schema; in the repository it is <c>device-config/schema/careplan.schema.json</c>.</summary>
    public const string SchemaResource = "careplan.schema.json";

    private static readonly JsonDocumentValidator Validator =
        JsonDocumentValidator.FromResource(typeof(CarePlanReader).Assembly, SchemaResource);

    /// <summary>Reads a care plan from its text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="sourceName">The file or topic it came from, as the person knows it.</param>
    public static DocumentReading<CarePlan> Read(string json, string sourceName) =>
        Read(Encoding.UTF8.GetBytes(json), sourceName);

    /// <summary>Reads a care plan from its bytes, UTF-8.</summary>
    /// <param name="json">The bytes.</param>
    /// <param name="sourceName">The file or topic it came from, as the person knows it.</param>
    public static DocumentReading<CarePlan> Read(ReadOnlyMemory<byte> json, string sourceName)
    {
        var (document, errors) = Validator.Check(json, sourceName);
        using (document)
        {
            if (document is null)
                return new(null, errors);

            IReadOnlyList<DocumentError> all = [.. errors, .. CarePlanRules.ErrorsIn(document.RootElement, sourceName)];
            return all.Count > 0
                ? new(null, all)
                : new(document.RootElement.Deserialize<CarePlan>(ContractsJson.Wire), all);
        }
    }
}
