using PhysioEdge.Contracts.Documents;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Appliance.Configuration;

/// <summary>What must hold between the fields of an insole's profile, which a schema cannot say.</summary>
internal static class InsoleRules
{
    /// <summary>What a notification carries on the links that Bluetooth 4.2 made usual: 251 bytes less the headers of L2CAP and ATT.</summary>
    private const int LongestNotification = 244;

    public static IEnumerable<DocumentError> ErrorsIn(InsoleDocument document, string source)
        => Packet(document).Concat(Checksum(document)).Concat(Fields(document)).Concat(Sizes(document)).Select(error => new DocumentError(source, error.Path, error.Message));

    private static IEnumerable<(string Path, string Message)> Packet(InsoleDocument document)
    {
        var (packet, samples) = (document.Packet, document.Samples);
        var (start, end) = (InsoleProfileFiles.Marker(packet.StartMarker).Length, packet.Bytes - InsoleProfileFiles.Marker(packet.EndMarker).Length);
        if (packet is { Transport: "uart", StartMarker: null })
            yield return ("packet.start_marker", "is missing; without it the packets of a uart stream cannot be told apart");
        if (packet is { Transport: "notification", Bytes: > LongestNotification })
            yield return ("packet.bytes", $"{packet.Bytes} bytes do not fit a notification, which carries {LongestNotification} at most; where packets are cut into several, the transport is uart");
        if (start > end)
        {
            yield return ("packet.bytes", $"{packet.Bytes} bytes do not hold the markers; give the length of the whole packet");
            yield break;
        }

        var counterEnd = document.Counter.Offset + WireNumber.SizeOf(InsoleProfileFiles.TypeOf(document.Counter.Type));
        if (document.Counter.Offset < start || counterEnd > end)
            yield return ("counter.offset", $"the counter must lie between the markers, in bytes {start} to {end - 1} of the packet");
        var samplesEnd = samples.Offset + (samples.Count * samples.Stride);
        if (samples.Offset < start || samplesEnd > end)
            yield return ("samples", $"{samples.Count} samples of {samples.Stride} bytes must lie between the markers, in bytes {start} to {end - 1} of the packet; they take {samples.Offset} to {samplesEnd - 1}");
        if (document.Counter.Offset < samplesEnd && counterEnd > samples.Offset)
            yield return ("counter.offset", "the counter lies within the samples; give the place of either anew");
    }

    private static IEnumerable<(string Path, string Message)> Checksum(InsoleDocument document)
    {
        if (document.Checksum is not { } checksum)
            yield break;
        var size = WireNumber.SizeOf(PacketChecksum.TypeOf(InsoleProfileFiles.ChecksumKindOf(checksum.Type)));
        var checksumEnd = checksum.Offset + size;
        var end = document.Packet.Bytes - InsoleProfileFiles.Marker(document.Packet.EndMarker).Length;
        if (checksumEnd > end)
            yield return ("checksum.offset", $"the checksum must lie before the end marker, in bytes 0 to {end - 1} of the packet");
        if (checksum.From >= checksum.Offset)
            yield return ("checksum.from", $"{checksum.From} is not before the checksum at {checksum.Offset}; give the first byte that it is made of");
        if (checksum.Init >= 1 << (8 * size))
            yield return ("checksum.init", $"{checksum.Init} is more than {checksum.Type} can hold: {(1 << (8 * size)) - 1}");
        var (samples, counter) = (document.Samples, document.Counter);
        if (checksum.Offset < samples.Offset + (samples.Count * samples.Stride) && checksumEnd > samples.Offset)
            yield return ("checksum.offset", "the checksum lies within the samples; give the place of either anew");
        if (checksum.Offset < counter.Offset + WireNumber.SizeOf(InsoleProfileFiles.TypeOf(counter.Type)) && checksumEnd > counter.Offset)
            yield return ("checksum.offset", "the checksum lies within the counter; give the place of either anew");
        if (checksum.Offset < InsoleProfileFiles.Marker(document.Packet.StartMarker).Length)
            yield return ("checksum.offset", "the checksum lies within the start marker; give its place anew");
    }

    private static IEnumerable<(string Path, string Message)> Fields(InsoleDocument document)
    {
        (string Name, InsoleFieldDocument? Field)[] all =
            [("pressure", document.Fields.Pressure), ("acceleration", document.Fields.Acceleration), ("angular_rate", document.Fields.AngularRate)];
        List<(string Name, int Start, int End)> before = [];
        foreach (var (name, field) in all)
        {
            if (field is null)
                continue;
            var (start, end) = (field.Offset, field.Offset + WireNumber.SizeOf(InsoleProfileFiles.TypeOf(field.Type), field.Count));
            if (field.Scale == 0)
                yield return ($"fields.{name}.scale", "0 makes every reading 0; give what one step is");
            if (end > document.Samples.Stride)
                yield return ($"fields.{name}", $"takes bytes {start} to {end - 1} of a sample, which has {document.Samples.Stride} (samples.stride)");
            if (before.FirstOrDefault(other => start < other.End && end > other.Start).Name is { } overlapped)
                yield return ($"fields.{name}", $"takes bytes {start} to {end - 1} of a sample, and so does fields.{overlapped} in part; give the place of either anew");
            before.Add((name, start, end));
        }
    }

    private static IEnumerable<(string Path, string Message)> Sizes(InsoleDocument document)
    {
        foreach (var (size, cells) in document.Sizes)
        {
            if (cells.Count != document.Fields.Pressure.Count)
                yield return ($"sizes.{size}", $"has {cells.Count} cells, but fields.pressure.count is {document.Fields.Pressure.Count}; describe each cell once");
            foreach (var (index, cell) in cells.Index())
            {
                if (cell.Cell != index + 1)
                    yield return ($"sizes.{size}[{index}].cell", $"is {cell.Cell} where {index + 1} belongs; list the cells in the order of the pressures");
            }
        }
    }
}
