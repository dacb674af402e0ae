using PhysioEdge.Appliance.Accuracy;

namespace PhysioEdge.Appliance.Tests.Accuracy;

public sealed class ReferenceDataTests : IDisposable
{
    private readonly PhantomData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void Recordings_are_found_by_their_files_whatever_the_folders_are_called()
    {
        foreach (var file in (string[])
        [
            "a/b/reference_mocap_angles_deg.csv", "a/b/peer_some_system_angles_deg.csv", "c/reference_mocap_angles_deg.csv",
            "g/expected_lite_full_heavy.json", "g/walk.full.json", "g/walk_3d.full.json",
            "m/Calib_x.toml", "m/two/T_P1_0-9_filtered.trc", "m/two/T_P2_0-9_filtered.trc", "m/two/cam01.mp4", "m/two/cam02.mp4",
            "m/one/S00_P00_T01_Trial_0-100.trc", "m/one/S00_P00_T01_Trial_0-100_filtered.trc", "m/one/cam01.mp4", "other/video.mp4",
        ])
        {
            _data.Write(file, "");
        }

        var found = ReferenceData.Find(_data.Path);

        Assert.Equal(["a/b", "c"], found.Mocap.Select(m => found.NameOf(m.Folder)));
        Assert.Equal(["some system"], found.Mocap[0].Peers.Select(p => p.Name));
        Assert.Equal(["g/expected_lite_full_heavy.json"], found.Pictures.Select(found.NameOf));
        var clip = Assert.Single(found.Clips);
        Assert.Equal(("g/walk.mp4", "full", "g/walk_3d.full.json"), (found.NameOf(clip.Video), clip.Model, found.NameOf(clip.World)));
        Assert.Equal(["m/two/cam01.mp4", "m/two/cam02.mp4"], found.Groups.Select(g => found.NameOf(g.Video)));
        Assert.All(found.Groups, g => Assert.Equal(["P1", "P2"], g.People.Select(p => p.Name)));
        Assert.All(found.Groups, g => Assert.Equal("m/Calib_x.toml", found.NameOf(g.Calibration)));
    }
}
