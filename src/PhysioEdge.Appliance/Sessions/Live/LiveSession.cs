using System.Text.Json;
using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Sessions.Coaching;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Appliance.Sessions.Live;

/// <summary>Makes of each picture what the screens are told. For the one thread that works on the pictures.</summary>
internal sealed class LiveSession(IReadOnlyList<ExerciseLimits> plan, SessionPipeline pipeline, TimeProvider time)
{
    /// <summary>Every second picture of a camera with 30 a second: enough for a figure that is seen to move.</summary>
    private static readonly TimeSpan FigureInterval = TimeSpan.FromMilliseconds(55);

    // Standing upright, a knee is bent by some degrees; nobody is told off for those.
    private const double BentDegrees = 28;

    private readonly ShownExercise _shown = new(plan);
    private readonly ExerciseBoard _board = new(plan, pipeline.TimedTests);
    private readonly Coach _coach = new();
    private readonly FigureMessage _figure = new();
    private readonly ViewJudge _view = new();
    private ExerciseLimits? _limits;
    private MeasureLimit? _measure;
    private (Cue Cue, ExerciseKind Exercise)? _said;
    private long? _figureAt;

    public LiveFeed Feed { get; } = new();

    public AngleTrace Trace { get; } = new();

    /// <summary>Gets what there is to say of where the camera stands; null before there was a patient.</summary>
    public ViewVerdict? View => _view.Verdict;

    /// <summary>Takes in the next picture.</summary>
    public void Show(VideoFrame frame, in PoseFrame pose, in SessionStep step)
    {
        _shown.Follow(step, pose.CapturedAt);
        Choose(_shown.Limits);
        _view.Watch(step.Angles, _shown.Limits);
        var progress = pipeline.ProgressOf(_shown.Limits.Exercise, _shown.Limits.Side);
        if (_board.Update(_shown, step.Session) is { } board)
            Feed.Publish(LiveNews.Exercise, board);
        Say(_coach.Watch(MomentOf(frame, pose, step, progress)));
        ShowFigure(frame, pose, step, progress);
    }

    /// <summary>The recording is over: nobody is there any more.</summary>
    public void Finish(in SessionStep step)
    {
        if (_board.Update(_shown, step.Session) is { } board)
            Feed.Publish(LiveNews.Exercise, board);
        Say(Cue.None);
    }

    private void Choose(ExerciseLimits limits)
    {
        if (ReferenceEquals(limits, _limits))
            return;
        (_limits, _measure) = (limits, MeasureShown.Of(limits));
        Trace.Clear();
    }

    private CoachMoment MomentOf(VideoFrame frame, in PoseFrame pose, in SessionStep step, in RepetitionProgress progress) => new()
    {
        At = pose.CapturedAt,
        Presence = Presences.In(pose, frame.SourceWidth, frame.SourceHeight),
        Phase = progress.Phase,
        Value = MeasureShown.ValueOf(progress, _measure),
        Target = _measure?.Target,
        TargetIsHold = _measure?.Measure == RepetitionMeasure.Hold,
        IsHolding = progress.IsHolding,
        IsBent = _shown.Limits.Exercise == ExerciseKind.Squat && progress.AngleDegrees > BentDegrees,
        Completed = step.Repetition is { } done && _shown.Monitor?.Concerns(done) == true ? MeasureShown.Reaches(done, _measure) : null,
        IsUnsure = MeasureShown.UncertaintyOf(step.Angles, _shown.Limits) > AngleReading.MostUncertainDegrees,
        Remark = _shown.Monitor?.Remark ?? FormRemark.None,
        HasBegun = step.Session is not null,
        IsSetDone = _shown.IsSetDone,
        IsAllDone = _shown.IsAllDone,
    };

    private void Say(Cue cue)
    {
        var said = (cue, _shown.Limits.Exercise);
        if (said == _said)
            return;
        _said = said;
        var name = JsonNamingPolicy.KebabCaseLower.ConvertName(cue.ToString());
        Feed.Publish(LiveNews.Cue, JsonSerializer.SerializeToUtf8Bytes(new { cue = name, text = PatientWords.Of(cue, said.Exercise) }));
    }

    private void ShowFigure(VideoFrame frame, in PoseFrame pose, in SessionStep step, in RepetitionProgress progress)
    {
        var now = time.GetTimestamp();
        if (_figureAt is { } last && time.GetElapsedTime(last, now) < FigureInterval)
            return;
        _figureAt = now;
        var value = pose.HasPose ? MeasureShown.ValueOf(progress, _measure) : double.NaN;
        var point = new TracePoint(pose.CapturedAt.TotalSeconds, value)
        {
            UncertaintyDegrees = _measure?.Measure == RepetitionMeasure.Hold ? null : MeasureShown.UncertaintyOf(step.Angles, _shown.Limits),
        };
        Trace.Add(point);
        Feed.Publish(LiveNews.Figure, _figure.Write(pose, frame.SourceWidth, frame.SourceHeight, point, progress.Side ?? _shown.Limits.Side));
    }
}
