using System.Globalization;
using System.Text.Json;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.TestKit;

namespace PhysioEdge.Appliance.Tests.Commands;

public sealed class AnalyzeActivityTests : IDisposable
{
    private const double Gravity = 9.80665;

    private readonly TempFolder _folder = new();

    private string Out => _folder.File("new/results");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("mps2", Gravity)]
    [InlineData("g", 1)]
    public async Task Every_epoch_has_a_row_and_every_level_its_minutes(string unit, double g)
    {
        var rows = Enumerable.Range(0, 3000).Select(i => Row(0, 0, g * (i < 1500 ? 1 : 1 + (0.5 * Math.Sin(i / 3.0)))));
        var result = await AnalyzeAsync(["acc_x,acc_y,acc_z", .. rows], "--acc-unit", unit);

        Assert.Equal((0, "", ""), (result.ExitCode, result.Output, result.Error));
        Assert.Equal(["activity.csv", "flags.csv", "summary.json"], Directory.GetFiles(Out).Select(Path.GetFileName).Order());
        var epochs = Lines("activity.csv");
        Assert.Equal("time_s,enmo_mg,level", epochs[0]);
        Assert.Equal("0,0,sedentary", epochs[1]);
        Assert.Matches("^55,1[56][0-9.]*,moderate$", epochs[12]);
        Assert.Equal(["time_s,onset_s,kind,severity,explanation"], Lines("flags.csv"));
        var minutes = JsonElement.Parse(File.ReadAllText(Path.Combine(Out, "summary.json"))).GetProperty("minutes");
        Assert.Equal((0.5, 0.5, 0.0), (minutes.GetProperty("sedentary").GetDouble(), minutes.GetProperty("moderate").GetDouble(), minutes.GetProperty("unknown").GetDouble()));
    }

    [Fact]
    public async Task Times_in_the_file_count_and_a_gap_is_unknown()
    {
        var rows = Enumerable.Range(0, 1000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{(i / 50.0) + (i < 500 ? 0 : 30)},{Row(Gravity, 0, 0)}"));
        await AnalyzeAsync(["time_s,acc_x,acc_y,acc_z", .. rows]);

        Assert.Equal(["0", "5", "40", "45"], Lines("activity.csv")[1..].Select(l => l.Split(',')[0]));
        Assert.Equal(0.5, JsonElement.Parse(File.ReadAllText(Path.Combine(Out, "summary.json"))).GetProperty("minutes").GetProperty("unknown").GetDouble());
    }

    [Fact]
    public async Task A_file_without_rows_gives_empty_results()
    {
        Assert.Equal(0, (await AnalyzeAsync(["acc_x,acc_y,acc_z"])).ExitCode);
        Assert.Single(Lines("activity.csv"));
    }

    [Fact]
    public async Task What_is_wrong_with_a_file_is_said_in_one_line()
    {
        (await AnalyzeAsync(["acc_x,acc_y", "1,0"])).IsBadInput("input.csv", "acc_z");
        (await AnalyzeAsync(["acc_x,acc_y,acc_z", "0,0,1", "0,0,1"])).IsBadInput("input.csv", "--acc-unit g");
        (await AnalyzeAsync(["acc_x,acc_y,acc_z", "0,0,9.8"], "--acc-unit", "g")).IsBadInput("input.csv", "9.80 g");
        (await AnalyzeAsync(["time_s,acc_x,acc_y,acc_z", "2,0,0,9.8", "1,0,0,9.8"])).IsBadInput("input.csv", "row 2", "time_s");
        (await AnalyzeAsync(["acc_x,acc_y,acc_z"], "--acc-unit", "lb")).IsBadInput("--acc-unit", "mps2, g");
    }

    private static string Row(double x, double y, double z) => string.Create(CultureInfo.InvariantCulture, $"{x},{y},{z}");

    private async Task<ProgramResult> AnalyzeAsync(string[] lines, params string[] options)
    {
        await File.WriteAllLinesAsync(_folder.File("input.csv"), lines, TestContext.Current.CancellationToken);
        return await PhysioEdgeProgram.RunAsync(["analyze", "activity", _folder.File("input.csv"), "--rate-hz", "50", "--out", Out, .. options]);
    }

    private string[] Lines(string name) => File.ReadAllLines(Path.Combine(Out, name));
}
