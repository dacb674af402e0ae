using System.Globalization;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Inference;
using PhysioEdge.Inference.Models;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Training.Captures;
using PhysioEdge.Training.Motions;
using PhysioEdge.Training.Sights;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Lifting;

namespace PhysioEdge.Training.Films;

/// <summary>Holds the lifter against filmed phantoms, none of which it has ever seen a picture of.</summary>
internal sealed class FilmScore(CaptureLibrary captures, PoseTrackers trackers, byte[] lifter, PoseModel landmarks)
{
    public AngleScore Alone { get; } = new("each picture alone");

    public AngleScore Live { get; } = new("live");

    public AngleScore Recorded { get; } = new("recorded");

    public async Task<FilmScore> RunAsync(int firstSeed, int films)
    {
        for (var i = 0; i < films; i++)
        {
            var numbers = new SeededNumbers(unchecked(((firstSeed + i) * 7919) + 13));
            var motion = MotionMaker.MakeFilmable(captures, numbers, Clip.Frames / Clip.FramesPerSecond);
            await WatchAsync(FilmScene.Of(motion, numbers));
        }

        return this;
    }

    private async Task WatchAsync(PhantomScene scene)
    {
        using var tracker = trackers.Create(landmarks, new BodyLifter(Lifter()));
        using var recording = new RecordingLifter(Lifter());
        await using var camera = new PhantomCamera(scene, Film.FramesPerSecond);
        var frame = new VideoFrame();
        while (await camera.ReadAsync(frame, default))
        {
            tracker.Track(frame, frame.PresentationTime, out var pose);
            var truth = camera.TruthAt(pose.CapturedAt).Angles;
            if (pose.HasPose)
            {
                Alone.Add(JointAngleCalculator.Measure(pose with { Body = null }).Angles, truth);
                Live.Add(JointAngleCalculator.Measure(pose).Angles, truth);
            }

            Note(recording.Add(pose with { Body = null }), camera);
        }

        Note(recording.Finish(), camera);
    }

    private void Note(IReadOnlyList<PoseFrame> settled, PhantomCamera camera)
    {
        foreach (var pose in settled.Where(pose => pose.HasPose))
            Recorded.Add(JointAngleCalculator.Measure(pose).Angles, camera.TruthAt(pose.CapturedAt).Angles);
    }

    private OnnxModel Lifter() => new(LifterFile.Name, lifter);
}

/// <summary>The errors of every angle, and whether its uncertainty was honest.</summary>
internal sealed class AngleScore(string name)
{
    private readonly List<double>[] _errors = [.. Enumerable.Range(0, AngleSet.Count).Select(_ => new List<double>())];
    private readonly List<double>[] _ratios = [.. Enumerable.Range(0, AngleSet.Count).Select(_ => new List<double>())];

    public void Add(in AngleSet measured, TrueAngles truth)
    {
        double[] known =
        [
            truth.KneeLeft, truth.KneeRight, truth.HipLeft, truth.HipRight, truth.AnkleLeft, truth.AnkleRight,
            truth.ShoulderLeft, truth.ShoulderRight, truth.ElbowLeft, truth.ElbowRight, truth.Trunk,
        ];
        for (var i = 0; i < known.Length; i++)
        {
            var error = Math.Abs(measured[i].Degrees - known[i]);
            _errors[i].Add(error);
            if (measured[i].UncertaintyDegrees is { } uncertainty)
                _ratios[i].Add(error / uncertainty);
        }
    }

    /// <summary>By how much each uncertainty has to be multiplied so that two of three errors are within it.</summary>
    public double[] Calibration() => [.. _ratios.Select(ratios => ratios.Order().ElementAt(2 * ratios.Count / 3))];

    public override string ToString()
    {
        var lines = Enumerable.Range(0, AngleSet.Count).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"{(JointAngle)i} {_errors[i].Average():F1}°{(_ratios[i].Count > 0 ? $" ×{Calibration()[i]:F2}" : "")}"));
        return $"{name}: {string.Join(", ", lines)}";
    }
}
