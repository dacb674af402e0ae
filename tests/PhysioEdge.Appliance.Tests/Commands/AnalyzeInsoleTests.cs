using System.Globalization;
using System.Text.Json;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.TestKit;

namespace PhysioEdge.Appliance.Tests.Commands;

public sealed class AnalyzeInsoleTests : IDisposable
{
    private const int Strides = 20;
    private const double StrideSeconds = 1.1;
    private const double StanceSeconds = 0.66;

    private readonly TempFolder _folder = new();

    private string Out => _folder.File("new/results");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_walk_on_force_cells_has_its_steps_and_its_parameters()
    {
        var result = await PhysioEdgeProgram.RunAsync("analyze", "insole", Walk("L1_N,L2_N,R1_N,R2_N"), "--out", Out);

        Assert.Equal((0, "", ""), (result.ExitCode, result.Output, result.Error));
        Assert.Equal(["flags.csv", "force_cop.csv", "steps.csv", "summary.json"], Directory.GetFiles(Out).Select(Path.GetFileName).Order());
        Assert.StartsWith("side,ic_s,to_s,stance_s,swing_s,stride_s,impulse_ns", Lines("steps.csv")[0], StringComparison.Ordinal);
        Assert.Equal("t_s,left_force_n,left_cop_x,left_cop_y,right_force_n,right_cop_x,right_cop_y", Lines("force_cop.csv")[0]);
        Assert.Single(Lines("flags.csv"));
        var gait = Summary().GetProperty("gait");
        Assert.Equal(120 / StrideSeconds, gait.GetProperty("cadence_spm").GetDouble(), 0.5);
        Assert.Equal(StrideSeconds, gait.GetProperty("stride_time_s_left").GetDouble(), 0.01);
        Assert.Equal(0, gait.GetProperty("stance_s_asymmetry").GetDouble(), 1.0);
        Assert.InRange(Summary().GetProperty("steps").GetInt32(), (2 * Strides) - 2, 2 * Strides);
    }

    [Fact]
    public async Task A_walk_on_pressure_cells_has_a_centre_of_pressure_where_the_cells_are()
    {
        var result = await PhysioEdgeProgram.RunAsync(
            "analyze", "insole", Walk("L_p1_Ncm2,L_p2_Ncm2,R_p1_Ncm2,R_p2_Ncm2"), "--geometry", Geometry(), "--insole-size", "5", "--out", Out);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var loaded = Lines("force_cop.csv").Skip(1).Select(line => line.Split(',')).First(row => row[2].Length > 0);
        Assert.Equal(0.1, double.Parse(loaded[2], CultureInfo.InvariantCulture), 1e-6);
    }

    [Fact]
    public async Task Steps_beyond_what_is_prescribed_are_one_alarm_and_all_counted()
    {
        var result = await PhysioEdgeProgram.RunAsync("analyze", "insole", Walk("L1_N,L2_N,R1_N,R2_N"), "--right-limit-kg", "20", "--body-mass-kg", "70", "--out", Out);

        Assert.Equal(0, result.ExitCode);
        Assert.Single(Lines("flags.csv"), line => line.Contains("load.limit", StringComparison.Ordinal));
        var right = Summary().GetProperty("weight_bearing").GetProperty("right");
        Assert.InRange(right.GetProperty("steps_over").GetInt32(), Strides - 1, Strides);
        Assert.Equal(500 / 9.80665, right.GetProperty("peak_kg").GetDouble(), 0.1);
        Assert.Equal(100 * 500 / 9.80665 / 70, right.GetProperty("peak_percent_body_weight").GetDouble(), 0.1);
    }

    [Fact]
    public async Task A_turn_that_the_insoles_measured_is_in_the_summary_with_its_angle()
    {
        var result = await PhysioEdgeProgram.RunAsync("analyze", "insole", Walk("L1_N,L2_N,R1_N,R2_N", turning: true), "--out", Out);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var turn = Assert.Single(Summary().GetProperty("turns").EnumerateArray());
        Assert.Equal(90, turn.GetProperty("angle_deg").GetDouble(), 2.0);
        Assert.InRange(turn.GetProperty("start_s").GetDouble(), 9.5, 11);
        Assert.InRange(Summary().GetProperty("steady_strides").GetInt32(), 10, (2 * Strides) - 8);
    }

    [Fact]
    public async Task Pressure_without_a_geometry_is_refused()
    {
        var walk = Walk("L_p1_Ncm2,L_p2_Ncm2,R_p1_Ncm2,R_p2_Ncm2");

        (await PhysioEdgeProgram.RunAsync("analyze", "insole", walk, "--out", Out)).IsBadInput(walk, "--geometry");
    }

    [Fact]
    public async Task A_size_that_has_to_be_chosen_or_is_not_there_is_refused()
    {
        var (walk, geometry) = (Walk("L_p1_Ncm2,L_p2_Ncm2,R_p1_Ncm2,R_p2_Ncm2"), Geometry());

        (await PhysioEdgeProgram.RunAsync("analyze", "insole", walk, "--geometry", geometry, "--out", Out)).IsBadInput(geometry, "--insole-size");
        (await PhysioEdgeProgram.RunAsync("analyze", "insole", walk, "--geometry", geometry, "--insole-size", "9", "--out", Out)).IsBadInput("--insole-size", "5, 6");
    }

    [Theory]
    [InlineData("t_s,L1_N\n0,1\n0,2\n", "t_s")]
    [InlineData("time,L1_N\n0,1\n", "t_s")]
    [InlineData("t_s,pressure\n0,1\n", "L1_N")]
    [InlineData("t_s,L1_N\n0,much\n", "L1_N")]
    public async Task A_recording_that_cannot_be_read_is_refused(string content, string named)
    {
        var file = _folder.File("recording.csv");
        await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);

        (await PhysioEdgeProgram.RunAsync("analyze", "insole", file, "--out", Out)).IsBadInput(file, named);
    }

    [Fact]
    public async Task A_recording_without_rows_still_has_every_file()
    {
        var file = _folder.File("recording.csv");
        await File.WriteAllTextAsync(file, "t_s,L1_N,R1_N\n", TestContext.Current.CancellationToken);

        Assert.Equal(0, (await PhysioEdgeProgram.RunAsync("analyze", "insole", file, "--out", Out)).ExitCode);
        Assert.Single(Lines("steps.csv"));
        Assert.Equal(0, Summary().GetProperty("steps").GetInt32());
    }

    private string Geometry()
    {
        var file = _folder.File("geometry.json");
        const string Cells = """[{ "cell": 1, "area_cm2": 10, "x": -0.3, "y": 0 }, { "cell": 2, "area_cm2": 10, "x": 0.5, "y": 0.1 }]""";
        File.WriteAllText(file, $$"""{ "sizes": { "5": {{Cells}}, "6": {{Cells}} } }""");
        return file;
    }

    /// <summary>Each foot has two cells that read the same: 500 N together in mid-stance, on either kind of cell.</summary>
    /// <param name="cells">The columns of the cells.</param>
    /// <param name="turning">Whether the insoles measure motion: 90° to the left in the tenth stride, about the axis y, which points up.</param>
    private string Walk(string cells, bool turning = false)
    {
        var scale = cells.Contains("Ncm2", StringComparison.Ordinal) ? 0.1 : 1;
        var rows = Enumerable.Range(0, (int)((Strides + 1) * StrideSeconds * 100)).Select(i =>
        {
            var (left, right) = (250 * scale * Load(i / 100.0), 250 * scale * Load((i / 100.0) - (StrideSeconds / 2)));
            var motion = turning ? $",{Motion(i / 100.0)},{Motion((i / 100.0) - (StrideSeconds / 2))}" : "";
            return string.Create(CultureInfo.InvariantCulture, $"{i / 100.0:F2},{left:F3},{left:F3},{right:F3},{right:F3}{motion}");
        });
        var file = _folder.File("recording.csv");
        var header = turning ? $"t_s,{cells},{MotionColumns("L")},{MotionColumns("R")}" : $"t_s,{cells}";
        File.WriteAllLines(file, [header, .. rows]);
        return file;
    }

    private static string MotionColumns(string foot) => string.Join(',', ((string[])["ax_g", "ay_g", "az_g", "gx_dps", "gy_dps", "gz_dps"]).Select(n => $"{foot}_{n}"));

    private static string Motion(double at)
    {
        var turns = at >= (9 * StrideSeconds) + StanceSeconds && at < (10 * StrideSeconds) - 0.04;
        return turns ? "0,1,0,0,225,0" : "0,1,0,0,0,0";
    }

    private static double Load(double at)
    {
        var phase = at % StrideSeconds / StanceSeconds;
        return at <= 0 || at > Strides * StrideSeconds || phase >= 1 ? 0 : Math.Min(1, 8 * Math.Min(phase, 1 - phase));
    }

    private string[] Lines(string name) => File.ReadAllLines(Path.Combine(Out, name));

    private JsonElement Summary() => JsonElement.Parse(File.ReadAllText(Path.Combine(Out, "summary.json")));
}
