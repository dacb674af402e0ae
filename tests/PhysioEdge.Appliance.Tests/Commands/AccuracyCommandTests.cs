using System.Globalization;
using PhysioEdge.Appliance.Accuracy.Phantom;
using PhysioEdge.Appliance.Commands;
using PhysioEdge.Appliance.Tests.Accuracy;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.Inference.Models;
using PhysioEdge.Simulation.Counting;
using PhysioEdge.TestKit;
using PhysioEdge.TestKit.Video;

namespace PhysioEdge.Appliance.Tests.Commands;

public sealed class AccuracyCommandTests : IDisposable
{
    private readonly PhantomData _data = new();
    private readonly TempFolder _folder = new();

    private string Report => _folder.File("new/docs/accuracy.md");

    public void Dispose()
    {
        _data.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_phantom_s_recordings_are_measured_against_what_is_true_of_it()
    {
        await _data.AddMocapAsync("clips/phantom");
        await _data.AddPictureAsync();
        await _data.AddGroupAsync();

        Assert.Equal(0, await MeasureAsync());

        var text = await File.ReadAllTextAsync(Report, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(_data.Path, text, StringComparison.Ordinal);
        Assert.Contains(ModelStore.Open().Describe(PoseModel.Lite).Sha256, text, StringComparison.Ordinal);
        Assert.Contains("3 recordings and picture sets, of which 0 failed", text, StringComparison.Ordinal);

        var lite = Row(text, "clips/phantom", "lite", table: 0);
        var frames = PhantomVideo.Camera().FrameCount;
        Assert.Equal($"{frames} ({frames})", lite[2]);
        Assert.All(lite[3..5], raw => Assert.InRange(Number(raw), 0.5, 25));
        Assert.InRange(Number(lite[8]), 0.3, Number(lite[6]) + 1);

        var peer = Row(text, "clips/phantom", "five off", table: 0);
        Assert.Equal(["5.0", "0.0", "0", "5.0", "0.0", "0.0", "0.0"], peer[3..]);

        var repetitions = Row(text, "clips/phantom", "lite", table: 2);
        Assert.Equal(["4", "4", "0", "0"], repetitions[2..6]);
        Assert.Equal(["phantom.png", "480×640", "1", "lite", "0.00", "0.00", "0.0000", "≤ 1, 4, 0.03", "met"], Cells(text, "| phantom.png"));
        Assert.Equal(["group/cam01.mp4", "lite", "P2", $"{frames}", $"{frames}", "100 %"], Cells(text, "| group/cam01.mp4"));
    }

    [Fact]
    public async Task A_recording_that_is_cut_short_is_named_and_the_rest_goes_on()
    {
        await _data.AddMocapAsync("a-broken");
        await _data.AddPictureAsync();
        File.Copy(Clips.CutShort, Path.Combine(_data.Path, "a-broken/video.mp4"), overwrite: true);

        var exception = await Assert.ThrowsAsync<InputException>(MeasureAsync);

        Assert.Contains(Path.Combine(_data.Path, "a-broken/video.mp4"), exception.Message, StringComparison.Ordinal);
        Assert.Contains("cut short", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
        var text = await File.ReadAllTextAsync(Report, TestContext.Current.CancellationToken);
        Assert.Contains("of which 1 failed", text, StringComparison.Ordinal);
        Assert.Contains("| a-broken | 'a-broken/video.mp4' is cut short", text, StringComparison.Ordinal);
        Assert.Contains("| phantom.png |", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_failures_are_one_line_that_leads_to_the_report()
    {
        _data.Write("one/reference_mocap_angles_deg.csv", "time\n");
        _data.Write("two/reference_mocap_angles_deg.csv", "time\n");

        var exception = await Assert.ThrowsAsync<InputException>(MeasureAsync);

        Assert.Contains("one/reference_mocap_angles_deg.csv", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith($"1 more failed: see {Report}.", exception.Message, StringComparison.Ordinal);
        Assert.Contains("| two |", await File.ReadAllTextAsync(Report, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
        => (await PhysioEdgeProgram.RunAsync("accuracy", "no-such-folder")).IsBadInput("no-such-folder", "Give the folder");

    [Fact]
    public async Task A_folder_with_nothing_known_in_it_is_named_with_what_is_looked_for()
        => (await PhysioEdgeProgram.RunAsync("accuracy", _data.Path)).IsBadInput(_data.Path, "reference_mocap_angles_deg.csv", "video.mp4");

    [Fact]
    public async Task A_report_that_cannot_be_written_is_named_before_anything_is_measured()
    {
        _data.Write("one/reference_mocap_angles_deg.csv", "time\n");

        (await PhysioEdgeProgram.RunAsync("accuracy", _data.Path, "--out", _folder.Path)).IsBadInput("--out", _folder.Path);
    }

    [Fact]
    public async Task Without_recordings_the_phantom_is_measured_by_view_body_light_and_exercise()
    {
        var plan = new PhantomPlan([new(45, "average", "daylight"), new(90, "heavy", "dim")], [1]);

        Assert.Equal(0, await AccuracyCommand.RunAsync(null, Report, [PoseModel.Lite], plan, TestContext.Current.CancellationToken));

        var text = await File.ReadAllTextAsync(Report, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("motion capture have clocks", text, StringComparison.Ordinal);
        var pictures = plan.Settings[0].Open().FrameCount;
        Assert.Equal(["lite", $"{pictures}", "0.0 %"], Cells(text, "| usual patient, usual light")[1..4]);
        Assert.Equal($"{2 * pictures}", Cells(text, "| all")[2]);
        foreach (var part in (string[])["45°", "90°", "average", "heavy", "daylight", "dim", "squat", "walking", "single-leg-stance", "at rest"])
        {
            var cells = Cells(text, $"| {part} |");
            Assert.Equal("lite", cells[1]);
            Assert.All(cells[4..6], cell => Assert.InRange(Number(cell.Split(' ')[0]), 1, 60));
        }

        var scene = CountingScene.Of(1);
        Assert.Equal(["lite", "1"], Cells(text, "| lite | 1 |")[..2]);
        Assert.Equal($"{scene.Whole}", Cells(text, "| lite | 1 |")[4]);
        Assert.InRange(Number(Cells(text, "| lite | 1 |")[5]), scene.Whole - 1, scene.Whole + 1);
    }

    /// <summary>With the shipped lite model alone, for heavy would be fetched; and without the phantom.</summary>
    private Task<int> MeasureAsync()
        => AccuracyCommand.RunAsync(_data.Path, Report, [PoseModel.Lite], new PhantomPlan([], []), TestContext.Current.CancellationToken);

    /// <summary>The row of a recording and system in one of the tables that have them, which come in the order of the report.</summary>
    private static string[] Row(string text, string recording, string system, int table)
        => text.Split('\n').Where(line => line.StartsWith($"| {recording} | {system} |", StringComparison.Ordinal)).ElementAt(table).Split('|', StringSplitOptions.TrimEntries)[1..^1];

    private static string[] Cells(string text, string start)
        => text.Split('\n').Single(line => line.StartsWith(start, StringComparison.Ordinal)).Split('|', StringSplitOptions.TrimEntries)[1..^1];

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
