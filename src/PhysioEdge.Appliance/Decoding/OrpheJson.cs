using System.Globalization;
using System.Text.Json.Nodes;
using PhysioEdge.Wearables.Codecs;
using PhysioEdge.Wearables.Codecs.Orphe;

namespace PhysioEdge.Appliance.Decoding;

/// <summary>A packet of an ORPHE INSOLE, as JSON, in the ranges that it has from the maker.</summary>
internal static class OrpheJson
{
    public static DecodeResult<JsonObject> Packet(ReadOnlySpan<byte> value) => GattJson.Shown(OrpheCodec.Decode(value), packet => new JsonObject
    {
        ["header"] = (int)packet.Kind,
        ["serial"] = packet.Serial,
        ["time_of_day"] = packet.TimeOfDay.ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture),
        ["rate_hz"] = packet.SamplingRateHz,
        ["n_samples"] = packet.Samples.Count,
        ["oldest"] = Sample(packet.Samples[0]),
        ["samples"] = GattJson.ListOf(packet.Samples, Sample),
    });

    private static JsonObject Sample(OrpheSample sample)
    {
        var json = new JsonObject();
        if (sample.Orientation is var (w, x, y, z))
            json["quat"] = GattJson.ListOf([w, x, y, z], part => JsonValue.Create(part / OrpheQuaternion.Unit));
        json["gyro_dps"] = Axes(sample.AngularRate, reading => Math.Round(OrpheScale.Default.AngularRateDegreesPerSecond(reading), 6));
        json["acc_g"] = Axes(sample.Acceleration, OrpheScale.Default.AccelerationG);
        if (!sample.Pressure.IsEmpty)
            json["press"] = GattJson.ListOf(sample.Pressure.ToArray(), reading => JsonValue.Create(reading));
        return json;
    }

    private static JsonArray Axes(OrpheAxes axes, Func<short, double> scale) => [scale(axes.X), scale(axes.Y), scale(axes.Z)];
}
