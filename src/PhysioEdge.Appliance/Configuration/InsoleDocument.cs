using System.Text.Json.Serialization;

namespace PhysioEdge.Appliance.Configuration;

/// <summary>A file of <c>insoles/</c> as it is written; null is not given.</summary>
internal sealed record InsoleDocument
{
    public required string Name { get; init; }

    public required Guid Service { get; init; }

    public required Guid Characteristic { get; init; }

    public required string Endianness { get; init; }

    public required InsolePacketDocument Packet { get; init; }

    public required InsoleSamplesDocument Samples { get; init; }

    public required double RateHz { get; init; }

    public required InsoleCounterDocument Counter { get; init; }

    public InsoleChecksumDocument? Checksum { get; init; }

    public required InsoleFieldsDocument Fields { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<InsoleCellDocument>> Sizes { get; init; }
}

internal sealed record InsolePacketDocument(string Transport, int Bytes, string? StartMarker, string? EndMarker);

internal sealed record InsoleSamplesDocument(int Count, int Offset, int Stride, string? Order);

internal sealed record InsoleCounterDocument(int Offset, string Type, string Unit);

/// <summary>Without a beginning it is what the kind is mostly used with: all ones for a CRC, else 0.</summary>
internal sealed record InsoleChecksumDocument(int Offset, string Type, int? Init, int From = 0);

internal sealed record InsoleFieldsDocument(InsoleFieldDocument Pressure, InsoleFieldDocument? Acceleration, InsoleFieldDocument? AngularRate);

/// <summary>Numbers of a sample; without a count they are three axes.</summary>
internal sealed record InsoleFieldDocument(int Offset, string Type, double Scale, double Zero, string Unit, int Count = 3);

internal sealed record InsoleCellDocument(int Cell, [property: JsonPropertyName("area_cm2")] double AreaCm2, double X, double Y);
