using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.Landmarks;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Models;
using PhysioEdge.Inference.Models;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Appliance.Accuracy.Phantom;

/// <summary>A walk of the phantom, whose contacts are known, filmed from one direction.</summary>
/// <param name="YawDegrees">From where: 0 = it comes towards the camera, 90 = across the picture, 180 = away.</param>
/// <param name="SpeedMetresPerSecond">How fast it walks.</param>
/// <param name="Limp">How it limps; null = it does not.</param>
internal sealed record GaitTrial(float YawDegrees, float SpeedMetresPerSecond, Limp? Limp)
{
    private const float HalfWayMetres = 2;

    /// <summary>Gets the trials of the report.</summary>
    public static IReadOnlyList<GaitTrial> All { get; } =
    [
        .. from yaw in (float[])[0, 45, 90, -90, 135, 180]
           from walk in ((float Speed, Limp? Limp)[])[(1.2f, null), (0.7f, null), (0.9f, new Limp(Side.Left, 0.7f))]
           select new GaitTrial(yaw, walk.Speed, walk.Limp),
    ];

    public async Task<GaitTrialResult> RunAsync(PoseModels models, PoseModel model, CancellationToken cancellationToken)
    {
        var script = new MotionScriptBuilder(new BodySize(), seed: 2) { SwayDegrees = 0.5f, Start = new FloorPlace(-HalfWayMetres, 0, 0) }
            .StandStill(1)
            .Walk(new WalkPlan { SpeedMetresPerSecond = SpeedMetresPerSecond, Limp = Limp }, new FloorPoint(HalfWayMetres, 0))
            .StandStill(1)
            .Build();
        var view = new Simulation.Rendering.CameraView { YawDegrees = YawDegrees, DistanceMetres = 5, VerticalFieldOfViewDegrees = 46, Width = 960, Height = 640 };
        await using var camera = new PhantomCamera(new PhantomScene { Patient = new PhantomFigure(script), View = view }, 30);
        using var tracker = models.CreateTracker(model);
        using var lifter = models.CreateRecordingLifter();
        var (gait, leg, steps, frame) = (new SwingGait(), new LegLength(), new List<StepEvent>(), new VideoFrame());
        while (await camera.ReadAsync(frame, cancellationToken))
        {
            tracker.Track(frame, frame.PresentationTime, out var pose);
            Settle(lifter.Add(pose));
        }

        Settle(lifter.Finish());
        steps.AddRange(gait.Finish());
        return new GaitTrialResult(this, script.Steps, [.. steps.Select(step => step.Event)], WalkParameters.Of(steps, script.Body.HeightMetres / leg.BodyHeightMetres ?? 1));

        void Settle(IReadOnlyList<PoseFrame> poses)
        {
            foreach (var pose in poses)
            {
                if (pose.Body is not { } body)
                    continue;
                leg.Add(body.Landmarks);
                steps.AddRange(gait.Add(pose.CapturedAt, body));
            }
        }
    }
}

/// <summary>What was found of a walk.</summary>
internal sealed record GaitTrialResult(GaitTrial Trial, IReadOnlyList<ScriptedStep> True, IReadOnlyList<GaitEvent> Found, WalkParameters Walk)
{
    /// <summary>An event further from the true one is another one, ms.</summary>
    private const double Same = 200;

    /// <summary>Gets how much later each contact that was found is than the true one, ms.</summary>
    public IReadOnlyList<double> ContactErrors => [.. True.Select(step => Error(step.Side, GaitEventKind.InitialContact, step.InitialContact)).OfType<double>()];

    /// <summary>Gets how much later each toe-off that was found is than the true one, ms.</summary>
    public IReadOnlyList<double> ToeOffErrors => [.. True.Select(step => Error(step.Side, GaitEventKind.ToeOff, step.ToeOff)).OfType<double>()];

    public int Missed => (2 * True.Count) - ContactErrors.Count - ToeOffErrors.Count;

    public int Invented => Found.Count - ContactErrors.Count - ToeOffErrors.Count;

    /// <summary>Gets the true steps per minute, between the first contact and the last but one: the last step only brings the feet together.</summary>
    public double TrueCadence => 60 * (True.Count - 2) / (True[^2].InitialContact - True[0].InitialContact).TotalSeconds;

    /// <summary>Gets the true step length, m, of all but the first and the last.</summary>
    public double TrueStepMetres => True.Skip(1).SkipLast(1).Average(step => step.LengthMetres);

    private double? Error(Side side, GaitEventKind kind, TimeSpan truth)
    {
        var errors = Found.Where(found => found.Side == side && found.Kind == kind).Select(found => (found.At - truth).TotalMilliseconds).Where(e => Math.Abs(e) <= Same).ToList();
        return errors.Count > 0 ? errors.MinBy(Math.Abs) : null;
    }
}
