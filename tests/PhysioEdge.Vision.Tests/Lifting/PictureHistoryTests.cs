using PhysioEdge.Vision.Lifting;

namespace PhysioEdge.Vision.Tests.Lifting;

public class PictureHistoryTests
{
    private readonly PictureHistory _history = new();

    [Fact]
    public void Between_two_pictures_it_is_in_between()
    {
        Add(1, 10);
        Add(2, 20);

        Assert.Equal(12.5f, Read(1.25), 1e-4f);
    }

    [Fact]
    public void Before_the_first_and_after_the_last_picture_it_is_as_at_those()
    {
        Add(1, 10);
        Add(2, 20);

        Assert.Equal((10f, 20f), (Read(-3), Read(9)));
        Assert.True(_history.Spans(1.5));
        Assert.False(_history.Spans(2.1));
    }

    [Fact]
    public void After_more_pictures_than_it_keeps_the_newest_are_there()
    {
        for (var i = 0; i < 1000; i++)
            Add(i / 30.0, i);

        Assert.Equal(990.5f, Read(990.5 / 30), 1e-2f);
        Assert.False(_history.Spans(1));
    }

    private void Add(double seconds, float value) => _history.Add(seconds).Fill(value);

    private float Read(double seconds)
    {
        var read = new float[LiftFeatures.Count * 2];
        _history.Read(seconds, read, 2);
        Assert.All(Enumerable.Range(0, LiftFeatures.Count), i => Assert.Equal(read[0], read[2 * i]));
        return read[0];
    }
}
