using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Sessions.Wearables;
using PhysioEdge.Contracts.CarePlans;
using PhysioEdge.Wearables.Bluetooth;

namespace PhysioEdge.Benchmarks.Bluetooth.Loads;

/// <summary>
/// The box's side of the load in a process of its own, so that its processor time and memory are nobody else's: it streams from all
/// insoles, takes what comes through a pipeline for each patient and writes the result to stdout.
/// </summary>
internal sealed class LoadReceiver : IAsyncDisposable
{
    /// <summary>The argument that starts it, followed by the pairs, the bus and the seconds to measure.</summary>
    public const string Switch = "--receive";

    /// <summary>What it writes when it begins to measure.</summary>
    public const string Begun = "begun";

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private readonly TimeProvider _time;
    private readonly int _count;
    private readonly BluetoothCentral _central;
    private readonly Dictionary<string, LoadedPatient> _patients = [];
    private readonly Lock _gate = new();
    private Tally _tally = new();

    private LoadReceiver(int pairs, string bus, TimeProvider time)
    {
        (_time, _count) = (time, 2 * pairs);
        var devices = Enumerable.Range(0, pairs).SelectMany(AddPatient).ToList();
        _central = new BluetoothCentral(devices, new() { BusAddress = bus }, time, NullLogger<BluetoothCentral>.Instance);
    }

    public static async Task RunAsync(string pairs, string bus, string seconds, TimeProvider time)
    {
        var before = Environment.WorkingSet;
        await using var receiver = new LoadReceiver(int.Parse(pairs, CultureInfo.InvariantCulture), bus, time);
        using var over = new CancellationTokenSource();
        var working = Task.WhenAll(receiver._central.RunAsync(over.Token), receiver.ListenAsync());
        var result = await receiver.MeasureAsync(TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)), before / 1e6);
        Console.WriteLine(JsonSerializer.Serialize(result));
        await over.CancelAsync();
        await working;
    }

    public ValueTask DisposeAsync() => _central.DisposeAsync();

    private IEnumerable<BluetoothDevice> AddPatient(int pair)
    {
        var plan = new CarePlan
        {
            Patient = $"pt-{pair}",
            Version = 1,
            Exercises = [],
            BodyMassKilograms = 72,
            WeightBearing = new PrescribedWeightBearing(PrescribedSide.Left, 60),
            AsymmetryLimitPercent = 20,
        };
        var devices = InsoleCrowd.DevicesOf(plan, pair);
        var patient = new LoadedPatient(new WearerPipeline(plan, devices), devices);
        foreach (var device in devices)
        {
            _patients.Add(device.Id, patient);
            yield return new BluetoothDevice { Id = device.Id, Address = device.Address, Characteristics = [device.Insole!.Profile.Characteristic] };
        }
    }

    private async Task<LoadResult> MeasureAsync(TimeSpan span, double megabytesBefore)
    {
        var started = _time.GetTimestamp();
        while (_central.Links.Count(l => l.State == LinkState.Streaming) < _count)
            await Task.Delay(Glance, _time);
        var linked = _time.GetElapsedTime(started);
        await Task.Delay(WarmUp, _time);
        Console.WriteLine(Begun);
        lock (_gate)
            _tally = new Tally();
        var (cpu, bytes, begun) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(), _time.GetTimestamp());
        await Task.Delay(span, _time);
        var (spent, allocated, elapsed) = (Environment.CpuUsage.TotalTime - cpu, GC.GetTotalAllocatedBytes() - bytes, _time.GetElapsedTime(begun));
        lock (_gate)
        {
            return new LoadResult
            {
                LinkedAfterSeconds = linked.TotalSeconds,
                Notifications = _tally.Notifications,
                Lost = _patients.Sum(p => p.Value.LostOf(p.Key)) + _central.Overflowed,
                Steps = _tally.Steps,
                CoreShare = spent / elapsed,
                WorkingSetBeforeMegabytes = megabytesBefore,
                WorkingSetMegabytes = Environment.WorkingSet / 1e6,
                BytesPerNotification = (double)allocated / _tally.Notifications,
                ProcessedMilliseconds = Summary(_tally.Processed),
                MeasuredMilliseconds = Summary(_tally.Measured),
            };
        }
    }

    private static double[] Summary(Latencies latencies) => [latencies.Milliseconds(0.5), latencies.Milliseconds(0.99), latencies.LongestMilliseconds];

    private async Task ListenAsync()
    {
        await foreach (var notification in _central.Notifications.ReadAllAsync())
        {
            lock (_gate)
                Take(notification);
        }
    }

    private void Take(in DeviceNotification notification)
    {
        var patient = _patients[notification.Device];
        var found = patient.Take(notification);
        var now = _time.GetElapsedTime(0);
        _tally.Notifications++;
        _tally.Steps += found.Steps.Count;
        _tally.Processed.Add(now - notification.ArrivedAt);
        foreach (var (side, _) in found.Frames)
            _tally.Measured.Add(now - patient.ArrivalOf(side));
    }

    private sealed class Tally
    {
        public Latencies Processed { get; } = new();

        public Latencies Measured { get; } = new();

        public long Notifications { get; set; }

        public long Steps { get; set; }
    }

    /// <summary>A patient's pipeline, and when the samples arrived that are still in it.</summary>
    private sealed class LoadedPatient(WearerPipeline pipeline, DeviceConfiguration[] devices)
    {
        private readonly int _samplesPerPacket = devices[0].Insole!.Profile.Samples.Count;
        private readonly Queue<TimeSpan> _left = new();
        private readonly Queue<TimeSpan> _right = new();

        public WearerFindings Take(in DeviceNotification notification)
        {
            var arrivals = notification.Device == devices[0].Id ? _left : _right;
            for (var i = 0; i < _samplesPerPacket; i++)
                arrivals.Enqueue(notification.ArrivedAt);
            return pipeline.Process(notification);
        }

        public TimeSpan ArrivalOf(Side side) => (side == Side.Left ? _left : _right).Dequeue();

        public long LostOf(string device) => pipeline.CountsOf(device).Lost;
    }
}
