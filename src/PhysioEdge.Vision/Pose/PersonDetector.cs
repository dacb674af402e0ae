using System.Numerics;
using PhysioEdge.Inference;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Pose;

/// <summary>Finds the people in a whole picture: BlazePose's detector, an SSD with weighted non-maximum suppression.</summary>
internal sealed class PersonDetector(OnnxModel model)
{
    private const int ValuesPerAnchor = 12;
    private const float MinScore = 0.5f;
    private const float MaxOverlap = 0.3f;
    private const float ScoreClip = 100f;

    private static readonly Vector2[] Anchors = DetectionAnchors.Create();

    /// <summary>
    /// The columns and rows that MediaPipe's runtime gives the detector twice: its first shader reads texel i at the coordinate
    /// i / 224 in single precision, which for these falls just short of i. The detector is touchy: without them the region of a
    /// person comes out up to 2 % larger or smaller, and landmarks up to 9 pixels in 720 × 1280 off what that runtime finds.
    /// </summary>
    private static readonly int[] Repeated =
        [.. Enumerable.Range(0, DetectionAnchors.InputSize).Where(i => (int)((float)i / DetectionAnchors.InputSize * DetectionAnchors.InputSize) < i)];

    private readonly RegionSampler _sampler = new(DetectionAnchors.InputSize, Border.Black, -1f, 1f);
    private readonly List<Candidate> _candidates = [];
    private readonly List<PersonDetection> _people = [];

    /// <summary>The people found, surest first. The list is reused by the next call.</summary>
    public IReadOnlyList<PersonDetection> Detect(VideoFrame frame)
    {
        var whole = BodyRegion.WholePicture(frame.Width, frame.Height);
        _sampler.Sample(frame.Rgb, frame.Width, frame.Height, whole, model.Input);
        RepeatNeighbours(model.Input);
        model.Run();
        return Read(model.Output("Identity"), model.Output("Identity_1"), whole);
    }

    /// <summary>Overwrites the <see cref="Repeated"/> columns and rows by those before them.</summary>
    internal static void RepeatNeighbours(Span<float> planes)
    {
        const int Size = DetectionAnchors.InputSize;
        for (var row = 0; row < planes.Length; row += Size)
        {
            foreach (var column in Repeated)
                planes[row + column] = planes[row + column - 1];
        }

        for (var plane = 0; plane < planes.Length; plane += Size * Size)
        {
            foreach (var row in Repeated)
                planes.Slice(plane + ((row - 1) * Size), Size).CopyTo(planes.Slice(plane + (row * Size), Size));
        }
    }

    /// <summary>Reads the people out of the model's rows. The list is reused by the next call.</summary>
    /// <param name="boxes">Twelve values for each anchor: box and key points.</param>
    /// <param name="scores">One logit for each anchor.</param>
    /// <param name="whole">The region that the model looked at.</param>
    internal IReadOnlyList<PersonDetection> Read(ReadOnlySpan<float> boxes, ReadOnlySpan<float> scores, BodyRegion whole)
    {
        Decode(boxes, scores);
        Suppress(whole);
        return _people;
    }

    private void Decode(ReadOnlySpan<float> boxes, ReadOnlySpan<float> scores)
    {
        _candidates.Clear();
        for (var i = 0; i < Anchors.Length; i++)
        {
            var score = Sigmoid(Math.Clamp(scores[i], -ScoreClip, ScoreClip));
            if (score < MinScore)
                continue;
            var row = boxes.Slice(i * ValuesPerAnchor, ValuesPerAnchor);
            _candidates.Add(new Candidate(
                score,
                Point(row, 0) + Anchors[i],
                Point(row, 2),
                Point(row, 4) + Anchors[i],
                Point(row, 6) + Anchors[i]));
        }

        _candidates.Sort(static (a, b) => b.Score.CompareTo(a.Score));
    }

    /// <summary>Merges overlapping candidates, weighted by score, and places them in the picture.</summary>
    private void Suppress(BodyRegion whole)
    {
        _people.Clear();
        while (_candidates.Count > 0)
        {
            var best = _candidates[0];
            var weight = 0f;
            var (midHip, onCircle) = (Vector2.Zero, Vector2.Zero);
            for (var i = _candidates.Count - 1; i >= 0; i--)
            {
                var other = _candidates[i];
                if (i > 0 && Overlap(best, other) <= MaxOverlap)
                    continue;
                weight += other.Score;
                midHip += other.Score * other.MidHip;
                onCircle += other.Score * other.OnCircle;
                _candidates.RemoveAt(i);
            }

            _people.Add(new PersonDetection(best.Score, whole.ToPicture(midHip / weight), whole.ToPicture(onCircle / weight)));
        }
    }

    private static Vector2 Point(ReadOnlySpan<float> row, int at)
        => new Vector2(row[at], row[at + 1]) / DetectionAnchors.InputSize;

    private static float Overlap(Candidate a, Candidate b)
    {
        var low = Vector2.Max(a.Centre - (a.Size / 2), b.Centre - (b.Size / 2));
        var high = Vector2.Min(a.Centre + (a.Size / 2), b.Centre + (b.Size / 2));
        var common = Vector2.Max(high - low, Vector2.Zero);
        var intersection = common.X * common.Y;
        var union = (a.Size.X * a.Size.Y) + (b.Size.X * b.Size.Y) - intersection;
        return union > 0 ? intersection / union : 0;
    }

    private static float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));

    private readonly record struct Candidate(float Score, Vector2 Centre, Vector2 Size, Vector2 MidHip, Vector2 OnCircle);
}
