using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PhysioEdge.Appliance.Commands;
using PhysioEdge.Appliance.Decoding;

namespace PhysioEdge.Appliance.Accuracy.Wearables;

/// <summary>Byte vectors with what other programs make of them, decoded as the command <c>decode</c> does.</summary>
internal static class BleVectorsAccuracy
{
    // RR is sent in 1/1024 s; some of the others cut it off to whole milliseconds.
    private const double MillisecondTolerance = 1;
    private const double RelativeTolerance = 1e-9;

    public static IEnumerable<Score> Measure(string folder)
    {
        var vectors = ReferenceFile.ReadJson<IReadOnlyList<Vector>>(Path.Combine(folder, "vectors.json"));
        foreach (var family in vectors.GroupBy(v => v.Name))
            yield return Of(family.Key, [.. family]);
        yield return Of("all", vectors);
    }

    private static Score Of(string name, IReadOnlyList<Vector> vectors)
        => new(Path.Combine("ble_vectors", name), "values decoded as expected, or refused where expected", vectors.Count(IsAsExpected), "", 0, AtLeast: vectors.Count);

    private static bool IsAsExpected(Vector vector)
    {
        try
        {
            var decoded = GattValue.Decode(vector.Name, Convert.FromHexString(vector.Hex));
            return vector.Expected.All(pair => decoded.TryGetPropertyValue(pair.Key, out var actual) && IsSame(pair.Key, pair.Value, actual));
        }
        catch (InputException)
        {
            return vector.Expected.ContainsKey("error");
        }
    }

    private static bool IsSame(string key, JsonNode? expected, JsonNode? actual) => (expected, actual) switch
    {
        (null, null) => true,
        (JsonArray list, JsonArray other) => list.Count == other.Count && list.Zip(other).All(pair => IsSame(key, pair.First, pair.Second)),
        (JsonObject properties, JsonObject other) => properties.All(pair => other.TryGetPropertyValue(pair.Key, out var value) && IsSame(pair.Key, pair.Value, value)),
        (JsonValue value, JsonValue other) when NumberIn(value) is { } number && NumberIn(other) is { } found => IsNear(number, found, key),
        _ => JsonNode.DeepEquals(expected, actual),
    };

    private static bool IsNear(double expected, double actual, string key)
        => Math.Abs(expected - actual) <= (key == "rr_ms" ? MillisecondTolerance : RelativeTolerance * Math.Abs(expected));

    private static double? NumberIn(JsonValue value) => value.GetValueKind() == JsonValueKind.Number
        ? double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)
        : null;

    private sealed record Vector(
        [property: JsonPropertyName("characteristic")] string Characteristic,
        [property: JsonPropertyName("hex")] string Hex,
        [property: JsonPropertyName("expected")] JsonObject Expected)
    {
        /// <summary>Gets the characteristic as the command line takes it: the first word of its description.</summary>
        public string Name => Characteristic.Split(' ')[0];
    }
}
