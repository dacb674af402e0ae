using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Accuracy.Fidelity;
using PhysioEdge.Appliance.Accuracy.Identity;
using PhysioEdge.Appliance.Accuracy.Mocap;
using PhysioEdge.Appliance.Accuracy.Phantom;
using PhysioEdge.Appliance.Accuracy.Wearables;
using PhysioEdge.Appliance.Commands;
using PhysioEdge.Appliance.Models;
using PhysioEdge.Appliance.Phantoms;
using PhysioEdge.Appliance.Recordings;
using PhysioEdge.Appliance.Sessions;
using PhysioEdge.Inference.Models;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Capture.OpenCv;

namespace PhysioEdge.Appliance.Accuracy;

/// <summary>Takes every recording of a folder, and the phantom, through the product's own pipeline, with each model, and holds it against what is true.</summary>
internal sealed class AccuracyRun(ReferenceData data, PhantomPlan phantom, IReadOnlyList<ModelUnderTest> models, PoseModels poseModels, TimeProvider time)
{
    private readonly AccuracyResults _results = new(models);
    private readonly VideoAnalysis _videos = new(poseModels, time);

    private IEnumerable<PoseModel> Available => models.Where(m => m.IsAvailable).Select(m => m.Info.Model);

    /// <summary>Measures everything; a recording that fails is noted and the rest goes on.</summary>
    public async Task<AccuracyResults> MeasureAsync(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        foreach (var set in data.Wearables)
        {
            await TryAsync(set.Folder, _ =>
            {
                _results.Wearables.AddRange(set.Measure());
                return Task.CompletedTask;
            });
        }

        if (data.Wearables.Count > 0)
            _results.Wearables.AddRange(SampleTimeAccuracy.Measure());
        foreach (var recording in data.Mocap)
            await TryAsync(recording.Folder, name => MeasureAsync(name, recording, cancellationToken));
        foreach (var pictures in data.Pictures)
            await TryAsync(pictures, name => MeasurePicturesAsync(name, pictures, cancellationToken));
        foreach (var clip in data.Clips)
            await TryAsync(clip.Video, name => MeasureAsync(name, clip, cancellationToken));
        foreach (var group in data.Groups)
            await TryAsync(group.Video, name => MeasureAsync(name, group, cancellationToken));
        _results.Phantom = await new PhantomRun(phantom, [.. Available], poseModels, time).MeasureAsync(cancellationToken);
        _results.Elapsed = time.GetElapsedTime(start);
        return _results;
    }

    private async Task TryAsync(string path, Func<string, Task> measure)
    {
        _results.Recordings++;
        var name = data.NameOf(path);
        try
        {
            await measure(name);
        }
        catch (Exception exception) when (exception is CaptureException or InputException)
        {
            _results.Failures.Add(new Failure(name, exception));
        }
    }

    private async Task MeasureAsync(string name, MocapRecording recording, CancellationToken cancellationToken)
    {
        var reference = AngleCurves.Read(recording.Angles);
        var trueRepetitions = ReferenceRepetition.FindAll(reference);
        foreach (var model in PoseChoice.All.Where(choice => choice.Landmarks.All(Available.Contains)))
        {
            var pipeline = new SessionPipeline(exercise: null);
            var steps = new AngleSteps();
            var analysis = await AnalyzeAsync(name, recording.Video, model, pipeline, Keep, cancellationToken);
            List<Repetition> counted = [.. analysis.Repetitions.Where(r => r.Exercise == pipeline.Dominant && !r.Partial)];
            _results.Mocap.Add(new MocapResult(
                name,
                model.Name,
                new FrameCount(analysis.Frames, analysis.FramesWithPose),
                Compare(recording.Video, AngleCurves.Of(analysis.Angles), reference),
                RepetitionErrors.Of(counted, trueRepetitions)));
            foreach (var (step, angles, milliseconds) in steps.Measure(poseModels, analysis, time))
                _results.Steps.Add(new StepResult(name, model.Name, step, milliseconds, Compare(recording.Video, AngleCurves.Of(angles), reference)));
            _results.Calibrations.Add((model.Name, CalibrationOf(steps.Live, reference, _results.Steps[^2].Curves.Aligned.LagSeconds)));

            ValueTask Keep(VideoFrame frame, PoseFrame pose, SessionStep step)
            {
                steps.Add(pose);
                return ValueTask.CompletedTask;
            }
        }

        foreach (var peer in recording.Peers)
            _results.Mocap.Add(new MocapResult(name, peer.Name, null, Compare(peer.File, AngleCurves.Read(peer.File), reference), null));
    }

    private static Calibration CalibrationOf(AngleTable measured, AngleCurves reference, double lagSeconds)
    {
        var calibration = new Calibration();
        foreach (var frame in measured.Frames)
        {
            foreach (var angle in AngleCurves.Angles)
                calibration.Add(frame.Angles[angle], reference.At(angle, frame.CapturedAt.TotalSeconds - lagSeconds));
        }

        return calibration;
    }

    private static CurveComparison Compare(string file, AngleCurves measured, AngleCurves reference) => CurveComparison.Of(measured, reference)
        ?? throw new InputException($"'{file}' has no knee or hip angle at any time of its reference. Give video and reference of the same recording.");

    private Task MeasurePicturesAsync(string name, string file, CancellationToken cancellationToken)
    {
        var golden = GoldenPictures.Read(file);
        foreach (var model in Available)
        {
            foreach (var (picture, expected) in golden.ExpectedOf(ModelsCommand.NameOf(model)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var frame = StillPicture.Read(golden.PathOf(picture));
                using var tracker = poseModels.CreateTracker(model);
                tracker.Track(frame, TimeSpan.Zero, out var pose);
                if (!pose.HasPose)
                    throw new InputException($"In the picture '{golden.PathOf(picture)}' {ModelsCommand.NameOf(model)} finds nobody. Check that it is the picture '{name}' is about.");
                var error = new LandmarkError();
                error.Add(pose.Raw, expected.Pixels(frame.Width, frame.Height), expected.Metres());
                _results.Pictures.Add(new FidelityResult(picture, ModelsCommand.NameOf(model), frame.Width, frame.Height, 1, error));
                _results.Frames++;
            }
        }

        return Task.CompletedTask;
    }

    private async Task MeasureAsync(string name, GoldenRecording clip, CancellationToken cancellationToken)
    {
        var golden = GoldenClip.Read(clip.Pixels, clip.World);
        foreach (var model in Available.Where(model => ModelsCommand.NameOf(model) == clip.Model))
        {
            var error = new LandmarkError();
            var (compared, width, height) = (0, 0, 0);
            var analysis = await AnalyzeAsync(name, clip.Video, PoseChoice.Of(model), new SessionPipeline(exercise: null), Compare, cancellationToken);
            if (analysis.Frames != golden.Pixels.Count || compared == 0)
                throw ReferenceFile.Wrong(clip.Pixels, $"has {golden.Pixels.Count} pictures, but '{clip.Video}' shows {analysis.Frames}, {compared} of them with a pose");
            _results.Clips.Add(new FidelityResult(name, clip.Model, width, height, compared, error));

            ValueTask Compare(VideoFrame frame, PoseFrame pose, SessionStep step)
            {
                (width, height) = (frame.SourceWidth, frame.SourceHeight);
                if (pose.HasPose && frame.Index < golden.Pixels.Count)
                {
                    error.Add(pose.Smoothed, golden.Pixels[(int)frame.Index], golden.World[(int)frame.Index]);
                    compared++;
                }

                return ValueTask.CompletedTask;
            }
        }
    }

    private async Task MeasureAsync(string name, GroupRecording group, CancellationToken cancellationToken)
    {
        var cameras = CameraCalibration.ReadAll(group.Calibration);
        var cameraName = CameraCalibration.NameOf(Path.GetFileNameWithoutExtension(group.Video));
        if (!cameras.TryGetValue(cameraName, out var camera))
            throw ReferenceFile.Wrong(group.Calibration, $"has no camera '{cameraName}'");
        List<PersonReference> people = [.. group.People.Select(p => new PersonReference(p.Name, TrcFile.Read(p.File, PersonReference.Joints), camera))];
        foreach (var model in Available)
        {
            var identity = new IdentityCount(people);
            await AnalyzeAsync(name, group.Video, PoseChoice.Of(model), new SessionPipeline(exercise: null), Count, cancellationToken);
            _results.Identity.Add(new IdentityResult(name, ModelsCommand.NameOf(model), identity.Patient, identity.Frames, identity.FramesOnPatient));

            ValueTask Count(VideoFrame frame, PoseFrame pose, SessionStep step)
            {
                identity.Add(frame.Index, pose);
                return ValueTask.CompletedTask;
            }
        }
    }

    /// <exception cref="CaptureException">The video cannot be read to its end.</exception>
    private async Task<RecordingAnalysis> AnalyzeAsync(
        string name, string video, PoseChoice model, SessionPipeline pipeline, FrameHandler onFrame, CancellationToken cancellationToken)
    {
        var options = new CameraOptions { Name = "recording", Address = video };
        var info = await VideoProbe.ReadAsync(options, cancellationToken);
        var title = $"{name}, {model.Name}";
        var analysis = await _videos.RunAsync(options, info.Duration, model, pipeline, title, onFrame, cancellationToken);
        _results.Frames += analysis.Frames;
        return analysis.BrokenOff is { } broken ? throw broken : analysis;
    }
}
