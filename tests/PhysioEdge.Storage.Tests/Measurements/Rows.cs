using PhysioEdge.Analysis.Samples;
using PhysioEdge.Storage.Measurements;

namespace PhysioEdge.Storage.Tests.Measurements;

/// <summary>Rows of an invented patient.</summary>
internal static class Rows
{
    public const string Patient = "pt-7f3a";

    public static readonly DateTimeOffset Noon = new(2024, 3, 4, 12, 0, 0, TimeSpan.Zero);

    public static SessionRow Session(string id, DateTimeOffset? started = null, TimeSpan? duration = null) =>
        new(id, Patient, started ?? Noon, duration is { } length ? (started ?? Noon) + length : null);

    public static RepetitionRow Repetition(string session, int number, DateTimeOffset? start = null)
    {
        var begin = start ?? Noon.AddSeconds(4 * number);
        return new RepetitionRow
        {
            Session = session,
            Patient = Patient,
            Number = number,
            Exercise = "squat",
            Side = Side.Both,
            Start = begin,
            Peak = begin.AddSeconds(1),
            End = begin.AddSeconds(2.5),
            RangeDegrees = 80 + number,
            PeakDegrees = 85.5,
            LeftRangeDegrees = 81,
            Quality = 0.9,
            HoldSeconds = 0.2,
        };
    }

    public static StrideRow Stride(string? session, int number, DateTimeOffset? contact = null) =>
        new(session, Patient, number % 2 == 0 ? Side.Left : Side.Right, contact ?? Noon.AddMilliseconds(550 * number))
        {
            StanceSeconds = 0.7,
            SwingSeconds = 0.4,
            StrideSeconds = 1.1,
            PeakNewtons = 700,
        };

    public static MinuteRow HeartRate(DateTimeOffset minute, int count = 60, double mean = 80, double least = 70, double most = 90) =>
        new(Patient, "heart-rate", Side.Both, "bpm", minute, count, mean, least, most);
}
