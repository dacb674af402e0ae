using System.Globalization;
using System.Text.Json;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Recordings;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;
using PhysioEdge.TestKit;

namespace PhysioEdge.Appliance.Tests.Commands;

public sealed class AnalyzeLandmarksTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Out => _folder.File("new/results");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_walk_gives_its_files_and_its_numbers()
    {
        var script = new MotionScriptBuilder(new BodySize()).StandStill(1).Walk(new WalkPlan(), new FloorPoint(5, 0)).StandStill(1).Build();
        var result = await AnalyzeAsync(Csv(script), "--height-m", "1.75");

        Assert.Equal((0, "", ""), (result.ExitCode, result.Output, result.Error));
        Assert.Equal(["angles.csv", "flags.csv", "gait_events.csv", "summary.json"], Directory.GetFiles(Out).Select(Path.GetFileName).Order());
        var events = File.ReadAllLines(Path.Combine(Out, "gait_events.csv"));
        Assert.Equal("side,kind,time_s", events[0]);
        Assert.Equal(2 * script.Steps.Count, events.Length - 1);
        using var summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(Out, "summary.json")));
        var gait = summary.RootElement.GetProperty("gait");
        Assert.Equal("walking", summary.RootElement.GetProperty("exercise").GetString());
        Assert.Equal(script.Steps[2].LengthMetres, gait.GetProperty("step_length_m_left").GetDouble(), 0.2);
        Assert.InRange(gait.GetProperty("step_time_s_asymmetry").GetDouble(), -10, 10);
    }

    [Fact]
    public async Task Repetitions_are_counted_as_in_a_video()
    {
        var script = new MotionScriptBuilder(new BodySize()).StandStill(1)
            .Repeat(ScriptedExercise.Squat, Side.Both, 3, new RepetitionPlan { RangeDegrees = 90 }).StandStill(1).Build();
        await AnalyzeAsync(Csv(script));

        using var summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(Out, "summary.json")));
        Assert.Equal("squat", summary.RootElement.GetProperty("exercise").GetString());
        Assert.Equal(3, summary.RootElement.GetProperty("repetitions").GetArrayLength());
        Assert.Equal(["side,kind,time_s"], File.ReadAllLines(Path.Combine(Out, "gait_events.csv")));
    }

    [Fact]
    public async Task A_recording_without_rows_still_gives_every_file()
    {
        Assert.Equal(0, (await AnalyzeAsync("time_s,left_hip_x,left_hip_y,left_hip_z\n")).ExitCode);
        Assert.Equal(4, Directory.GetFiles(Out).Length);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("time_s,left_toe_x\n0,1\n", "has no landmarks")]
    [InlineData("time_s,left_hip_x,left_hip_y\n0,1,2\n", "left_hip_z")]
    [InlineData("time_s,nose_x,nose_y,nose_z\n0,1,2,x\n", "nose_z")]
    [InlineData("time_s,left_heel_x,left_heel_y,left_heel_z,left_hip_x,left_hip_y,left_hip_z\n0,0,0,0,10,900,20\n", "millimetres. Give metres")]
    [InlineData("time_s,left_heel_x,left_heel_y,left_heel_z,left_hip_x,left_hip_y,left_hip_z\n0,0,0,0,1,90,2\n", "centimetres. Give metres")]
    [InlineData("time_s,nose_x,nose_y,nose_z\n1,1,2,3\n1,1,2,3\n", "time_s")]
    public async Task What_is_no_recording_is_refused_in_one_line(string content, string says)
        => (await AnalyzeAsync(content)).IsBadInput("landmarks.csv", says);

    [Fact]
    public void Lengths_that_fit_the_height_are_left_alone_and_others_are_scaled_to_it()
    {
        Assert.Equal(1, LandmarkResults.LengthScale(1.70, 1.75));
        Assert.Equal(1, LandmarkResults.LengthScale(1.70, null));
        Assert.Equal(1, LandmarkResults.LengthScale(null, 1.75));
        Assert.Equal(1.25, LandmarkResults.LengthScale(1.40, 1.75), 1e-9);
    }

    private Task<ProgramResult> AnalyzeAsync(string content, params string[] options)
    {
        var file = _folder.File("landmarks.csv");
        File.WriteAllText(file, content);
        return PhysioEdgeProgram.RunAsync(["analyze", "landmarks", file, "--rate-hz", "50", "--out", Out, .. options]);
    }

    private static string Csv(MotionScript script)
    {
        var landmarks = Enum.GetValues<BodyLandmark>();
        var header = landmarks.Select(l => JsonNamingPolicy.SnakeCaseLower.ConvertName(l.ToString())).SelectMany(n => new[] { n + "_x", n + "_y", n + "_z" });
        var rows = PhantomLandmarks.Of(script, 50).Select(r => string.Join(',', landmarks
            .SelectMany(l => new[] { r.Landmarks[l].World.X, r.Landmarks[l].World.Y, r.Landmarks[l].World.Z })
            .Select(v => v.ToString(CultureInfo.InvariantCulture))
            .Prepend(r.At.TotalSeconds.ToString(CultureInfo.InvariantCulture))));
        return string.Join('\n', rows.Prepend("time_s," + string.Join(',', header)));
    }
}
