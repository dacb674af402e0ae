using System.Globalization;
using System.Text.Json;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.TestKit;
using PhysioEdge.TestKit.Video;

namespace PhysioEdge.Appliance.Tests.Commands;

public sealed class AnalyzeVideoTests : IDisposable
{
    private static readonly string[] Files = ["angles.csv", "flags.csv", "gait_events.csv", "landmarks.csv", "summary.json"];

    /// <summary>The script's movements begin and end gently: so many seconds go by in their first twentieth.</summary>
    private const double Onset = 0.19;

    private readonly TempFolder _folder = new();

    private string Out => _folder.File("new/results");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Squats_are_recognised_counted_and_timed()
    {
        var result = await AnalyzeAsync(await PhantomVideo.PathAsync(), "--model", "full");

        Assert.Equal((0, "", ""), (result.ExitCode, result.Output, result.Error));
        Assert.Equal(Files, Directory.GetFiles(Out).Select(Path.GetFileName).Order());
        var camera = PhantomVideo.Camera();
        var summary = Summary();
        Assert.Equal(camera.FrameCount, summary.GetProperty("frames").GetInt64());
        Assert.Equal(camera.FrameCount, summary.GetProperty("frames_with_pose").GetInt64());
        Assert.Equal("squat", summary.GetProperty("exercise").GetString());
        var found = summary.GetProperty("repetitions").EnumerateArray().ToList();
        Assert.Equal(camera.Repetitions.Count, found.Count);
        foreach (var (truth, repetition) in camera.Repetitions.Zip(found))
        {
            Assert.Equal(truth.Start.TotalSeconds + Onset, repetition.GetProperty("start_s").GetDouble(), 0.2);
            Assert.Equal(truth.Peak.TotalSeconds, repetition.GetProperty("peak_s").GetDouble(), 0.2);
            Assert.Equal(truth.End.TotalSeconds - Onset, repetition.GetProperty("end_s").GetDouble(), 0.2);
            Assert.Equal("both", repetition.GetProperty("side").GetString());
            Assert.False(repetition.GetProperty("partial").GetBoolean());
        }
    }

    [Fact]
    public async Task Tables_have_the_columns_and_a_row_for_every_picture()
    {
        await AnalyzeAsync(await PhantomVideo.PathAsync(), "--model", "lite");

        var angles = Table("angles.csv");
        Assert.Equal(
            "time_s,knee_left_deg,knee_right_deg,hip_left_deg,hip_right_deg,ankle_left_deg,ankle_right_deg,shoulder_left_deg,shoulder_right_deg,elbow_left_deg,elbow_right_deg,trunk_deg,quality",
            string.Join(',', angles[0][..13]));
        Assert.Equal("knee_left_uncertainty_deg", angles[0][13]);
        Assert.Equal(["knee_valgus_left_deg", "knee_valgus_right_deg"], angles[0][^2..]);
        Assert.All(angles[1..], row => Assert.InRange(Number(row[13]), 0.5, 60));
        Assert.Equal(PhantomVideo.Camera().FrameCount, angles.Length - 1);
        Assert.All(angles[1..].Index(), row => Assert.Equal(row.Index / PhantomVideo.RateHz, Number(row.Item[0]), 1e-3));
        var bent = angles[1..].Max(row => Number(row[1]));
        Assert.InRange(bent, 70, 125);

        var landmarks = Table("landmarks.csv");
        Assert.Equal(1 + (33 * 6), landmarks[0].Length);
        Assert.Equal(
            ["time_s", "nose_px_x", "nose_px_y", "nose_visibility", "nose_x_m", "nose_y_m", "nose_z_m", "left_eye_inner_px_x"],
            landmarks[0][..8]);
        Assert.Contains("right_foot_index_z_m", landmarks[0]);
        Assert.Equal(angles.Length, landmarks.Length);
        Assert.Equal(["side,kind,time_s"], File.ReadAllLines(Path.Combine(Out, "gait_events.csv")));
        Assert.Equal(["time_s,onset_s,kind,severity,explanation"], File.ReadAllLines(Path.Combine(Out, "flags.csv")));
    }

    [Fact]
    public async Task A_care_plan_raises_the_flags_that_the_service_would_raise()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync());

        await AnalyzeAsync(await PhantomVideo.PathAsync(), "--model", "lite", "--care-plan", Path.Combine(box.Path, "careplans/pt-7f3a.json"));

        var flags = Summary().GetProperty("flags").EnumerateArray().ToList();
        Assert.Equal(["rom.deficit", "set.unfinished"], flags.Select(f => f.GetProperty("kind").GetString()));
        Assert.StartsWith("Knee flexion reached", flags[0].GetProperty("explanation").GetString(), StringComparison.Ordinal);
        Assert.Contains("in repetition 4", flags[0].GetProperty("explanation").GetString(), StringComparison.Ordinal);
        Assert.Contains("4 of 5", flags[1].GetProperty("explanation").GetString(), StringComparison.Ordinal);
        Assert.Equal(3, Table("flags.csv").Length);
    }

    [Fact]
    public async Task A_copy_with_the_pose_drawn_in_has_every_picture()
    {
        await AnalyzeAsync(await PhantomVideo.PathAsync(), "--model", "lite", "--annotate");

        var pictures = Tool.Run(
            "ffprobe", "-v", "error", "-count_frames", "-select_streams", "v", "-show_entries", "stream=nb_read_frames", "-of", "csv=p=0", Path.Combine(Out, "annotated.mp4"));
        Assert.Equal(PhantomVideo.Camera().FrameCount, long.Parse(pictures, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Nobody_in_the_picture_leaves_the_cells_empty()
    {
        var result = await AnalyzeAsync(Clips.Steady.Path, "--model", "lite");

        Assert.Equal(0, result.ExitCode);
        var summary = Summary();
        Assert.Equal((60, 0), (summary.GetProperty("frames").GetInt32(), summary.GetProperty("frames_with_pose").GetInt32()));
        Assert.Equal(JsonValueKind.Null, summary.GetProperty("exercise").ValueKind);
        Assert.Empty(summary.GetProperty("repetitions").EnumerateArray());
        Assert.All(Table("angles.csv")[1..], row => Assert.All([.. row[1..12], .. row[13..]], cell => Assert.Equal("", cell)));
    }

    [Fact]
    public async Task A_video_that_breaks_off_is_measured_up_to_there_and_reported()
    {
        var result = await AnalyzeAsync(Clips.CutShort, "--model", "lite");

        result.IsBadInput(Clips.CutShort);
        Assert.Equal(Files, Directory.GetFiles(Out).Select(Path.GetFileName).Order());
        Assert.InRange(Summary().GetProperty("frames").GetInt32(), 1, 119);
        Assert.InRange(Summary().GetProperty("readable_until_s").GetDouble(), 0.1, 4);
    }

    [Fact]
    public async Task A_picture_is_no_video() => (await AnalyzeAsync(Clips.Picture)).IsBadInput(Clips.Picture, "picture");

    [Fact]
    public async Task A_text_is_no_video() => (await AnalyzeAsync(Clips.Text)).IsBadInput(Clips.Text);

    [Fact]
    public async Task A_video_that_is_not_there_is_named() => (await AnalyzeAsync("no-such.mp4")).IsBadInput("no-such.mp4");

    [Fact]
    public async Task Three_errors_in_a_care_plan_are_all_named_at_once()
    {
        var plan = _folder.File("plan.json");
        await File.WriteAllTextAsync(
            plan,
            """
            {"patient": "pt-7f3a", "version": 1, "exercises": [
              {"exercise": "squatting", "side": "both", "sets": 0, "reps": 5,
               "measures": [{"code": "knee-flexion-rom", "target": "deep", "limit": 65, "unit": "deg"}]}]}
            """,
            TestContext.Current.CancellationToken);

        var result = await AnalyzeAsync(await PhantomVideo.PathAsync(), "--care-plan", plan);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(3, result.Error.TrimEnd('\n').Split('\n').Length);
        Assert.All(
            ["exercises[0].exercise", "exercises[0].sets", "exercises[0].measures[0].target"],
            field => Assert.Contains($"{plan}: {field}", result.Error, StringComparison.Ordinal));
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public async Task A_folder_for_results_that_cannot_be_made_is_named()
    {
        var file = _folder.File("a-file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var result = await PhysioEdgeProgram.RunAsync("analyze", "video", await PhantomVideo.PathAsync(), "--out", Path.Combine(file, "results"));

        result.IsBadInput("--out", file);
    }

    private Task<ProgramResult> AnalyzeAsync(string video, params IEnumerable<string> options)
        => PhysioEdgeProgram.RunAsync(["analyze", "video", video, "--out", Out, .. options]);

    private JsonElement Summary() => JsonElement.Parse(File.ReadAllText(Path.Combine(Out, "summary.json")));

    private string[][] Table(string name) => [.. File.ReadAllLines(Path.Combine(Out, name)).Select(line => line.Split(','))];

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
