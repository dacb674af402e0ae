namespace PhysioEdge.Wearables.Codecs.Polar;

/// <summary>What a Polar device measures, as numbered in its measurement data service (PMD).</summary>
public enum PmdMeasurementType
{
    Ecg = 0,
    Ppg = 1,
    Acc = 2,
    Ppi = 3,
    Gyro = 5,
    Mag = 6,
    SkinTemperature = 7,
    SdkMode = 9,
    Location = 10,
    Pressure = 11,
    Temperature = 12,
    OfflineRecording = 13,
    OfflineHr = 14,
}
