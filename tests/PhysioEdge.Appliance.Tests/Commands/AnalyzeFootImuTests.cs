using System.Globalization;
using System.Text.Json;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.TestKit;

namespace PhysioEdge.Appliance.Tests.Commands;

public sealed class AnalyzeFootImuTests : IDisposable
{
    private const double RateHz = 100;
    private const double StrideSeconds = 1.1;

    private static readonly string[] Files = ["events.csv", "flags.csv", "strides.csv", "summary.json"];

    private readonly TempFolder _folder = new();

    private string Out => _folder.File("new/results");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_feet_give_steps_and_both_sides_of_every_number()
    {
        var result = await AnalyzeAsync("--left", Walk("left", 0), "--right", Walk("right", StrideSeconds / 2));

        Assert.Equal((0, "", ""), (result.ExitCode, result.Output, result.Error));
        Assert.Equal(Files, Directory.GetFiles(Out).Select(Path.GetFileName).Order());
        Assert.Equal("side,kind,time_s,emitted_s", Lines("events.csv")[0]);
        Assert.Equal("side,start_s,ic_s,to_s,stride_time_s,stride_length_m", Lines("strides.csv")[0]);
        var gait = Gait();
        foreach (var name in new[] { "step_time_s", "stride_time_s", "stance_s", "swing_s", "double_support_s", "stride_length_m", "speed_mps", "foot_clearance_m" })
            Assert.All(new[] { "", "_left", "_right", "_asymmetry" }, end => Assert.True(gait.TryGetProperty(name + end, out _), name + end));
        Assert.Equal(120 / StrideSeconds, gait.GetProperty("cadence_spm").GetDouble(), 1.0);
        Assert.Equal(StrideSeconds, gait.GetProperty("stride_time_s_right").GetDouble(), 0.01);
        Assert.Equal(StrideSeconds / 2, gait.GetProperty("step_time_s_left").GetDouble(), 0.02);
    }

    [Theory]
    [InlineData("left", "right")]
    [InlineData("right", "left")]
    public async Task One_foot_alone_gives_its_strides_and_no_steps(string worn, string other)
    {
        Assert.Equal(0, (await AnalyzeAsync("--" + worn, Walk(worn, 0))).ExitCode);

        Assert.All(Lines("events.csv").Skip(1), line => Assert.StartsWith(worn, line, StringComparison.Ordinal));
        Assert.True(Gait().TryGetProperty($"stride_time_s_{worn}", out _));
        Assert.False(Gait().TryGetProperty($"stride_time_s_{other}", out _));
        Assert.False(Gait().TryGetProperty("step_time_s", out _));
        Assert.Single(Lines("flags.csv"));
    }

    [Fact]
    public async Task A_foot_whose_recording_ends_early_does_not_shorten_the_other_one()
    {
        await AnalyzeAsync("--left", Walk("left", 0), "--right", Walk("right", StrideSeconds / 2, rows: 700));

        var events = Lines("events.csv");
        Assert.True(events.Count(l => l.StartsWith("left,IC", StringComparison.Ordinal)) > events.Count(l => l.StartsWith("right,IC", StringComparison.Ordinal)) + 5);
    }

    [Fact]
    public async Task Degrees_per_second_are_radians_per_second_once_told()
    {
        await AnalyzeAsync("--left", Walk("left", 0));
        var events = Lines("events.csv");

        await AnalyzeAsync("--left", Walk("left", 0, unit: 180 / Math.PI), "--gyro-unit", "dps");

        Assert.Equal(events, Lines("events.csv"));
    }

    [Fact]
    public async Task A_recording_without_rows_still_gives_every_file()
    {
        Assert.Equal(0, (await AnalyzeAsync("--left", Walk("left", 0, rows: 0))).ExitCode);

        Assert.Equal(Files, Directory.GetFiles(Out).Select(Path.GetFileName).Order());
        Assert.All(Files.Take(3), name => Assert.Single(Lines(name)));
    }

    [Theory]
    [InlineData("--rate-hz", "20", "--rate-hz")]
    [InlineData("--gyro-unit", "rpm", "--gyro-unit")]
    [InlineData("--counter", "Packet", "Packet")]
    public async Task A_wrong_option_is_refused_in_one_line(string option, string value, string says)
    {
        string[] rate = option == "--rate-hz" ? [] : ["--rate-hz", "100"];

        (await PhysioEdgeProgram.RunAsync(["analyze", "foot-imu", "--left", Walk("left", 0, rows: 10), "--out", Out, option, value, .. rate])).IsBadInput(says);
    }

    [Fact]
    public async Task No_foot_at_all_is_refused() => (await AnalyzeAsync()).IsBadInput("--left or --right");

    private Task<ProgramResult> AnalyzeAsync(params string[] options)
        => PhysioEdgeProgram.RunAsync(["analyze", "foot-imu", "--rate-hz", "100", "--out", Out, .. options]);

    private string[] Lines(string name) => File.ReadAllLines(Path.Combine(Out, name));

    private JsonElement Gait() => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(Out, "summary.json"))).GetProperty("gait");

    /// <summary>A foot that stands for two seconds and then takes twelve strides; only <paramref name="rows"/> of them are written.</summary>
    private string Walk(string foot, double laterSeconds, int rows = int.MaxValue, double unit = 1)
    {
        var file = _folder.File($"{foot}.csv");
        var samples = Enumerable.Range(0, (int)((4 + laterSeconds + (12 * StrideSeconds)) * RateHz)).Select(i => Sample((i / RateHz) - 2 - laterSeconds, unit));
        File.WriteAllLines(file, samples.Take(rows).Prepend("acc_x,acc_y,acc_z,gyr_x,gyr_y,gyr_z"));
        return file;
    }

    /// <summary>The toe turns down, up and down again; the foot goes 1.3 m forward along x in 0.42 of the stride.</summary>
    private static string Sample(double time, double unit)
    {
        var phase = time < 0 || time > 12 * StrideSeconds ? 0 : time / StrideSeconds % 1;
        var (down, downed) = Turn(phase, 0.3, 0.5, 1.0);
        var (up, upped) = Turn(phase, 0.5, 0.85, 1.3);
        var (flat, flattened) = Turn(phase, 0.85, 0.95, 0.3);
        var (pitch, swing) = (upped - downed - flattened, Math.Clamp((phase - 0.45) / 0.42, 0, 1));
        var forward = 2 * Math.PI * 1.3 * Math.Sin(2 * Math.PI * swing) / Math.Pow(0.42 * StrideSeconds, 2);
        var (x, z) = ((forward * Math.Cos(pitch)) + (9.81 * Math.Sin(pitch)), (9.81 * Math.Cos(pitch)) - (forward * Math.Sin(pitch)));
        return string.Create(CultureInfo.InvariantCulture, $"{x},0,{z},0,{(down + flat - up) / StrideSeconds * unit},0");
    }

    private static (double Rate, double Angle) Turn(double phase, double from, double to, double angle)
    {
        var share = Math.Clamp((phase - from) / (to - from), 0, 1);
        return (angle * Math.PI / 2 * Math.Sin(Math.PI * share) / (to - from), angle * (1 - Math.Cos(Math.PI * share)) / 2);
    }
}
