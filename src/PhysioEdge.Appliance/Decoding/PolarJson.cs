using System.Text.Json;
using System.Text.Json.Nodes;
using PhysioEdge.Wearables.Codecs;
using PhysioEdge.Wearables.Codecs.Polar;

namespace PhysioEdge.Appliance.Decoding;

/// <summary>What Polar's measurement data service says, as JSON.</summary>
internal static class PolarJson
{
    // A frame does not say its factor; the device tells it with its settings. This is the one for ±8 G in 16 bits.
    private const double UsualFactorG = 0.000244;

    public static DecodeResult<JsonObject> Data(ReadOnlySpan<byte> value) => GattJson.Shown(PmdFrameCodec.Decode(value), frame =>
    {
        var json = new JsonObject
        {
            ["type"] = NameOf(frame.Type),
            ["timestamp_ns"] = frame.TimestampNanoseconds,
            ["frame_type"] = frame.FrameType,
            ["compressed"] = frame.IsCompressed,
        };
        if (frame.IsCompressed)
            AddDeltas(json, frame);
        json["samples"] = frame.Type == PmdMeasurementType.Ppi ? GattJson.ListOf(frame.Intervals.ToArray(), Interval) : AllSamples(frame);
        if (frame.Type == PmdMeasurementType.Ecg)
            json["samples_uV"] = AllSamples(frame);
        if (frame.Type == PmdMeasurementType.Acc)
            AddAccelerations(json, frame);
        return json;
    });

    public static DecodeResult<JsonObject> ControlPoint(ReadOnlySpan<byte> value)
    {
        const byte features = 0x0F;
        return value is [features, ..]
            ? GattJson.Shown(PmdFeatures.Decode(value), found => new JsonObject { ["features"] = GattJson.ListOf(found.Types, type => JsonValue.Create(NameOf(type))) })
            : GattJson.Shown(PmdResponse.Decode(value), Response);
    }

    private static JsonObject Response(PmdResponse response) => new()
    {
        ["op"] = NameOf(response.Operation),
        ["type"] = NameOf(response.Type),
        ["status"] = NameOf(response.Status),
        ["more"] = response.HasMore,
        ["params"] = Convert.ToHexStringLower(response.Parameters.Span),
    };

    private static JsonObject Interval(PpiSample sample) => new()
    {
        ["hr"] = sample.BeatsPerMinute,
        ["pp_ms"] = sample.IntervalMilliseconds,
        ["err_ms"] = sample.ErrorMilliseconds,
        ["blocker"] = sample.IsBlocked ? 1 : 0,
        ["skin_contact"] = sample.HasSkinContact ? 1 : 0,
        ["skin_contact_supported"] = sample.CanTellSkinContact ? 1 : 0,
    };

    private static void AddDeltas(JsonObject json, PmdFrame frame)
    {
        json["reference_sample"] = One(frame, 0);
        json["delta_bits"] = frame.FirstDeltas?.Bits;
        json["delta_samples"] = frame.FirstDeltas?.Samples;
        if (frame.SampleCount > 1)
            json["sample1"] = One(frame, 1);
        if (frame.MissingSamples > 0)
            json["missing_samples"] = frame.MissingSamples;
    }

    private static void AddAccelerations(JsonObject json, PmdFrame frame)
    {
        var isScaled = frame is { IsCompressed: true, FrameType: 0 };
        if (isScaled)
            json["factor"] = FormattableString.Invariant($"{UsualFactorG} G/LSB for the tested setting");
        json["samples_mG"] = isScaled ? AllSamples(frame, value => Math.Round(value * UsualFactorG * 1000, 3)) : AllSamples(frame);
    }

    private static JsonArray AllSamples(PmdFrame frame) => AllSamples(frame, value => JsonValue.Create(value));

    private static JsonArray AllSamples(PmdFrame frame, Func<int, JsonNode> show)
        => GattJson.ListOf(Enumerable.Range(0, frame.SampleCount), i => frame.Channels == 1 ? show(frame.Sample(i)[0]) : One(frame, i, show));

    private static JsonArray One(PmdFrame frame, int index) => One(frame, index, value => JsonValue.Create(value));

    private static JsonArray One(PmdFrame frame, int index, Func<int, JsonNode> show) => GattJson.ListOf(frame.Sample(index).ToArray(), show);

    private static string NameOf(PmdMeasurementType type) => Enum.IsDefined(type) ? SnakeCase($"{type}") : "UNKNOWN_TYPE";

    private static string NameOf(PmdStatus status) => status switch
    {
        PmdStatus.Success => "SUCCESS",
        _ when Enum.IsDefined(status) => $"ERROR_{SnakeCase($"{status}")}",
        _ => "UNKNOWN_ERROR",
    };

    private static string NameOf(PmdOperation operation) => Enum.IsDefined(operation) ? SnakeCase($"{operation}").Replace('_', ' ').ToLowerInvariant() : "unknown";

    private static string SnakeCase(string name) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(name);
}
