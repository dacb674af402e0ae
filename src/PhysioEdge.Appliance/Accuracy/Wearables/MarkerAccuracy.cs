using System.Numerics;
using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.Landmarks;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Accuracy.Identity;
using PhysioEdge.Appliance.Recordings;

namespace PhysioEdge.Appliance.Accuracy.Wearables;

/// <summary>Optical markers of a walk and of rising from a chair, taken as landmarks of the legs alone, against force plates.</summary>
internal static class MarkerAccuracy
{
    private const double RateHz = 100;

    /// <summary>Nearer to an end of the recording nobody can tell.</summary>
    private const double MarginSeconds = 0.08;

    /// <summary>An event further from the force plate's is another one.</summary>
    private const double SameSeconds = 0.15;

    private static readonly (BodyLandmark Landmark, string Marker)[] Markers =
    [
        (BodyLandmark.LeftHip, "L_HJC"), (BodyLandmark.RightHip, "R_HJC"),
        (BodyLandmark.LeftKnee, "L_knee"), (BodyLandmark.RightKnee, "r_knee"),
        (BodyLandmark.LeftAnkle, "L_ankle"), (BodyLandmark.RightAnkle, "r_ankle"),
        (BodyLandmark.LeftHeel, "L_calc"), (BodyLandmark.RightHeel, "r_calc"),
        (BodyLandmark.LeftFootIndex, "L_toe"), (BodyLandmark.RightFootIndex, "r_toe"),
    ];

    /// <exception cref="Commands.InputException">A recording or its reference cannot be read.</exception>
    public static IEnumerable<Score> Measure(string folder)
    {
        var plates = InputTable.Read(Path.Combine(folder, "force_plate_events.csv"));
        var trials = plates.Texts("trial");
        foreach (var trial in trials.Distinct())
        {
            var (analysis, seconds) = Analyse(folder, trial);
            var reference = Reference(plates).Where((_, row) => trials[row] == trial).Where(e => IsInside(e, seconds)).ToList();
            foreach (var score in Compare(trial, reference, [.. analysis.Events.Select(e => e.Event)], seconds))
                yield return score;
        }

        var exercises = InputTable.Read(Path.Combine(folder, "exercise_reference.csv"));
        foreach (var (trial, repetitions) in exercises.Texts("trial").Zip(exercises.Numbers("reps")))
        {
            var (analysis, _) = Analyse(folder, trial);
            yield return new Score(trial, "repetitions", analysis.Repetitions.Count(r => !r.Partial), "", 0, repetitions, repetitions);
            yield return new Score(trial, "gait events where nobody walks", analysis.Events.Count, "", 0, AtMost: 0);
        }
    }

    private static IEnumerable<Score> Compare(string trial, List<GaitEvent> reference, GaitEvent[] found, double seconds)
    {
        foreach (var (kind, name, aim) in new[] { (GaitEventKind.InitialContact, "initial contact", 20.0), (GaitEventKind.ToeOff, "toe-off", 15.0) })
        {
            double[] errors = [.. reference.Where(e => e.Kind == kind).Select(e => Error(e, found)).OfType<double>()];
            yield return new Score(trial, $"{name}, mean absolute error", errors.Select(Math.Abs).DefaultIfEmpty(double.NaN).Average(), "ms", 1, AtMost: aim);
            yield return new Score(trial, $"{name}, bias", errors.DefaultIfEmpty(double.NaN).Average(), "ms", 1);
        }

        var first = reference.Min(e => e.At) - TimeSpan.FromSeconds(SameSeconds);
        yield return new Score(trial, "events missed", reference.Count(e => Error(e, found) is null), "", 0, AtMost: 0);
        yield return new Score(
            trial,
            "events invented",
            found.Count(f => f.At > first && IsInside(f, seconds) && !reference.Exists(e => Error(e, [f]) is not null)),
            "",
            0,
            AtMost: 0);
    }

    /// <summary>How much later that event was found, ms; null when it was not.</summary>
    private static double? Error(GaitEvent truth, GaitEvent[] found)
    {
        var errors = found.Where(f => f.Side == truth.Side && f.Kind == truth.Kind).Select(f => (f.At - truth.At).TotalMilliseconds)
            .Where(e => Math.Abs(e) <= 1000 * SameSeconds).ToArray();
        return errors.Length > 0 ? errors.MinBy(Math.Abs) : null;
    }

    private static bool IsInside(GaitEvent e, double seconds)
        => e.At.TotalSeconds > MarginSeconds && e.At.TotalSeconds < seconds - MarginSeconds;

    private static IEnumerable<GaitEvent> Reference(InputTable plates) => plates.Texts("foot").Zip(plates.Texts("event"), plates.Numbers("time_s"))
        .Select(row => new GaitEvent(
            row.First == "L" ? Side.Left : Side.Right,
            row.Second == "HS" ? GaitEventKind.InitialContact : GaitEventKind.ToeOff,
            TimeSpan.FromSeconds(row.Third),
            default));

    private static (LandmarkAnalysis Analysis, double Seconds) Analyse(string folder, string trial)
    {
        var markers = TrcFile.Read(Path.Combine(folder, $"{trial}.trc.gz"), Markers.Select(m => m.Marker));
        var recording = Enumerable.Range(0, markers.Count).Select(frame => new TimedLandmarks(TimeSpan.FromSeconds(frame / RateHz), Pose(markers, frame)));
        return (LandmarkAnalysis.Of(recording), (markers.Count - 1) / RateHz);
    }

    private static LandmarkSet Pose(TrcFile markers, int frame)
    {
        var pose = default(LandmarkSet);
        for (var i = 0; i < LandmarkSet.Count; i++)
            pose[i] = new Landmark(default, 0, new Vector3(float.NaN));
        foreach (var (landmark, marker) in Markers)
        {
            var at = markers.At(frame, marker);
            if (!float.IsNaN(at.X))
                pose[landmark] = new Landmark(default, 1, at);
        }

        return pose;
    }
}
