using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Inference;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Vision.Lifting;

namespace PhysioEdge.Vision.Pose;

/// <summary>
/// Follows one person, the patient, through the pictures of a camera. The detector looks at the whole picture only while nobody
/// is followed, or while it is in doubt that it is still the patient; else each picture's landmarks say where to look in the next.
/// (Source: Bazarevsky et al., "BlazePose: On-device Real-time Body Pose tracking", 2020; whom to follow is our own.)
/// </summary>
/// <remarks>
/// With several people in view the nearest is taken for the patient, and then kept: the one whose feet are lowest in the picture, for
/// the detector sees people of the same size larger or smaller by a quarter. It may be unsure of the nearest at first, so where there
/// are several it looks again for half a second. Not safe for use from several threads at once.
/// </remarks>
public sealed class PoseTracker : IDisposable
{
    private const float MinPoseProbability = 0.5f;

    /// <summary>Somebody else must be so much more like the patient, or the one being followed stays it.</summary>
    private const float SwitchMargin = 0.08f;

    /// <summary>Beyond this, somebody in a room that the patient has just left is not the patient.</summary>
    private const float MostMismatch = 0.9f;

    /// <summary>Of the people found, those much less sure than the surest are taken for a trick of the light.</summary>
    private const float ClearShare = 0.6f;

    /// <summary>Somebody whose feet are lower in the picture by this share of the body's region is nearer to the camera.</summary>
    private const float NearerShare = 0.05f;

    /// <summary>Two regions whose middles are closer than this share of their size show the same body.</summary>
    private const float SameShare = 0.15f;

    private static readonly TimeSpan DoubtInterval = TimeSpan.FromSeconds(0.06);

    private readonly OnnxModel _detectionModel;
    private readonly IReadOnlyList<OnnxModel> _landmarkModels;
    private readonly BodyLifter? _lifter;
    private readonly PersonDetector _detector;
    private readonly EnsembleEstimator _estimator;
    private readonly LandmarkSmoother _smoother = new();
    private readonly PatientMemory _patient = new();
    private readonly List<(float Rank, BodyRegion Region)> _ranked = [];
    private readonly TimeProvider _time;
    private BodyRegion? _region;
    private bool _severalInView;
    private TimeSpan _doubtedAt = TimeSpan.MinValue / 2;
    private PoseTimings _timings;

    /// <param name="detection">The detection model; the tracker disposes it.</param>
    /// <param name="landmarks">The lite, full or heavy landmark model; the tracker disposes it.</param>
    /// <param name="time">Measures where the time goes.</param>
    /// <param name="lifter">Finds out where the body is in space; the tracker disposes it. Null = that is left to each picture alone.</param>
    public PoseTracker(OnnxModel detection, OnnxModel landmarks, TimeProvider time, BodyLifter? lifter = null)
        : this(detection, [landmarks], null, time, lifter)
    {
    }

    /// <param name="detection">The detection model; the tracker disposes it.</param>
    /// <param name="landmarks">The landmark models that are asked about every picture, one or more; the tracker disposes them.</param>
    /// <param name="mirrored">Another one that looks at every picture as in a mirror; the tracker disposes it. Null = none.</param>
    /// <param name="time">Measures where the time goes.</param>
    /// <param name="lifter">Finds out where the body is in space; the tracker disposes it. Null = that is left to each picture alone.</param>
    public PoseTracker(OnnxModel detection, IReadOnlyList<OnnxModel> landmarks, OnnxModel? mirrored, TimeProvider time, BodyLifter? lifter = null)
    {
        (_detectionModel, _time, _lifter) = (detection, time, lifter);
        _landmarkModels = mirrored is null ? landmarks : [.. landmarks, mirrored];
        _detector = new PersonDetector(detection);
        _estimator = new EnsembleEstimator(landmarks, mirrored);
    }

    /// <summary>Gets where the time went so far.</summary>
    public PoseTimings Timings => _timings;

    /// <summary>Finds the patient in the next picture.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="capturedAt">When it was taken; increases from call to call.</param>
    /// <param name="pose">The pose, or a frame without one.</param>
    /// <exception cref="ArgumentException">The picture was never filled.</exception>
    public void Track(VideoFrame frame, TimeSpan capturedAt, out PoseFrame pose)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (frame.Width == 0 || frame.Height == 0)
            throw new ArgumentException($"The frame is {frame.Width} × {frame.Height} pixels: read a picture into it before it is tracked.", nameof(frame));
        var start = _time.GetTimestamp();
        if (Keep(frame, capturedAt, out var estimate) || Search(frame, capturedAt, out estimate))
        {
            pose = Finish(frame, capturedAt, ref estimate);
            _lifter?.Lift(ref pose);
        }
        else
        {
            _region = null;
            pose = new PoseFrame { CapturedAt = capturedAt };
        }

        _timings = _timings with { Frames = _timings.Frames + 1, Total = _timings.Total + _time.GetElapsedTime(start) };
    }

    public void Dispose()
    {
        _detectionModel.Dispose();
        foreach (var model in _landmarkModels)
            model.Dispose();
        _lifter?.Dispose();
    }

    /// <summary>Looks where the last picture said; if somebody else may be there, also whether the patient is elsewhere.</summary>
    private bool Keep(VideoFrame frame, TimeSpan now, out LandmarkEstimate estimate)
    {
        estimate = default;
        if (_region is not { } region || !region.IsUsable(frame.Width, frame.Height) || !Estimate(frame, region, out estimate))
            return false;

        var here = See(frame, estimate.MidHip, estimate.OnCircle);
        if (_patient.Doubts(here, now) && now - _doubtedAt >= DoubtInterval && FindMoreAlike(frame, here, now) is { } elsewhere && Estimate(frame, elsewhere, out var other))
        {
            estimate = other;
            _smoother.Reset();
            return true;
        }

        if (_severalInView && !_patient.IsFresh(now) && now - _doubtedAt >= DoubtInterval && FindNearer(frame, now, ref estimate, isKnown: true))
        {
            _smoother.Reset();
            _patient.Meet(See(frame, estimate.MidHip, estimate.OnCircle), now);
            return true;
        }

        _patient.Learn(here, now);
        return true;
    }

    /// <summary>Looks for the person nearest to the camera.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="now">When it was taken.</param>
    /// <param name="nearest">The one who is followed, if known; whoever is nearer takes that place.</param>
    /// <param name="isKnown">Whether somebody is followed.</param>
    /// <returns>Whether somebody was found, nearer than the one who is followed.</returns>
    private bool FindNearer(VideoFrame frame, TimeSpan now, ref LandmarkEstimate nearest, bool isKnown)
    {
        _doubtedAt = now;
        var followed = nearest.MidHip;
        var (found, lowest) = (false, isKnown ? LowestFoot(nearest) + (NearerShare * nearest.NextRegion.Size) : float.NegativeInfinity);
        var people = Detect(frame);
        _severalInView = people.Count > 1;
        foreach (var person in people)
        {
            var isSame = isKnown && (followed - person.MidHip).Length() < SameShare * person.Region.Size;
            if (isSame || person.Score < ClearShare * people[0].Score || !person.Region.IsUsable(frame.Width, frame.Height))
                continue;
            if (Estimate(frame, person.Region, out var estimate) && LowestFoot(estimate) > lowest)
                (found, nearest, lowest) = (true, estimate, LowestFoot(estimate));
        }

        return found;
    }

    private static float LowestFoot(in LandmarkEstimate estimate) => Math.Max(
        Math.Max(estimate.Landmarks[BodyLandmark.LeftHeel].Pixel.Y, estimate.Landmarks[BodyLandmark.LeftFootIndex].Pixel.Y),
        Math.Max(estimate.Landmarks[BodyLandmark.RightHeel].Pixel.Y, estimate.Landmarks[BodyLandmark.RightFootIndex].Pixel.Y));

    private BodyRegion? FindMoreAlike(VideoFrame frame, in Sighting here, TimeSpan now)
    {
        _doubtedAt = now;
        var least = _patient.Mismatch(here, now) - SwitchMargin;
        BodyRegion? elsewhere = null;
        foreach (var person in Detect(frame))
        {
            var mismatch = _patient.Mismatch(See(frame, person.MidHip, person.OnCircle), now);
            if (mismatch < least)
                (least, elsewhere) = (mismatch, person.Region);
        }

        return elsewhere;
    }

    /// <summary>Looks for the patient; for whoever is nearest when there has been none for a while.</summary>
    private bool Search(VideoFrame frame, TimeSpan now, out LandmarkEstimate estimate)
    {
        _smoother.Reset();
        estimate = default;
        if (!(_patient.IsFresh(now) ? FindAgain(frame, now, ref estimate) : FindNearer(frame, now, ref estimate, isKnown: false)))
            return false;
        _patient.Meet(See(frame, estimate.MidHip, estimate.OnCircle), now);
        return true;
    }

    /// <summary>Looks for the patient who was in view just now, among those who may be it.</summary>
    private bool FindAgain(VideoFrame frame, TimeSpan now, ref LandmarkEstimate estimate)
    {
        _ranked.Clear();
        foreach (var person in Detect(frame))
        {
            var rank = _patient.Mismatch(See(frame, person.MidHip, person.OnCircle), now);
            if (rank <= MostMismatch && person.Region.IsUsable(frame.Width, frame.Height))
                _ranked.Add((rank, person.Region));
        }

        _ranked.Sort(static (a, b) => a.Rank.CompareTo(b.Rank));
        foreach (var candidate in _ranked)
        {
            if (Estimate(frame, candidate.Region, out estimate))
                return true;
        }

        return false;
    }

    private bool Estimate(VideoFrame frame, BodyRegion region, out LandmarkEstimate estimate)
    {
        var start = _time.GetTimestamp();
        _estimator.Estimate(frame, region, out estimate);
        _timings = _timings with { Landmarking = _timings.Landmarking + _time.GetElapsedTime(start) };
        return estimate.Probability >= MinPoseProbability;
    }

    private IReadOnlyList<PersonDetection> Detect(VideoFrame frame)
    {
        var start = _time.GetTimestamp();
        var people = _detector.Detect(frame);
        _timings = _timings with { Detections = _timings.Detections + 1, Detecting = _timings.Detecting + _time.GetElapsedTime(start) };
        return people;
    }

    private PoseFrame Finish(VideoFrame frame, TimeSpan now, ref LandmarkEstimate estimate)
    {
        var raw = estimate.Landmarks;
        _region = _smoother.Smooth(ref estimate, now);
        var toSource = (float)frame.SourceWidth / frame.Width;
        return new PoseFrame
        {
            CapturedAt = now,
            HasPose = true,
            PoseProbability = estimate.Probability,
            PictureSize = new Vector2(frame.SourceWidth > 0 ? frame.SourceWidth : frame.Width, frame.SourceHeight > 0 ? frame.SourceHeight : frame.Height),
            Raw = InSourcePixels(raw, toSource),
            Smoothed = InSourcePixels(estimate.Landmarks, toSource),
        };
    }

    private static Sighting See(VideoFrame frame, Vector2 midHip, Vector2 onCircle)
        => new(midHip, BodyRegion.FromAlignment(midHip, onCircle).Size, TorsoColours.Read(frame, midHip, onCircle));

    private static LandmarkSet InSourcePixels(in LandmarkSet landmarks, float scale)
    {
        var scaled = landmarks;
        if (scale is not (0 or 1))
        {
            for (var i = 0; i < LandmarkSet.Count; i++)
                scaled[i] = scaled[i] with { Pixel = scaled[i].Pixel * scale };
        }

        return scaled;
    }
}
