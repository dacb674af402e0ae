using System.Text.Json;
using System.Text.Json.Serialization;
using PhysioEdge.Analysis.TimedTests;

namespace PhysioEdge.Appliance.Recordings;

/// <summary>A timed test in <c>summary.json</c>.</summary>
internal sealed record TimedTestEntry(
    string Test,
    string Side,
    double StartS,
    double EndS,
    double Result,
    string Unit,
    bool Valid,
    IReadOnlyList<string> Remarks,
    IReadOnlyDictionary<string, double> PhasesS,
    IReadOnlyList<CutOffEntry> CutOffs)
{
    public static TimedTestEntry Of(TimedTestResult test) => new(
        NameOf(test.Test),
        JsonNamingPolicy.SnakeCaseLower.ConvertName(test.Side.ToString()),
        Math.Round(test.Start.TotalSeconds, 3),
        Math.Round(test.End.TotalSeconds, 3),
        Math.Round(test.Result, 2),
        UnitOf(test.Test),
        test.IsValid,
        test.Remarks,
        test.Phases.ToDictionary(phase => phase.Name, phase => Math.Round(phase.Seconds, 2)),
        [.. CutOff.Of(test.Test).Select(limit => new CutOffEntry(limit.Meaning, limit.Limit, limit.IsBeyond(test.Result), limit.Source))]);

    public static string NameOf(TimedTest test) => test switch
    {
        TimedTest.FiveTimesSitToStand => "five-times-sit-to-stand",
        TimedTest.ThirtySecondChairStand => "30-second-chair-stand",
        TimedTest.TimedUpAndGo => "timed-up-and-go",
        _ => "single-leg-stance",
    };

    public static string UnitOf(TimedTest test) => test == TimedTest.ThirtySecondChairStand ? "stands" : "s";
}

/// <summary>A published cut-off, and whether the result is beyond it.</summary>
internal sealed record CutOffEntry(string Meaning, double Limit, [property: JsonPropertyName("beyond")] bool IsBeyond, string Source);
