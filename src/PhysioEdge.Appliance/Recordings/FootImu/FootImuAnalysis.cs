using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.FootImu;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Appliance.Recordings.FootImu;

/// <summary>What the inertial sensors of the feet tell of a recording.</summary>
internal sealed class FootImuAnalysis
{
    private readonly List<GaitEvent> _events = [];
    private readonly List<FootStride> _strides = [];

    /// <summary>Gets the events of both feet, in the order in which they happened.</summary>
    public IReadOnlyList<GaitEvent> Events => [.. _events.OrderBy(e => e.At)];

    /// <summary>Gets the strides of both feet, in order.</summary>
    public IReadOnlyList<FootStride> Strides => [.. _strides.OrderBy(s => s.Start)];

    /// <summary>Gets the times on the floor, from each initial contact to the next toe-off of that foot, in the order in which they were known.</summary>
    public IReadOnlyList<FootContact> Contacts => [.. KnownContacts().Select(c => c.Contact)];

    public long Samples { get; private set; }

    /// <summary>Takes one foot's samples through.</summary>
    public FootImuAnalysis Add(Side side, double samplingRateHz, IEnumerable<ImuSample> samples)
    {
        var gait = new FootGait(side, samplingRateHz, _events.Add, _strides.Add);
        foreach (var sample in samples)
        {
            gait.Add(sample);
            Samples++;
        }

        return this;
    }

    /// <summary>The alarms, as a live stream of both feet would raise them.</summary>
    public IReadOnlyList<Flag> Flags()
    {
        var timing = new TimingAsymmetry();
        return [.. KnownContacts().SelectMany(c => timing.Add(c.Contact, c.KnownAt))];
    }

    private IEnumerable<(FootContact Contact, TimeSpan KnownAt)> KnownContacts()
        => new[] { Side.Left, Side.Right }.SelectMany(side => ContactsOf([.. Events.Where(e => e.Side == side)])).OrderBy(c => c.KnownAt);

    private static IEnumerable<(FootContact Contact, TimeSpan KnownAt)> ContactsOf(GaitEvent[] events)
        => events.Zip(events.Skip(1))
            .Where(pair => pair.First.Kind == GaitEventKind.InitialContact && pair.Second.Kind == GaitEventKind.ToeOff)
            .Select(pair => (new FootContact(pair.First.Side, pair.First.At, pair.Second.At), pair.Second.KnownAt));
}
