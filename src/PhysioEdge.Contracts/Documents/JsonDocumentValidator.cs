using System.Reflection;
using System.Text;
using System.Text.Json;
using NJsonSchema;

namespace PhysioEdge.Contracts.Documents;

/// <summary>
/// Checks JSON documents that people write against a JSON schema (draft 7), and says everything that is wrong at once,
/// in words that name the place and what is allowed there. Descriptions in the schema are read to the person, so that
/// they should say what is expected; values that fail a pattern are not repeated, since a name may have been put there.
/// </summary>
public sealed class JsonDocumentValidator
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly JsonSchema _schema;

    private JsonDocumentValidator(JsonSchema schema) => _schema = schema;

    /// <summary>Takes the schema from an embedded resource.</summary>
    /// <exception cref="ArgumentException">There is no such resource.</exception>
    public static JsonDocumentValidator FromResource(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"{assembly.GetName().Name} has no resource '{name}'.", nameof(name));
        using var reader = new StreamReader(stream);
        return FromJson(reader.ReadToEnd());
    }

    /// <summary>Takes the schema from its text. References to other files are not followed.</summary>
    public static JsonDocumentValidator FromJson(string schema) =>
        new(JsonSchema.FromJsonAsync(schema).GetAwaiter().GetResult());

    /// <summary>Checks a document.</summary>
    /// <param name="json">The document, UTF-8, with or without a byte order mark.</param>
    /// <param name="sourceName">The file or topic it came from, as the person knows it.</param>
    /// <returns>The document, null if it is not JSON at all, and every error.</returns>
    public DocumentReading<JsonDocument> Check(ReadOnlyMemory<byte> json, string sourceName)
    {
        json = WithoutByteOrderMark(json);
        try
        {
            DecodeTexts(json.Span);
            var document = JsonDocument.Parse(json, Strict);
            return new(document, [.. ErrorsIn(json, sourceName)]);
        }
        catch (JsonException exception)
        {
            return new(null, [new(sourceName, "", NotJson(json.Span, exception))]);
        }
        catch (InvalidOperationException)
        {
            return new(null, [new(sourceName, "", "has a text that is not valid Unicode; save the file as UTF-8")]);
        }
    }

    // The parser takes texts as they are; that half a surrogate pair or a stray byte is no letter shows only on decoding.
    private static void DecodeTexts(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                _ = reader.GetString();
        }
    }

    private IEnumerable<DocumentError> ErrorsIn(ReadOnlyMemory<byte> json, string sourceName) =>
        _schema.Validate(Encoding.UTF8.GetString(json.Span))
            .SelectMany(SchemaFaults.Leaves)
            .Where(SchemaFaults.IsWorthSaying)
            .OrderBy(error => error.LineNumber).ThenBy(error => error.LinePosition)
            .Select(error => new DocumentError(sourceName, SchemaFaults.PathOf(error), SchemaFaults.Describe(error)))
            .Distinct();

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> json) =>
        json.Span.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;

    private static string NotJson(ReadOnlySpan<byte> json, JsonException exception)
    {
        if (json.Trim(" \t\r\n"u8).IsEmpty)
            return "the file is empty";
        return exception is { LineNumber: { } line, BytePositionInLine: { } column }
            ? $"not JSON: line {line + 1}, column {column + 1}: {FirstSentence(exception.Message)}"
            : $"not JSON: {FirstSentence(exception.Message)}";
    }

    // The rest of the message repeats line and column, counted from 0.
    private static string FirstSentence(string message) =>
        message.IndexOf(". ", StringComparison.Ordinal) is var end and > 0 ? message[..end] : message;
}
