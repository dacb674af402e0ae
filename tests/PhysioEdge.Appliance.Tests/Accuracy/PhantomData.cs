using System.Globalization;
using System.Numerics;
using System.Text.Json;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Models;
using PhysioEdge.Appliance.Tests.Accuracy.Identity;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.Inference.Models;
using PhysioEdge.Simulation;
using PhysioEdge.TestKit;
using PhysioEdge.Vision.Capture.OpenCv;

namespace PhysioEdge.Appliance.Tests.Accuracy;

/// <summary>A folder of recordings of the phantom patient, of whom everything is known.</summary>
internal sealed class PhantomData : IDisposable
{
    private readonly TempFolder _folder = new();

    public string Path => _folder.Path;

    public void Dispose() => _folder.Dispose();

    /// <summary>A video with its true angles, and a peer who is 5° off in the knees.</summary>
    public async Task AddMocapAsync(string name)
    {
        var folder = Folder(name);
        File.Copy(await PhantomVideo.PathAsync(), System.IO.Path.Combine(folder, "video.mp4"));
        WriteAngles(System.IO.Path.Combine(folder, "reference_mocap_angles_deg.csv"), 0);
        WriteAngles(System.IO.Path.Combine(folder, "peer_five_off_angles_deg.csv"), 5);
    }

    /// <summary>A picture with the landmarks that our own pipeline finds: those of a port without a fault.</summary>
    public async Task AddPictureAsync()
    {
        var folder = Folder("golden");
        var picture = System.IO.Path.Combine(folder, "phantom.png");
        Tool.Run("ffmpeg", "-v", "error", "-i", await PhantomVideo.PathAsync(), "-frames:v", "1", picture);
        var frame = StillPicture.Read(picture);
        using var tracker = new PoseModels(ModelStore.Open(), TimeProvider.System).CreateTracker(PoseModel.Lite);
        tracker.Track(frame, TimeSpan.Zero, out var pose);
        Landmark[] found = [.. Enumerable.Range(0, LandmarkSet.Count).Select(i => pose.Raw[i])];
        var expected = new
        {
            l = found.Select(l => new[] { l.Pixel.X / frame.Width, l.Pixel.Y / frame.Height }),
            w = found.Select(l => new[] { l.World.X, l.World.Y, l.World.Z }),
        };
        var json = JsonSerializer.Serialize(new { lite = new Dictionary<string, object> { ["phantom.png"] = expected } });
        await File.WriteAllTextAsync(System.IO.Path.Combine(folder, "expected_lite.json"), json);
    }

    /// <summary>The same video as that of two people, the second of whom is somewhere else.</summary>
    public async Task AddGroupAsync()
    {
        var folder = Folder("group");
        File.Copy(await PhantomVideo.PathAsync(), System.IO.Path.Combine(folder, "cam01.mp4"));
        await using var camera = PhantomVideo.Camera();
        var patient = Enumerable.Range(0, (int)camera.FrameCount).Select(i => TrunkOf(camera.TruthAt(TimeSpan.FromSeconds(i / PhantomVideo.RateHz)))).ToList();
        Write("group/Calib_test.toml", PeopleFiles.Calibration("cam_01"));
        Write("group/trial_P1_0-100.trc", PeopleFiles.Trc(patient.Select(p => (p.MidHip + new Vector2(300, 0), p.MidShoulder + new Vector2(300, 0)))));
        Write("group/trial_P2_0-100.trc", PeopleFiles.Trc(patient));
    }

    public void Write(string name, string text)
    {
        var path = _folder.File(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private string Folder(string name) => Directory.CreateDirectory(_folder.File(name)).FullName;

    private static void WriteAngles(string path, double offset)
    {
        var camera = PhantomVideo.Camera();
        var count = (int)(100 * camera.FrameCount / PhantomVideo.RateHz);
        File.WriteAllLines(path, ["time,knee3_l,knee3_r,hip3_l,hip3_r", .. Enumerable.Range(0, count).Select(i =>
        {
            var angles = camera.TruthAt(TimeSpan.FromSeconds(i / 100.0)).Angles;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{i / 100.0},{angles.KneeLeft + offset},{angles.KneeRight + offset},{angles.HipLeft},{angles.HipRight}");
        })]);
    }

    private static (Vector2 MidHip, Vector2 MidShoulder) TrunkOf(PhantomTruth truth) => (
        (truth.PixelOf(BodyLandmark.LeftHip) + truth.PixelOf(BodyLandmark.RightHip)) / 2,
        (truth.PixelOf(BodyLandmark.LeftShoulder) + truth.PixelOf(BodyLandmark.RightShoulder)) / 2);
}
