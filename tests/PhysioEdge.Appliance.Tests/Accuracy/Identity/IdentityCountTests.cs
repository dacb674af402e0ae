using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Accuracy.Identity;
using PhysioEdge.Appliance.Commands;
using PhysioEdge.TestKit;

namespace PhysioEdge.Appliance.Tests.Accuracy.Identity;

public sealed class IdentityCountTests : IDisposable
{
    private static readonly Vector2 Up = new(0, -100);
    private static readonly Vector2 LeftHip = new(100, 300);
    private static readonly Vector2 RightHip = new(400, 300);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Following_one_person_is_right_in_every_picture()
    {
        var count = Count(LeftHip, LeftHip + new Vector2(20, 10), LeftHip);

        Assert.Equal(("P1", 3, 3), (count.Patient, count.Frames, count.FramesOnPatient));
    }

    [Fact]
    public void Changing_over_to_the_other_person_is_wrong()
    {
        var count = Count(RightHip, RightHip, LeftHip, LeftHip, RightHip);

        Assert.Equal(("P2", 5, 3), (count.Patient, count.Frames, count.FramesOnPatient));
    }

    [Fact]
    public void A_picture_without_a_pose_is_not_on_the_patient()
    {
        var count = Count(LeftHip, null, LeftHip);

        Assert.Equal((3, 2), (count.Frames, count.FramesOnPatient));
    }

    [Fact]
    public void Somebody_without_a_reference_is_kept_until_a_leap()
    {
        var somebody = new Vector2(250, 500);

        var count = Count(somebody, somebody + new Vector2(40, 0), somebody + new Vector2(80, 0), somebody + new Vector2(190, 0), LeftHip);

        Assert.StartsWith("somebody", count.Patient, StringComparison.Ordinal);
        Assert.Equal((5, 3), (count.Frames, count.FramesOnPatient));
    }

    [Fact]
    public void Nobody_found_is_nobody_followed() => Assert.Equal(("nobody", 0L), (Count(null, null).Patient, Count(null, null).FramesOnPatient));

    [Fact]
    public void A_turned_camera_sees_the_world_turned()
    {
        // A quarter turn about x: the world's z, up, becomes the picture's −y; 2 m before the camera, focal length 1000.
        var camera = Assert.Single(CameraCalibration.ReadAll(Write(
            "Calib.toml",
            """
            [cam_01]
            matrix = [ [ 1000.0, 0.0, 240.0], [ 0.0, 1000.0, 320.0], [ 0.0, 0.0, 1.0]]
            rotation = [ 1.5707963267948966, 0.0, 0.0]
            translation = [ 0.0, 0.0, 2.0]
            """)));

        Assert.Equal("cam01", camera.Key);

        // TRC (X, Y, Z) is world (y, z, x): half a metre up, a quarter along the world's x.
        var pixel = camera.Value.ToPixel(new Vector3(0, 0.5f, 0.25f));
        Assert.Equal(240 + 125, pixel.X, 0.01f);
        Assert.Equal(320 - 250, pixel.Y, 0.01f);
    }

    [Theory]
    [InlineData("rotation = [ 0.0, 0.0]\ntranslation = [0, 0, 0]", "camera 'cam01': 'rotation'")]
    [InlineData("rotation = [ 0.0, 0.0, 0.0]", "camera 'cam01': 'translation'")]
    public void A_camera_that_lacks_something_is_named(string rest, string what)
        => IsNamed("Calib.toml", what, path => CameraCalibration.ReadAll(path), $"[cam_01]\nmatrix = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]\n{rest}\n");

    [Theory]
    [InlineData("nonsense\n", "is no TRC file")]
    [InlineData("PathFileType\n\n\tm\nFrame#\tTime\tRHip\n\n1\t0\t1\t1\t1\n", "has no joint 'LHip'")]
    public void What_is_no_trc_file_is_named(string text, string what)
        => IsNamed("a.trc", what, path => TrcFile.Read(path, PersonReference.Joints), text);

    [Theory]
    [InlineData("1\t0\t0.1\t1", "line 6: 4 fields, but 1 joints need 5")]
    [InlineData("1\t0\t0.1\tup\t1", "line 6, field 4: 'up' is no number")]
    public void A_row_of_a_trc_file_that_is_wrong_is_named(string row, string what)
        => IsNamed("a.trc", what, path => TrcFile.Read(path, ["RHip"]), $"PathFileType\n\n\tm\nFrame#\tTime\tRHip\n\n{row}\n");

    [Fact]
    public void Millimetres_become_metres()
    {
        var trc = TrcFile.Read(Write("a.trc", "PathFileType\n\n15\tmm\nFrame#\tTime\tRHip\n\n1\t0\t1000\t500\t\n"), ["RHip"]);

        var hip = trc.At(0, "RHip");
        Assert.Equal((1f, 0.5f, true), (hip.X, hip.Y, float.IsNaN(hip.Z)));
    }

    private IdentityCount Count(params Vector2?[] midHips)
    {
        var camera = CameraCalibration.ReadAll(Write("Calib.toml", PeopleFiles.Calibration("cam_01")))["cam01"];
        var count = new IdentityCount([Person("P1", LeftHip, camera), Person("P2", RightHip, camera)]);
        foreach (var (index, midHip) in midHips.Index())
            count.Add(index, midHip is { } at ? PoseAt(at) : new PoseFrame { CapturedAt = TimeSpan.Zero });
        return count;
    }

    private PersonReference Person(string name, Vector2 midHip, CameraCalibration camera) => new(
        name,
        TrcFile.Read(Write($"{name}.trc", PeopleFiles.Trc(Enumerable.Repeat((midHip, midHip + Up), 5))), PersonReference.Joints),
        camera);

    private static PoseFrame PoseAt(Vector2 midHip)
    {
        var landmarks = default(LandmarkSet);
        foreach (var hip in (BodyLandmark[])[BodyLandmark.LeftHip, BodyLandmark.RightHip])
            landmarks[hip] = new Landmark(midHip, 1, default);
        foreach (var shoulder in (BodyLandmark[])[BodyLandmark.LeftShoulder, BodyLandmark.RightShoulder])
            landmarks[shoulder] = new Landmark(midHip + Up, 1, default);
        return new PoseFrame { CapturedAt = TimeSpan.Zero, HasPose = true, Raw = landmarks };
    }

    private void IsNamed(string name, string what, Action<string> read, string text)
    {
        var exception = Assert.Throws<InputException>(() => read(Write(name, text)));
        Assert.Contains(_folder.File(name), exception.Message, StringComparison.Ordinal);
        Assert.Contains(what, exception.Message, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder.File(name), text);
        return _folder.File(name);
    }
}
