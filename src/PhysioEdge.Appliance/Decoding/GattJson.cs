using System.Text.Json.Nodes;
using PhysioEdge.Wearables.Codecs;

namespace PhysioEdge.Appliance.Decoding;

/// <summary>The values of characteristics that Bluetooth itself defines, as JSON.</summary>
internal static class GattJson
{
    public static DecodeResult<JsonObject> HeartRate(ReadOnlySpan<byte> value)
    {
        var flags = value.IsEmpty ? 0 : value[0];
        return Shown(HeartRateMeasurement.Decode(value), measurement =>
        {
            var intervals = measurement.RrIntervals.ToArray();
            return new JsonObject
            {
                ["flags"] = flags,
                ["hr_bpm"] = measurement.BeatsPerMinute,
                ["contact_supported"] = measurement.ContactDetected is not null,
                ["contact_detected"] = measurement.ContactDetected,
                ["energy_kJ"] = measurement.EnergyKilojoules,
                ["rr_1024"] = ListOf(intervals, rr => JsonValue.Create(rr)),
                ["rr_ms"] = ListOf(intervals, rr => JsonValue.Create(Math.Round(rr * 1000 / 1024.0, 3))),
            };
        });
    }

    public static DecodeResult<JsonObject> RunningSpeed(ReadOnlySpan<byte> value) => Shown(RunningSpeedCadence.Decode(value), measurement => new JsonObject
    {
        ["speed_mps"] = measurement.SpeedMetresPerSecond,
        ["cadence_spm"] = measurement.CadencePerMinute,
        ["stride_length_m"] = measurement.StrideLengthMetres,
        ["total_distance_m"] = measurement.TotalDistanceMetres,
        ["running"] = measurement.IsRunning,
    });

    public static DecodeResult<JsonObject> RunningFeatures(ReadOnlySpan<byte> value) => Shown(RunningSpeedCadenceFeaturesCodec.Decode(value), features => new JsonObject
    {
        ["stride_length_supported"] = features.HasFlag(RunningSpeedCadenceFeatures.StrideLength),
        ["total_distance_supported"] = features.HasFlag(RunningSpeedCadenceFeatures.TotalDistance),
        ["walk_run_supported"] = features.HasFlag(RunningSpeedCadenceFeatures.WalkingOrRunning),
    });

    public static DecodeResult<JsonObject> Oximetry(ReadOnlySpan<byte> value) => Shown(PulseOximetry.Decode(value), measurement =>
    {
        var json = new JsonObject { ["spo2_pct"] = Number(measurement.Normal.SaturationPercent), ["pr_bpm"] = Number(measurement.Normal.BeatsPerMinute) };
        if (measurement.Fast is { } fast)
            json["fast"] = Pair(fast);
        if (measurement.Slow is { } slow)
            json["slow"] = Pair(slow);
        if (measurement.MeasurementStatus is { } status)
            json["measurement_status"] = status;
        if (measurement.SensorStatus is { } sensorStatus)
            json["device_sensor_status"] = sensorStatus;
        if (measurement.PulseAmplitudeIndexPercent is { } amplitude)
            json["pulse_amplitude_index_pct"] = Number(amplitude);
        if (!measurement.IsForClinicalUse)
            json["invalid_for_clinical_use"] = true;
        return json;
    });

    public static DecodeResult<JsonObject> Battery(ReadOnlySpan<byte> value)
        => Shown(BatteryLevel.Decode(value), percent => new JsonObject { ["percent"] = percent });

    public static DecodeResult<JsonObject> BodyLocation(ReadOnlySpan<byte> value)
        => Shown(BodySensorLocationCodec.Decode(value), location => new JsonObject { ["location"] = location == BodySensorLocation.EarLobe ? "Ear Lobe" : $"{location}" });

    public static DecodeResult<JsonObject> DeviceInformation(ReadOnlySpan<byte> value)
        => Shown(DeviceInformationText.Decode(value), text => new JsonObject { ["value"] = text });

    public static DecodeResult<JsonObject> Float(ReadOnlySpan<byte> value) => Shown(Sfloat.Decode(value), number => new JsonObject { ["value"] = Number(number) });

    /// <summary>The JSON for a value that was decoded; for one that was refused, its refusal.</summary>
    public static DecodeResult<JsonObject> Shown<T>(DecodeResult<T> result, Func<T, JsonObject> show)
        => result.IsDecoded ? show(result.Value!) : new Refusal(result.Refusal!);

    public static JsonArray ListOf<T>(IEnumerable<T> values, Func<T, JsonNode?> show) => [.. values.Select(show)];

    // JSON has no such numbers.
    private static JsonValue Number(double value) => value switch
    {
        double.NaN => JsonValue.Create("NaN"),
        double.PositiveInfinity => JsonValue.Create("+Inf"),
        double.NegativeInfinity => JsonValue.Create("-Inf"),
        _ => JsonValue.Create(value),
    };

    private static JsonArray Pair(OximetryPair pair) => [Number(pair.SaturationPercent), Number(pair.BeatsPerMinute)];
}
