using System.Text.Json;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Contracts.Documents;
using PhysioEdge.Wearables.Codecs.Uart;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Appliance.Configuration;

/// <summary>The makes of insole that a box knows, one file each.</summary>
internal static class InsoleProfileFiles
{
    private const double StandardGravity = 9.80665;
    private const double DegreesPerRadian = 180 / Math.PI;

    private static readonly JsonDocumentValidator Validator =
        JsonDocumentValidator.FromResource(typeof(InsoleProfileFiles).Assembly, "insole.schema.json");

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <exception cref="ConfigurationException">It describes no insole; the message has all errors.</exception>
    public static InsoleProfile Read(string path)
    {
        var errors = new List<DocumentError>();
        return Read(path, errors) ?? throw new ConfigurationException(errors);
    }

    /// <summary>The profile of each make by its name; what is wrong with any file goes to the errors.</summary>
    public static IReadOnlyDictionary<string, InsoleProfile> ReadFolder(string folder, List<DocumentError> errors)
    {
        var profiles = new Dictionary<string, InsoleProfile>();
        if (!Directory.Exists(folder))
            return profiles;
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (Read(path, errors) is { } profile && !profiles.TryAdd(profile.Name, profile))
                errors.Add(new DocumentError(path, "name", $"{profile.Name} is the name of another file in this folder; give each make a name of its own"));
        }

        return profiles;
    }

    /// <summary>The profile that the program carries for the simulated patient.</summary>
    public static InsoleProfile ReadSimulated()
    {
        using var resource = typeof(InsoleProfileFiles).Assembly.GetManifestResourceStream("sixteen-cell.json")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        var errors = new List<DocumentError>();
        return Read(bytes.ToArray(), "sixteen-cell.json", errors) ?? throw new ConfigurationException(errors);
    }

    private static InsoleProfile? Read(string path, List<DocumentError> errors)
        => ConfigurationFile.ReadBytes(path, path, errors) is { } bytes ? Read(bytes, path, errors) : null;

    private static InsoleProfile? Read(ReadOnlyMemory<byte> bytes, string path, List<DocumentError> errors)
    {
        var (json, found) = Validator.Check(bytes, path);
        using (json)
        {
            errors.AddRange(found);
            if (found.Count > 0)
                return null;
            var document = json!.RootElement.Deserialize<InsoleDocument>(Json)!;
            var before = errors.Count;
            errors.AddRange(InsoleRules.ErrorsIn(document, path));
            return errors.Count == before ? Complete(document) : null;
        }
    }

    private static InsoleProfile Complete(InsoleDocument document) => new()
    {
        Name = document.Name,
        Service = document.Service,
        Characteristic = document.Characteristic,
        IsUart = document.Packet.Transport == "uart",
        Packet = new PacketShape(document.Packet.Bytes, Marker(document.Packet.StartMarker), Marker(document.Packet.EndMarker)),
        IsBigEndian = document.Endianness == "big",
        Samples = new SamplePlaces(document.Samples.Count, document.Samples.Offset, document.Samples.Stride, document.Samples.Order == "newest-first"),
        RateHz = document.RateHz,
        Counter = new CounterField(document.Counter.Offset, TypeOf(document.Counter.Type), Enum.Parse<CounterUnit>(document.Counter.Unit, ignoreCase: true)),
        Checksum = document.Checksum is { } checksum ? Checksum(checksum) : null,
        Pressure = Field(document.Fields.Pressure),
        IsPressureInNewtons = document.Fields.Pressure.Unit == "N",
        Acceleration = document.Fields.Acceleration is { } acceleration ? Field(acceleration) : null,
        AngularRate = document.Fields.AngularRate is { } rate ? Field(rate) : null,
        Sizes = document.Sizes.ToDictionary(
            size => size.Key,
            IReadOnlyList<InsoleCell> (size) => [.. size.Value.Select(cell => new InsoleCell(cell.AreaCm2, cell.X, cell.Y))]),
    };

    internal static WireType TypeOf(string type) => Enum.Parse<WireType>(type, ignoreCase: true);

    internal static ChecksumKind ChecksumKindOf(string type) => type switch
    {
        "sum8" => ChecksumKind.Sum8,
        "xor8" => ChecksumKind.Xor8,
        _ => ChecksumKind.Crc16Ccitt,
    };

    private static PacketChecksum Checksum(InsoleChecksumDocument checksum)
    {
        var kind = ChecksumKindOf(checksum.Type);
        return new PacketChecksum(checksum.Offset, kind, checksum.From, (ushort)(checksum.Init ?? (kind == ChecksumKind.Crc16Ccitt ? ushort.MaxValue : 0)));
    }

    internal static byte[] Marker(string? hex) => Convert.FromHexString(hex ?? "");

    private static InsoleField Field(InsoleFieldDocument field)
        => new(field.Offset, TypeOf(field.Type), field.Count, field.Scale * UnitsIn(field.Unit), field.Zero);

    private static double UnitsIn(string unit) => unit switch
    {
        "g" => StandardGravity,
        "rad/s" => DegreesPerRadian,
        _ => 1,
    };
}
