using System.Globalization;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace PhysioEdge.Contracts.Documents;

/// <summary>What the schema library found, in words.</summary>
internal static class SchemaFaults
{
    /// <summary>The errors behind an error: the library wraps those inside list items, references and properties of any name.</summary>
    public static IEnumerable<ValidationError> Leaves(ValidationError error) =>
        error is ChildSchemaValidationError { Kind: ValidationErrorKind.ArrayItemNotValid or ValidationErrorKind.AdditionalPropertiesNotValid } parent
            ? parent.Errors.SelectMany(pair => pair.Value).SelectMany(Leaves)
            : [error];

    /// <summary>Of a value of the wrong type only that is said, not all that follows from it.</summary>
    public static bool IsWorthSaying(ValidationError error) => error.Kind switch
    {
        ValidationErrorKind.PropertyRequired => error.Token is JObject,
        ValidationErrorKind.NotInEnumeration => error.Token is JValue { Type: JTokenType.String } || error.Schema?.Type is not JsonObjectType.String,
        _ => true,
    };

    /// <summary>The place as a person would write it: <c>exercises[0].sets</c>.</summary>
    public static string PathOf(ValidationError error) => (error.Path ?? "").TrimStart('#', '/');

    public static string Describe(ValidationError error) => error.Kind switch
    {
        ValidationErrorKind.PropertyRequired => $"is missing; expected {Missing(error)}",
        ValidationErrorKind.NoAdditionalPropertiesAllowed => Unknown(error),
        ValidationErrorKind.NotInEnumeration => $"{Shown(error.Token)} is not known;{Closest(error.Token?.ToString(), Choices(error.Schema))} allowed: {string.Join(", ", Choices(error.Schema))}",
        ValidationErrorKind.NumberTooSmall when error.Schema.ExclusiveMinimum is { } bound => $"{Shown(error.Token)} must be above {Shown(bound)}",
        ValidationErrorKind.NumberTooSmall => $"{Shown(error.Token)} is below the minimum of {Shown(error.Schema.Minimum)}",
        ValidationErrorKind.NumberTooBig when error.Schema.ExclusiveMaximum is { } bound => $"{Shown(error.Token)} must be below {Shown(bound)}",
        ValidationErrorKind.NumberTooBig => $"{Shown(error.Token)} is above the maximum of {Shown(error.Schema.Maximum)}",
        ValidationErrorKind.TooFewItems => $"has too few entries; at least {error.Schema.MinItems} expected",
        ValidationErrorKind.TooManyItems => $"has too many entries; at most {error.Schema.MaxItems} allowed",
        ValidationErrorKind.ItemsNotUnique => "has the same entry twice",
        ValidationErrorKind.StringTooShort => $"is too short; at least {error.Schema.MinLength} letters expected",
        ValidationErrorKind.StringTooLong => $"is too long; at most {error.Schema.MaxLength} letters allowed",
        ValidationErrorKind.PatternMismatch => $"has the wrong form; expected {error.Schema.Description ?? error.Schema.Pattern}",
        ValidationErrorKind.IntegerExpected when error.Token is JValue { Type: JTokenType.Float } => $"{Shown(error.Token)} is not a whole number; expected {Expected(error.Schema)}",
        ValidationErrorKind.StringExpected or ValidationErrorKind.NumberExpected or ValidationErrorKind.IntegerExpected
            or ValidationErrorKind.BooleanExpected or ValidationErrorKind.ObjectExpected or ValidationErrorKind.ArrayExpected
            => $"{KindOf(error.Token)} is of the wrong type; expected {Expected(error.Schema)}",
        _ => $"is not allowed here ({error.Kind}); expected {error.Schema.Description ?? Expected(error.Schema)}",
    };

    private static string Missing(ValidationError error) =>
        error.Schema.Properties.TryGetValue(error.Property ?? "", out var property)
            ? $"{Expected(property)}{(property.Description is { } description ? $" ({description})" : "")}"
            : "a value";

    private static string Unknown(ValidationError error)
    {
        var known = error.Schema.ActualSchema.Properties.Keys.Where(name => name[0] != '$').ToList();
        return $"is not known;{Closest(error.Property, known)} allowed: {string.Join(", ", known)}";
    }

    private static string Closest(string? written, IEnumerable<string> known) =>
        written is not null && Spelling.Closest(written, known) is { } closest ? $" did you mean '{closest}'?" : "";

    private static IEnumerable<string> Choices(JsonSchema schema) => schema.ActualSchema.Enumeration.Select(value => $"{value}");

    private static string Expected(JsonSchema schema)
    {
        schema = schema.ActualSchema;
        if (schema.Enumeration.Count > 0)
            return $"one of {string.Join(", ", Choices(schema))}";
        return schema.Type switch
        {
            JsonObjectType.Integer => $"a whole number{Range(schema)}",
            JsonObjectType.Number => $"a number{Range(schema)}",
            JsonObjectType.String => "a text",
            JsonObjectType.Boolean => "true or false",
            JsonObjectType.Array => "a list [ … ]",
            JsonObjectType.Object => "an object { … }",
            _ => "another value",
        };
    }

    private static string Range(JsonSchema schema) => (schema.Minimum, schema.Maximum) switch
    {
        ({ } minimum, { } maximum) => $" from {Shown(minimum)} to {Shown(maximum)}",
        ({ } minimum, null) => $", at least {Shown(minimum)}",
        (null, { } maximum) => $", at most {Shown(maximum)}",
        _ => "",
    };

    private static string KindOf(JToken? token) => token?.Type switch
    {
        JTokenType.Object => "an object { … }",
        JTokenType.Array => "a list [ … ]",
        JTokenType.String => "a text",
        JTokenType.Null or null => "null",
        _ => Shown(token),
    };

    private static string Shown(decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";

    private static string Shown(JToken? token) => token is JValue value
        ? value.Type switch
        {
            JTokenType.String => $"'{value.Value}'",
            JTokenType.Boolean => value.Value is true ? "true" : "false",
            _ => Convert.ToString(value.Value, CultureInfo.InvariantCulture) ?? "null",
        }
        : KindOf(token);
}
