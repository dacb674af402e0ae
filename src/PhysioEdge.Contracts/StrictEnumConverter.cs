using System.Text.Json.Serialization;

namespace PhysioEdge.Contracts;

/// <summary>Enums travel as their names; a number in their place is an error.</summary>
internal sealed class StrictEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(namingPolicy: null, allowIntegerValues: false)
    where TEnum : struct, Enum;
