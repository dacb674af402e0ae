using System.Globalization;
using System.Text.Json;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.TestKit;

namespace PhysioEdge.Appliance.Tests.Commands;

public sealed class AnalyzeHeartRateTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Out => _folder.File("new/results");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("rr_ms")]
    [InlineData("rr")]
    public async Task Every_interval_has_a_row_with_its_time_and_mark(string column)
    {
        var result = await AnalyzeAsync([column, .. Enumerable.Repeat("800", 10), "480", "1120", .. Enumerable.Repeat("800", 10), ""]);

        Assert.Equal((0, "", ""), (result.ExitCode, result.Output, result.Error));
        Assert.Equal(["beats.csv", "flags.csv", "summary.json"], Directory.GetFiles(Out).Select(Path.GetFileName).Order());
        var beats = Lines("beats.csv");
        Assert.Equal("time_s,rr_ms,artefact", beats[0]);
        Assert.Equal(["8,800,0", "8.48,480,1", "9.6,1120,1", "10.4,800,0"], beats[10..14]);
        Assert.Equal(23, beats.Length);
        Assert.Equal(["time_s,onset_s,kind,severity,explanation"], Lines("flags.csv"));
    }

    [Fact]
    public async Task A_sudden_rise_in_a_course_is_flagged_and_zones_are_counted()
    {
        var rows = Enumerable.Range(0, 600).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t},{(t is >= 300 and < 380 ? 135 : 100)}"));
        await AnalyzeAsync(["time_s,hr_bpm", .. rows], "--age", "40");

        Assert.StartsWith("heart-rate.rise", Lines("flags.csv")[1].Split(',')[2], StringComparison.Ordinal);
        Assert.InRange(double.Parse(Lines("flags.csv")[1].Split(',')[1], CultureInfo.InvariantCulture), 295, 302);
        var summary = JsonElement.Parse(File.ReadAllText(Path.Combine(Out, "summary.json")));
        Assert.Equal(80, summary.GetProperty("zone_seconds")[3].GetInt32(), 10.0);
        Assert.Equal(1, summary.GetProperty("flags").GetArrayLength());
    }

    [Fact]
    public async Task Minutes_of_several_people_are_judged_each_by_their_own()
    {
        string[] rows = [.. Minutes("a", 70), .. Minutes("b", 120), "b,Cycling,146", "b,Cycling,121"];
        await AnalyzeAsync(["pid,what,heart_rate", .. rows], "--activity", "what");

        var flag = Assert.Single(Lines("flags.csv")[1..]).Split(',');
        Assert.Equal(("960", "heart-rate.spike"), (flag[1], flag[2]));

        static IEnumerable<string> Minutes(string person, int bpm) => Enumerable.Range(0, 8).Select(i => $"{person},Cycling,{bpm + (i % 2)}");
    }

    [Fact]
    public async Task A_rate_above_the_prescribed_limit_is_flagged_when_it_stays_there()
    {
        var rows = Enumerable.Range(0, 400).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t},{80 + Math.Min(60, t / 5)}"));
        await AnalyzeAsync(["time_s,hr_bpm", .. rows], "--limit-bpm", "120");

        var flag = Assert.Single(Lines("flags.csv")[1..]).Split(',');
        Assert.Equal(("heart-rate.limit", "moderate"), (flag[2], flag[3]));
        Assert.InRange(double.Parse(flag[1], CultureInfo.InvariantCulture), 200, 210);
    }

    [Fact]
    public async Task A_file_without_rows_gives_empty_results()
    {
        var result = await AnalyzeAsync(["rr_ms"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Single(Lines("beats.csv"));
    }

    [Fact]
    public async Task What_is_wrong_with_a_file_is_said_in_one_line()
    {
        (await AnalyzeAsync(["time_s,spo2", "1,97"])).IsBadInput("input.csv", "rr_ms", "spo2");
        (await AnalyzeAsync(["hr_bpm", "80"])).IsBadInput("input.csv", "time_s");
        (await AnalyzeAsync(["rr_ms", "fast"])).IsBadInput("input.csv", "row 1", "rr_ms", "fast");
        (await AnalyzeAsync(["rr", "0.8", "0.8"])).IsBadInput("input.csv", "milliseconds");
        (await AnalyzeAsync(["time_s,hr_bpm", "5,80", "4,80"])).IsBadInput("input.csv", "row 2", "time_s");
        (await AnalyzeAsync(["rr_ms", "800"], "--activity", "nothing")).IsBadInput("input.csv", "nothing");
        (await AnalyzeAsync(["rr_ms", "800"], "--age", "400")).IsBadInput("--age");
        (await AnalyzeAsync(["rr_ms", "800"], "--resting-bpm", "60")).IsBadInput("--resting-bpm", "--max-bpm");
        (await AnalyzeAsync(["activity,heart_rate", "Lying,60", "Lying,61"], "--limit-bpm", "120")).IsBadInput("input.csv", "--limit-bpm");
    }

    [Fact]
    public async Task A_series_is_scored_row_by_row_as_it_was_given()
    {
        await WriteAsync(["timestamp,value", .. Enumerable.Range(0, 300).Select(i => $"2026-01-01 00:{i / 60:00}:{i % 60:00},{(i == 250 ? 99 : i % 7)}")]);
        var result = await PhysioEdgeProgram.RunAsync("analyze", "series", _folder.File("input.csv"), "--out", Out);

        Assert.Equal(0, result.ExitCode);
        var scores = Lines("scores.csv");
        Assert.Equal("timestamp,value,score", scores[0]);
        Assert.Equal(301, scores.Length);
        Assert.StartsWith("2026-01-01 00:04:10,99,", scores[251], StringComparison.Ordinal);
        Assert.Equal([250], scores[1..].Index().Where(s => Score(s.Item) >= 0.5).Select(s => s.Index));

        static double Score(string line) => double.Parse(line.Split(',')[2], CultureInfo.InvariantCulture);
    }

    private async Task<ProgramResult> AnalyzeAsync(string[] lines, params string[] options)
    {
        await WriteAsync(lines);
        return await PhysioEdgeProgram.RunAsync(["analyze", "heart-rate", _folder.File("input.csv"), "--out", Out, .. options]);
    }

    private Task WriteAsync(string[] lines) => File.WriteAllLinesAsync(_folder.File("input.csv"), lines, TestContext.Current.CancellationToken);

    private string[] Lines(string name) => File.ReadAllLines(Path.Combine(Out, name));
}
