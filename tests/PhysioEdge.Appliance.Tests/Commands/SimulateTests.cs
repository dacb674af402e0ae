using System.Globalization;
using System.Text.Json;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.TestKit;

namespace PhysioEdge.Appliance.Tests.Commands;

public sealed class SimulateTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Out => _folder.File("new/results");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_simulated_is_what_is_measured_in_the_video()
    {
        await SimulateAsync("--exercise", "squat", "--repetitions", "3", "--fatigue", "40", "--rate-hz", "15", "--yaw-deg", "60");

        var analysed = await PhysioEdgeProgram.RunAsync("analyze", "video", Path.Combine(Out, "simulated.mp4"), "--out", Out, "--model", "lite");

        Assert.Equal((0, ""), (analysed.ExitCode, analysed.Error));
        var (truth, found) = (Repetitions("truth.json"), Repetitions("summary.json"));
        Assert.Equal((3, 3), (truth.Count, found.Count));
        Assert.Equal("squat", Json("summary.json").GetProperty("exercise").GetString());
        Assert.All(truth.Zip(found), pair =>
        {
            Assert.Equal(Number(pair.First, "peak_s"), Number(pair.Second, "peak_s"), 0.25);
            Assert.InRange(Number(pair.Second, "rom_deg") / Number(pair.First, "rom_deg"), 0.6, 1.2);
        });
        Assert.Equal([1, 0.8, 0.6], truth.Select(r => Number(r, "peak_deg") / 95), (wanted, given) => Math.Abs(wanted - given) < 0.03);
        Assert.True(Number(found[0], "rom_deg") > Number(found[1], "rom_deg") + 5);
        Assert.True(Number(found[1], "rom_deg") > Number(found[2], "rom_deg") + 5);

        var (trueAngles, measured) = (Table("truth.csv"), Table("angles.csv"));
        Assert.Equal([.. measured[0].TakeWhile(column => column != "quality")], trueAngles[0]);
        Assert.Equal(Json("truth.json").GetProperty("frames").GetInt32() + 1, trueAngles.Length);
        Assert.Equal(measured.Length, trueAngles.Length);
        Assert.InRange(trueAngles[1..].Zip(measured[1..], (t, m) => Math.Abs(Number(t[1]) - Number(m[1]))).Average(), 0, 14);
    }

    [Fact]
    public async Task The_same_request_gives_the_same_truth_and_another_seed_another()
    {
        string[] request = ["--exercise", "shoulder-abduction", "--repetitions", "1", "--rate-hz", "4", "--size", "64x86", "--weaker-side", "left", "--weaker-by-deg", "20", "--passer-by"];
        await SimulateAsync(request);
        var (first, peak) = (await ReadTruthAsync(), Table("truth.csv")[1..].MaxBy(row => Number(row[8]))!);
        await SimulateAsync(request);
        Assert.Equal(first, await ReadTruthAsync());
        await SimulateAsync([.. request, "--seed", "2"]);
        Assert.NotEqual(first, await ReadTruthAsync());

        Assert.Equal(20, Number(peak[8]) - Number(peak[7]), 2.0);
        var truth = Json("truth.json");
        Assert.Equal(1, truth.GetProperty("other_people").GetInt32());
        Assert.Equal((64, 86, 0), (truth.GetProperty("camera").GetProperty("width").GetInt32(), truth.GetProperty("camera").GetProperty("height").GetInt32(), truth.GetProperty("camera").GetProperty("yaw_degrees").GetInt32()));
        Assert.Equal("64,86", Tool.Run("ffprobe", "-v", "error", "-select_streams", "v", "-show_entries", "stream=width,height", "-of", "csv=p=0", Path.Combine(Out, "simulated.mp4")).Trim());
    }

    [Fact]
    public async Task The_session_of_the_default_run_is_filmed_if_nothing_else_is_asked_for()
    {
        await SimulateAsync("--rate-hz", "1", "--size", "64x86");

        var truth = Json("truth.json");
        Assert.Equal(JsonValueKind.Null, truth.GetProperty("exercise").ValueKind);
        Assert.True(truth.GetProperty("repetitions").GetArrayLength() >= 8);
        Assert.Equal(truth.GetProperty("frames").GetInt32() + 1, Table("truth.csv").Length);
    }

    [Fact]
    public async Task Without_ffmpeg_the_error_says_how_to_install_it()
        => (await PhysioEdgeProgram.RunAloneAsync("simulate", "--out", Out, "--exercise", "squat")).IsBadInput("ffmpeg", "apt-get install ffmpeg");

    [Fact]
    public async Task A_folder_for_the_video_that_cannot_be_made_is_named()
    {
        var file = _folder.File("a-file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        (await PhysioEdgeProgram.RunAsync("simulate", "--out", Path.Combine(file, "results"))).IsBadInput("--out", file);
    }

    private async Task SimulateAsync(params IEnumerable<string> options)
    {
        var result = await PhysioEdgeProgram.RunAsync(["simulate", "--out", Out, .. options]);
        Assert.Equal((0, "", ""), (result.ExitCode, result.Output, result.Error));
    }

    private Task<string> ReadTruthAsync() => File.ReadAllTextAsync(Path.Combine(Out, "truth.csv"), TestContext.Current.CancellationToken);

    private List<JsonElement> Repetitions(string name) => [.. Json(name).GetProperty("repetitions").EnumerateArray()];

    private JsonElement Json(string name) => JsonElement.Parse(File.ReadAllText(Path.Combine(Out, name)));

    private string[][] Table(string name) => [.. File.ReadAllLines(Path.Combine(Out, name)).Select(line => line.Split(','))];

    private static double Number(JsonElement repetition, string name) => repetition.GetProperty(name).GetDouble();

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
