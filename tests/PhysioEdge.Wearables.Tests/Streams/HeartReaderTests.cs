using PhysioEdge.Wearables.Codecs;
using PhysioEdge.Wearables.Streams;

namespace PhysioEdge.Wearables.Tests.Streams;

public sealed class HeartReaderTests
{
    private readonly HeartReader _reader = new();
    private readonly List<HeartFrame> _beats = [];

    [Fact]
    public void Beats_follow_one_another_by_their_intervals_whenever_the_notification_comes()
    {
        Notify(10.0, 1024);
        Notify(11.3, 1024);
        Notify(12.05, 512, 512);

        Assert.Equal([10.0, 11.0, 11.5, 12.0], Times());
        Assert.Equal([1000.0, 1000.0, 500.0, 500.0], _beats.Select(b => b.IntervalMs!.Value));
    }

    [Fact]
    public void No_beat_is_later_than_the_notification_that_tells_it()
    {
        Notify(10.5, 1024);
        Notify(11.2, 1024);
        Notify(12.4, 1024);

        Assert.Equal([10.5, 11.2, 12.2], Times());
    }

    [Fact]
    public void After_lost_notifications_beats_are_set_anew_and_the_gap_is_told()
    {
        Notify(10, 1024);
        Notify(11, 1024);
        Notify(20, 1024);

        Assert.Equal([10.0, 11.0, 20.0], Times());
        Assert.Equal([true, false, true], _beats.Select(b => b.IsAfterGap));
    }

    [Fact]
    public void A_new_subscription_begins_anew()
    {
        Notify(10, 1024);
        _reader.Add(Encoded(1024), TimeSpan.FromSeconds(11.5), 2, _beats);

        Assert.Equal([10.0, 11.5], Times());
        Assert.True(_beats[1].IsAfterGap);
    }

    [Fact]
    public void A_sensor_that_is_taken_off_gives_no_beats()
    {
        Notify(10, 1024);
        _reader.Add(new HeartRateMeasurement { BeatsPerMinute = 60, ContactDetected = false, RrIntervals = new ushort[] { 700 } }.Encode(), TimeSpan.FromSeconds(11), 1, _beats);

        Assert.Single(_beats);
        Assert.False(_reader.IsWorn);
    }

    [Fact]
    public void A_watch_without_intervals_gives_its_heart_rate()
    {
        _reader.Add(new HeartRateMeasurement { BeatsPerMinute = 71 }.Encode(), TimeSpan.FromSeconds(4), 1, _beats);

        Assert.Equal([new HeartFrame(TimeSpan.FromSeconds(4), null, 71, false)], _beats);
    }

    [Fact]
    public void A_malformed_value_is_counted_by_its_reason()
    {
        _reader.Add([0x10, 60, 1], TimeSpan.FromSeconds(1), 1, _beats);

        Assert.Empty(_beats);
        Assert.Equal(1, _reader.Packets.Refused.Values.Sum());
    }

    private void Notify(double arrivedAt, params ushort[] intervals) => _reader.Add(Encoded(intervals), TimeSpan.FromSeconds(arrivedAt), 1, _beats);

    private static byte[] Encoded(params ushort[] intervals) => new HeartRateMeasurement { BeatsPerMinute = 60, RrIntervals = intervals }.Encode();

    private IEnumerable<double> Times() => _beats.Select(b => Math.Round(b.CapturedAt.TotalSeconds, 6));
}
