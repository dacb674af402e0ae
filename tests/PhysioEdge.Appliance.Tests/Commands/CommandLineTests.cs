using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.TestKit.Video;

namespace PhysioEdge.Appliance.Tests.Commands;

public class CommandLineTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("")]
    public async Task Help_names_the_commands(string arguments)
    {
        var result = await PhysioEdgeProgram.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(0, result.ExitCode);
        Assert.All(["run", "analyze", "decode", "devices", "models", "accuracy", "simulate", "selftest"], command => Assert.Contains(command, result.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("analyze")]
    [InlineData("analyze video")]
    [InlineData("decode")]
    [InlineData("devices")]
    [InlineData("devices scan")]
    [InlineData("devices pair")]
    [InlineData("devices watch")]
    [InlineData("analyze foot-imu")]
    [InlineData("models convert")]
    [InlineData("models verify")]
    [InlineData("accuracy")]
    [InlineData("simulate")]
    [InlineData("selftest")]
    public async Task Every_command_explains_itself(string command)
    {
        var result = await PhysioEdgeProgram.RunAsync([.. command.Split(' '), "--help"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"physioedge {command}", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anlyze video squat.mp4", "'anlyze' is not known here", "physioedge --help")]
    [InlineData("analyze vido squat.mp4", "'vido' is not known here", "physioedge analyze --help")]
    [InlineData("analyze", "Required command", "physioedge analyze --help")]
    [InlineData("analyze video", "Required argument", "physioedge analyze video --help")]
    [InlineData("analyze video squat.mp4 --modle lite", "'--modle' is not known here", "physioedge analyze video --help")]
    [InlineData("analyze video squat.mp4 --model large", "--model large", "lite, full, heavy")]
    [InlineData("analyze video squat.mp4 --exercise jumping", "--exercise jumping", "squat, sit-to-stand, knee-extension, shoulder-abduction, marching, single-leg-stance, walking")]
    [InlineData("analyze video squat.mp4 --height-m 178", "--height-m 178", "0.5 to 2.5")]
    [InlineData("analyze video squat.mp4 --height-m tall", "--height-m tall", "0.5 to 2.5")]
    [InlineData("decode", "Required argument", "physioedge decode --help")]
    [InlineData("decode 2A99 00", "UUID 2A99", "2A19, 2A24")]
    [InlineData("decode 2A19", "too short", "Give the whole value")]
    [InlineData("decode 2A19 65", "above 100 %", "Give the whole value")]
    [InlineData("decode 2A19 6", "half a byte", "two hexadecimal digits")]
    [InlineData("decode 2A19 6g", "something else than the digits", "two hexadecimal digits")]
    [InlineData("devices scan --seconds 0", "--seconds 0", "1 to 600")]
    [InlineData("devices scan --bus tcp:host=here", "--bus tcp:host=here", "unix:path=")]
    [InlineData("devices pair", "Required argument", "physioedge devices pair --help")]
    [InlineData("devices pair Watch", "ADDRESS Watch", "C0:11:22:33:44:55")]
    [InlineData("devices watch Watch --characteristic 2A3", "--characteristic 2A3", "four hexadecimal digits")]
    [InlineData("devices watch Watch --notify never", "--notify never", "auto, acquire, start")]
    [InlineData("analyze foot-imu --left a.csv", "--rate-hz", "physioedge analyze foot-imu --help")]
    [InlineData("analyze foot-imu --rate-hz 100", "--left or --right is missing", "one foot or of both")]
    [InlineData("analyze foot-imu --left a.csv --rate-hz 20", "--rate-hz 20", "50 to 250")]
    [InlineData("analyze foot-imu --left a.csv --rate-hz 100 --gyro-unit rpm", "--gyro-unit rpm", "radps, dps")]
    [InlineData("analyze foot-imu --left no-such.csv --rate-hz 100", "no-such.csv", "Give a CSV file")]
    [InlineData("models convert large", "large", "detection, lite, full, heavy")]
    [InlineData("run --config no-such-folder", "no-such-folder/box.json", "missing")]
    [InlineData("simulate", "--out", "physioedge simulate --help")]
    [InlineData("simulate --out x --exercise jumping", "--exercise jumping", "squat, sit-to-stand")]
    [InlineData("simulate --out x --exercise squat --repetitions 2.5", "--repetitions 2.5", "whole number")]
    [InlineData("simulate --out x --exercise squat --fatigue 95", "--fatigue 95", "0 to 90")]
    [InlineData("simulate --out x --exercise squat --build giant", "--build giant", "average, small, tall, heavy")]
    [InlineData("simulate --out x --exercise squat --side left", "--side", "moves both sides")]
    [InlineData("simulate --out x --exercise knee-extension --side both", "--side both", "left or right")]
    [InlineData("simulate --out x --exercise sit-to-stand --weaker-side left", "--weaker-side", "Choose another exercise")]
    [InlineData("simulate --out x --exercise walking --fatigue 20", "--fatigue", "walking has no range")]
    [InlineData("simulate --out x --exercise squat --limp left", "--limp", "Choose walking")]
    [InlineData("simulate --out x --light moon", "--light moon", "daylight, dim, side, backlit")]
    [InlineData("simulate --out x --skin 11", "--skin 11", "1 to 6")]
    [InlineData("simulate --out x --tremor-deg 3", "--tremor-deg", "Choose one exercise: --exercise squat")]
    [InlineData("simulate --out x --size 480x641", "--size 480x641", "even numbers of 64 to 1920")]
    [InlineData("selftest --model large", "--model large", "lite, full, heavy")]
    [InlineData("selftest --config no-such-folder", "no-such-folder/box.json", "missing")]
    [InlineData("run --speed 0.5", "--speed 0.5", "from 1 (real time) to 20")]
    [InlineData("run --speed fast", "--speed fast", "from 1 (real time) to 20")]
    [InlineData("run --config clinic --speed 4", "without --config", "cameras[].speed in clinic/box.json")]
    public async Task A_wrong_argument_is_named_with_what_is_allowed(string arguments, string what, string fix)
        => (await PhysioEdgeProgram.RunAsync(arguments.Split(' '))).IsBadInput(what, fix);

    [Fact]
    public async Task The_shipped_models_are_those_of_the_manifest()
    {
        var result = await PhysioEdgeProgram.RunAsync("models", "verify");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(3, result.Output.Split('\n').Count(line => line.Contains(" ok ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Models_are_not_converted_from_what_is_no_package()
        => (await PhysioEdgeProgram.RunAsync("models", "convert", "lite", "--package", Clips.Text)).IsBadInput(Clips.Text);
}
