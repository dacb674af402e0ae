using PhysioEdge.Appliance.Accuracy.Fidelity;
using PhysioEdge.Appliance.Accuracy.Mocap;
using PhysioEdge.Appliance.Accuracy.Phantom;
using PhysioEdge.Appliance.Accuracy.Wearables;
using PhysioEdge.Appliance.Phantoms;
using PhysioEdge.Inference.Models;

namespace PhysioEdge.Appliance.Accuracy;

/// <summary>What was measured.</summary>
internal sealed class AccuracyResults(IReadOnlyList<ModelUnderTest> models)
{
    public IReadOnlyList<ModelUnderTest> Models => models;

    public List<MocapResult> Mocap { get; } = [];

    /// <summary>Gets what each step brings on those recordings.</summary>
    public List<StepResult> Steps { get; } = [];

    /// <summary>Gets whether knee and hip knew how sure they were on those recordings, live, by the model.</summary>
    public List<(string Model, Calibration Angles)> Calibrations { get; } = [];

    public List<FidelityResult> Pictures { get; } = [];

    public List<FidelityResult> Clips { get; } = [];

    public List<IdentityResult> Identity { get; } = [];

    public PhantomResults Phantom { get; set; } = PhantomResults.None;

    /// <summary>Gets the scores of the recordings of insoles, foot sensors, heart rate and landmarks.</summary>
    public List<Score> Wearables { get; } = [];

    public List<Failure> Failures { get; } = [];

    /// <summary>Gets or sets the number of recordings that were tried.</summary>
    public int Recordings { get; set; }

    /// <summary>Gets or sets how many pictures were analysed, each model's counted.</summary>
    public long Frames { get; set; }

    public TimeSpan Elapsed { get; set; }
}

/// <summary>A landmark model, and whether it could be had.</summary>
internal sealed record ModelUnderTest(ModelInfo Info, bool IsAvailable);

/// <summary>One clip's angles of one system: a model of ours by its name, or a peer.</summary>
/// <param name="Recording">The recording.</param>
/// <param name="System">Whose curves they are.</param>
/// <param name="Frames">Pictures, and how many of them had a pose; null for a peer.</param>
/// <param name="Curves">The errors.</param>
/// <param name="Repetitions">The repetitions; null for a peer.</param>
internal sealed record MocapResult(string Recording, string System, FrameCount? Frames, CurveComparison Curves, RepetitionErrors? Repetitions);

/// <summary>One clip's angles of one model after a step.</summary>
/// <param name="Recording">The recording.</param>
/// <param name="Model">The model.</param>
/// <param name="Step">The step.</param>
/// <param name="Milliseconds">What the step itself takes for a picture.</param>
/// <param name="Curves">The errors.</param>
internal sealed record StepResult(string Recording, string Model, string Step, double Milliseconds, CurveComparison Curves);

internal sealed record FrameCount(long All, long WithPose);

/// <summary>One picture's or clip's landmarks of one model.</summary>
internal sealed record FidelityResult(string Recording, string Model, int Width, int Height, int Frames, LandmarkError Error);

/// <summary>Whom one model followed in one camera's video.</summary>
internal sealed record IdentityResult(string Recording, string Model, string Patient, long Frames, long FramesOnPatient);

/// <summary>A recording that could not be measured, and why.</summary>
internal sealed record Failure(string Recording, Exception Cause);
