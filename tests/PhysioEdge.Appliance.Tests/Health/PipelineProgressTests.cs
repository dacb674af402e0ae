using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Appliance.Health;

namespace PhysioEdge.Appliance.Tests.Health;

public class PipelineProgressTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly PipelineProgress _progress;
    private long _captured;
    private long _processed;

    public PipelineProgressTests() => _progress = new(() => [new PictureCounts("cam-1", _captured, _processed)], _time);

    [Fact]
    public void A_pipeline_that_does_nothing_with_pictures_that_come_is_found()
    {
        Assert.Equal([null, null, null, "cam-1"], Enumerable.Range(0, 4).Select(_ => After(TimeSpan.FromSeconds(20), captured: 600, processed: 0)));
    }

    [Fact]
    public void One_that_works_on_some_of_them_is_not_stuck()
    {
        Assert.All(Enumerable.Range(0, 20), _ => Assert.Null(After(TimeSpan.FromSeconds(50), captured: 1500, processed: 1)));
    }

    [Fact]
    public void A_camera_that_gives_no_pictures_is_the_cameras_trouble()
    {
        After(TimeSpan.FromSeconds(1), captured: 30, processed: 30);

        Assert.All(Enumerable.Range(0, 20), _ => Assert.Null(After(TimeSpan.FromSeconds(50), captured: 0, processed: 0)));
    }

    [Fact]
    public void Once_it_works_again_it_is_not_stuck_any_more()
    {
        foreach (var _ in Enumerable.Range(0, 4))
            After(TimeSpan.FromSeconds(30), captured: 900, processed: 0);

        Assert.Null(After(TimeSpan.FromSeconds(1), captured: 30, processed: 30));
    }

    private string? After(TimeSpan time, int captured, int processed)
    {
        _time.Advance(time);
        (_captured, _processed) = (_captured + captured, _processed + processed);
        return _progress.FindStuck();
    }
}
