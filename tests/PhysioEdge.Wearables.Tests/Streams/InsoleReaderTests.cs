using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Wearables.InsoleProfiles;
using PhysioEdge.Wearables.Streams;
using PhysioEdge.Wearables.Tests.InsoleProfiles;

namespace PhysioEdge.Wearables.Tests.Streams;

public sealed class InsoleReaderTests
{
    private static readonly InsoleProfile Profile = Profiles.WithMotion with
    {
        Sizes = new Dictionary<string, IReadOnlyList<InsoleCell>> { ["42"] = [new(20, -0.4, 0), new(20, 0, -0.2), new(20, 0, 0.2), new(15, 0.4, 0)] },
    };

    private readonly InsoleReader _reader = new(Profile, "42");
    private readonly List<InsoleFrame> _frames = [];

    [Fact]
    public void Samples_have_the_time_of_the_insoles_counter_not_of_their_arrival()
    {
        foreach (var (packet, delay) in ((int, double)[])[(0, 0), (1, 0.04), (2, 0.09), (3, 0.01)])
            Notify(packet, delay);

        Assert.Equal(4 * Profile.Samples.Count, _frames.Count);
        Assert.All(_frames.Zip(_frames.Skip(1)), pair => Assert.Equal(1 / Profile.RateHz, (pair.Second.CapturedAt - pair.First.CapturedAt).TotalSeconds, 1e-3));
    }

    [Fact]
    public void A_lost_packet_leaves_a_gap_and_is_counted()
    {
        foreach (var packet in (int[])[0, 1, 3, 4, 5, 6])
            Notify(packet, 0);

        Assert.Equal(Profile.Samples.Count, _reader.Lost);
        Assert.Equal(6 * Profile.Samples.Count, _frames.Count);
        Assert.Equal((Profile.Samples.Count + 1) / Profile.RateHz, _frames.Zip(_frames.Skip(1)).Max(p => (p.Second.CapturedAt - p.First.CapturedAt).TotalSeconds), 1e-3);
    }

    [Fact]
    public void Packets_that_come_twice_or_out_of_order_are_put_right()
    {
        foreach (var packet in (int[])[0, 2, 1, 1, 3])
            Notify(packet, 0);

        Assert.Equal(4 * Profile.Samples.Count, _frames.Count);
        Assert.Equal(_frames.Select(f => f.CapturedAt).Order(), _frames.Select(f => f.CapturedAt));
        Assert.Equal((0, 1), (_reader.Lost, _reader.Repeated));
    }

    [Fact]
    public void An_insole_that_counts_anew_after_a_lost_link_goes_on_in_time()
    {
        Notify(1000, 0);
        _reader.Add(Encoded(0), TimeSpan.FromSeconds(1200), 2, _frames);

        Assert.Equal(0, _reader.Lost);
        Assert.Equal(1200, _frames[^1].CapturedAt.TotalSeconds, 1e-3);
    }

    [Fact]
    public void The_force_is_that_of_the_cells_and_their_areas()
    {
        Notify(0, 0);

        var areas = Profile.Sizes.Values.First().Sum(c => c.AreaSquareCentimetres);
        Assert.Equal(2 * areas, _frames[0].Load.ForceNewtons, 0.02 * areas);
    }

    [Fact]
    public void What_is_no_packet_is_counted_and_gives_no_sample()
    {
        _reader.Add([1, 2, 3], TimeSpan.Zero, 1, _frames);

        Assert.Empty(_frames);
        Assert.Equal(1, _reader.Packets.Refused.Values.Sum());
    }

    private void Notify(int packet, double delay)
        => _reader.Add(Encoded(packet), TimeSpan.FromSeconds((packet * Profile.Samples.Count / Profile.RateHz) + delay), 1, _frames);

    private static byte[] Encoded(int packet)
    {
        var counter = Profile.Counter.Unit == CounterUnit.Packets ? packet : packet * Profile.Samples.Count;
        var sample = new InsoleSample { Pressure = Enumerable.Repeat(2.0, Profile.Pressure.Count).ToArray(), Acceleration = new Axes(0, 0, 9.8), AngularRate = default(Axes) };
        return new InsoleCodec(Profile).Encode(new InsolePacket((uint)counter, [.. Enumerable.Repeat(sample, Profile.Samples.Count)]));
    }
}
