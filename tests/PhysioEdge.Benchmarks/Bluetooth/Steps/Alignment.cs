using System.Globalization;
using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.Landmarks;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Recordings;
using PhysioEdge.Benchmarks.Report;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Rendering;

namespace PhysioEdge.Benchmarks.Bluetooth.Steps;

/// <summary>Whether insoles and camera tell the same steps at the same time.</summary>
internal static class Alignment
{
    private const double LongestMilliseconds = 20;

    /// <summary>Half of the shortest step.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(0.2);

    public static async Task<Findings> MeasureAsync(BluetoothBench bench, CancellationToken cancellationToken)
    {
        var section = new Section(
            "The insoles in step with the picture",
            $"Initial contacts of the walks: where the script has them, where the insoles have them by `CapturedAt` after their way over the bus while {WalkInStep.PicturesPerSecond:0} pictures a second move the clock on, and "
                + "where the camera's own step detector has them from the true landmarks of the same pictures. Both detectors have errors of their own. "
                + "A contact that no toe-off follows is no step to the insoles, so the last two of each walk are missing; the small steps of a turn on the spot are none to the camera.",
            "Walk, what is compared", "Steps", "Of", "Mean, ms", "Mean amount, ms", "Worst, ms");
        var aims = new List<Aim>();
        foreach (var (name, script, view) in Scenes())
        {
            await Console.Error.WriteLineAsync($"  {name}, {script.Duration.TotalSeconds:0} s");
            await section.TryAsync(name, async () => aims.AddRange(await MeasureAsync(section, name, script, view, bench.Time, cancellationToken)));
        }

        return new Findings([section], aims);
    }

    private static IEnumerable<(string Name, MotionScript Script, CameraView View)> Scenes()
    {
        var demo = SimulatedPatient.Scene();
        yield return ("the simulated patient's session", demo.Patient.Script, demo.View);
        yield return ("8 m with a limp", Walks.Limping(), new CameraView { YawDegrees = 60, DistanceMetres = 6 });
    }

    private static async Task<IEnumerable<Aim>> MeasureAsync(
        Section section, string name, MotionScript script, CameraView view, TimeProvider time, CancellationToken cancellationToken)
    {
        var steps = await WalkInStep.FollowAsync(script, time, cancellationToken);
        List<Contact> truth = [.. script.Steps.Select(s => new Contact(s.Side, s.InitialContact))];
        List<Contact> insoles = [.. steps.Select(s => new Contact(s.Contact.Side, s.Contact.InitialContact))];
        List<Contact> camera = [.. SeenBy(script, view).Where(e => e.Kind == GaitEventKind.InitialContact).Select(e => new Contact(e.Side, e.At))];
        Add("insoles after the script", Differences(truth, insoles, truth));
        Add("camera after the script", Differences(truth, camera, truth));
        var both = Differences(truth, insoles, camera);
        Add("insoles after the camera", both);
        var own = Differences(truth, insoles, truth);
        return
        [
            AimOf($"Insoles within {LongestMilliseconds:0} ms of the movement in the picture, {name}", own),
            AimOf($"Camera and insole events within {LongestMilliseconds:0} ms of each other, {name}", both),
        ];

        void Add(string what, List<double> ms)
        {
            if (ms.Count > 0)
                section.Add($"{name}, {what}", ms.Count, truth.Count, ms.Average(), ms.Average(Math.Abs), ms.Max(Math.Abs));
            else
                section.AddMissing($"{name}, {what}", "no step was found");
        }
    }

    private static Aim AimOf(string what, List<double> ms) => new(
        what,
        string.Create(CultureInfo.InvariantCulture, $"{ms.Count(m => Math.Abs(m) <= LongestMilliseconds)} of {ms.Count} steps, {ms.Select(Math.Abs).DefaultIfEmpty().Average():F1} ms on average, the worst {ms.Select(Math.Abs).DefaultIfEmpty().Max():F1} ms"),
        ms.Count > 0 && ms.All(m => Math.Abs(m) <= LongestMilliseconds));

    /// <summary>By how many milliseconds each step of one source comes after the same step of another; the steps that both have.</summary>
    private static List<double> Differences(List<Contact> truth, List<Contact> one, List<Contact> other) =>
    [
        .. truth.Select(t => (One: Nearest(one, t), Other: Nearest(other, t)))
            .Where(pair => pair is { One: not null, Other: not null })
            .Select(pair => (pair.One!.Value - pair.Other!.Value).TotalMilliseconds),
    ];

    private static TimeSpan? Nearest(List<Contact> contacts, Contact truth)
    {
        var near = contacts.Where(c => c.Side == truth.Side && (c.At - truth.At).Duration() <= Apart).ToList();
        return near.Count > 0 ? near.MinBy(c => (c.At - truth.At).Duration()).At : null;
    }

    private static IEnumerable<GaitEvent> SeenBy(MotionScript script, CameraView view)
    {
        var camera = new PhantomCamera(new PhantomScene { Patient = new PhantomFigure(script), View = view }, WalkInStep.PicturesPerSecond);
        var pictures = Enumerable.Range(0, (int)camera.FrameCount).Select(i => TimeSpan.FromSeconds(i / WalkInStep.PicturesPerSecond));
        return LandmarkAnalysis.Of(pictures.Select(at => new TimedLandmarks(at, LandmarksOf(camera.TruthAt(at))))).Events.Select(e => e.Event);
    }

    private static LandmarkSet LandmarksOf(PhantomTruth truth)
    {
        var landmarks = default(LandmarkSet);
        foreach (var landmark in Enum.GetValues<BodyLandmark>())
            landmarks[landmark] = new Landmark(truth.PixelOf(landmark), 1, truth.MetresOf(landmark));
        return landmarks;
    }

    private readonly record struct Contact(Side Side, TimeSpan At);
}
