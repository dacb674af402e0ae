using System.Collections.Concurrent;
using PhysioEdge.Appliance.Commands;
using PhysioEdge.Appliance.Models;
using PhysioEdge.Appliance.Phantoms;
using PhysioEdge.Appliance.Recordings;
using PhysioEdge.Inference.Models;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Counting;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Appliance.Accuracy.Phantom;

/// <summary>
/// Films the phantom in every setting and every made-up scene, for all models at once. Heavy takes as long as all the rest; it sees
/// the usual patient in the usual light alone.
/// </summary>
internal sealed class PhantomRun(PhantomPlan plan, IReadOnlyList<PoseModel> models, PoseModels poseModels, TimeProvider time)
{
    private readonly ConcurrentBag<PhantomResult> _angles = [];
    private readonly ConcurrentBag<UnseenResult> _unseen = [];
    private readonly ConcurrentBag<GaitTrialResult> _gait = [];
    private readonly ConcurrentBag<TimedTestTrialResult> _timedTests = [];
    private readonly ConcurrentBag<FormTrialResult> _sets = [];
    private readonly ConcurrentBag<CountingResult> _counts = [];

    private IReadOnlyList<PoseModel> Light => [.. models.Where(m => m != PoseModel.Heavy)];

    public async Task<PhantomResults> MeasureAsync(CancellationToken cancellationToken)
    {
        await ForEachAsync("phantom, angles", plan.Settings, MeasureAsync, cancellationToken);
        await ForEachAsync("phantom, unlike all in training", plan.Unseen, MeasureAsync, cancellationToken);
        if (models.Contains(PoseModel.Full))
        {
            await ForEachAsync("phantom, walks", plan.Walks, async (walk, token) => _gait.Add(await walk.RunAsync(poseModels, PoseModel.Full, token)), cancellationToken);
            await ForEachAsync("phantom, timed tests", plan.TimedTests, async (test, token) => _timedTests.Add(await test.RunAsync(poseModels, PoseModel.Full, token)), cancellationToken);
            await ForEachAsync("phantom, form", plan.Sets, async (set, token) => _sets.Add(await set.RunAsync(poseModels, PoseModel.Full, token)), cancellationToken);
        }

        await ForEachAsync("phantom, repetitions", plan.Seeds, CountAsync, cancellationToken);
        return new PhantomResults(
            [.. _angles.OrderBy(r => Place(plan.Settings, r.Setting)).ThenBy(r => Place(models, r.Model))],
            [.. _unseen.OrderBy(r => plan.Unseen.Index().First(u => u.Item == (r.What, r.Result.Setting)).Index).ThenBy(r => Place(models, r.Result.Model))],
            [.. _gait.OrderBy(r => plan.Walks.Index().First(w => w.Item == r.Trial).Index)],
            [.. _timedTests.OrderBy(r => plan.TimedTests.Index().First(t => t.Item == r.Trial).Index)],
            [.. _sets.OrderBy(r => plan.Sets.Index().First(s => s.Item == r.Trial).Index)],
            [.. _counts.OrderBy(r => r.Scene.Seed).ThenBy(r => Place(models, r.Model))]);
    }

    private async Task MeasureAsync(PhantomSetting setting, CancellationToken cancellationToken)
    {
        foreach (var result in await MeasureAsync(setting, setting.IsUsual ? models : Light, cancellationToken))
            _angles.Add(result);
    }

    private async Task MeasureAsync((string Name, PhantomSetting Setting) unseen, CancellationToken cancellationToken)
    {
        foreach (var result in await MeasureAsync(unseen.Setting, Light, cancellationToken))
            _unseen.Add(new UnseenResult(unseen.Name, result));
    }

    private async Task<IReadOnlyList<PhantomResult>> MeasureAsync(PhantomSetting setting, IReadOnlyList<PoseModel> watching, CancellationToken cancellationToken)
    {
        var script = setting.Script();
        await using var camera = setting.Open();
        var watchers = watching.Select(model => new Watching(ModelsCommand.NameOf(model), new Watcher(poseModels.CreateTracker(model), time))).ToList();
        var frame = new VideoFrame();
        while (await camera.ReadAsync(frame, cancellationToken))
        {
            var truth = camera.TruthAt(frame.PresentationTime).Angles;
            var exercise = PhantomCourse.ExerciseAt(script, frame.PresentationTime);
            watchers.ForEach(watcher => watcher.Look(frame, exercise, truth));
        }

        return [.. watchers.Select(watcher => watcher.Finish(setting))];
    }

    private async Task CountAsync(int seed, CancellationToken cancellationToken)
    {
        var scene = CountingScene.Of(seed);
        await using var camera = new PhantomCamera(scene.Scene, CountingTrial.RateHz);
        var trials = Light.Select(model => (Model: ModelsCommand.NameOf(model), Trial: new CountingTrial(scene, poseModels.CreateTracker(model)))).ToList();
        var frame = new VideoFrame();
        while (await camera.ReadAsync(frame, cancellationToken))
            trials.ForEach(t => t.Trial.Look(frame));
        foreach (var (model, trial) in trials)
        {
            using (trial)
                _counts.Add(trial.Finish(model));
        }
    }

    private static async Task ForEachAsync<T>(string title, IReadOnlyList<T> items, Func<T, CancellationToken, Task> measure, CancellationToken cancellationToken)
    {
        var done = 0;
        await RecordingProgress.ShowAsync(title, TimeSpan.FromSeconds(items.Count), progress => Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken },
            async (item, token) =>
            {
                await measure(item, token);
                progress.Report(TimeSpan.FromSeconds(Interlocked.Increment(ref done)));
            }));
    }

    private static int Place(IReadOnlyList<PhantomSetting> settings, PhantomSetting setting) => settings.Index().First(s => s.Item == setting).Index;

    private static int Place(IReadOnlyList<PoseModel> models, string name) => models.Index().First(m => ModelsCommand.NameOf(m.Item) == name).Index;

    /// <summary>One model that watches, and how wrong it is.</summary>
    private sealed class Watching(string name, Watcher watcher)
    {
        private readonly Dictionary<string, AngleErrors> _errors = [];
        private readonly AngleErrors _alone = new();
        private readonly Calibration _calibration = new();

        public void Look(VideoFrame frame, string exercise, in TrueAngles truth)
        {
            if (!_errors.TryGetValue(exercise, out var sum))
                _errors[exercise] = sum = new AngleErrors();
            var measured = watcher.Look(frame);
            sum.Add(measured, truth);
            _alone.Add(watcher.Alone, truth);
            _calibration.Add(measured, truth);
        }

        public PhantomResult Finish(PhantomSetting setting)
        {
            watcher.Dispose();
            return new PhantomResult(name, setting, _errors) { Alone = _alone, Calibration = _calibration };
        }
    }
}
