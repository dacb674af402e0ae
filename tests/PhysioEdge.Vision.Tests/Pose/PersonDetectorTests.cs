using PhysioEdge.Inference;
using PhysioEdge.Inference.Models;
using PhysioEdge.TestKit;
using PhysioEdge.Vision.Pose;
using System.Numerics;

namespace PhysioEdge.Vision.Tests.Pose;

public sealed class PersonDetectorTests : IDisposable
{
    private const int Anchors = 2254;
    private const int Middle = 1568 + (2 * ((7 * 14) + 7));

    private static readonly BodyRegion Whole = BodyRegion.WholePicture(224, 224);

    private readonly OnnxModel _model = Trackers.Load(PoseModel.Detection);
    private readonly PersonDetector _detector;
    private readonly float[] _boxes = new float[Anchors * 12];
    private readonly float[] _scores = [.. Enumerable.Repeat(-50f, Anchors)];

    public PersonDetectorTests() => _detector = new PersonDetector(_model);

    public void Dispose() => _model.Dispose();

    [Theory]
    [InlineData("standing_yaw_0.png")]
    [InlineData("squat_deep_yaw_80.png")]
    [InlineData("seated_yaw_45.png")]
    public void The_one_person_in_a_picture_is_found_once_by_the_hips(string name)
    {
        var picture = GoldenMaterial.Picture(name);
        var landmarks = GoldenMaterial.Expected(GoldenMaterial.SinglePictures, "full", name)[0].Fractions;
        var hips = (landmarks[23] + landmarks[24]) / 2 * new Vector2(picture.Width, picture.Height);

        var person = Assert.Single(_detector.Detect(picture));

        Assert.InRange(person.Score, 0.9f, 1f);
        Assert.InRange((person.MidHip - hips).Length(), 0, 30);
        Assert.InRange(person.Region.Size, 450, 900);
    }

    [Theory]
    [InlineData(1000, 640, 300, 0)]
    [InlineData(480, 1000, 0, 200)]
    public void The_letterbox_is_taken_off_again(int width, int height, int left, int top)
    {
        var picture = GoldenMaterial.Picture("standing_yaw_0.png");
        var alone = Assert.Single(_detector.Detect(picture)).MidHip;

        var person = Assert.Single(_detector.Detect(Pictures.Pasted(picture, width, height, left, top)));

        Assert.InRange((person.MidHip - new Vector2(left, top) - alone).Length(), 0, 15);
    }

    [Fact]
    public void Two_people_side_by_side_are_two()
    {
        var one = GoldenMaterial.Picture("standing_yaw_0.png");
        var both = Pictures.Pasted(one, 960, 640, 0, 0);
        for (var y = 0; y < one.Height; y++)
            one.Rgb.Slice(y * one.Width * 3, one.Width * 3).CopyTo(both.Rgb[(((y * 960) + 480) * 3)..]);

        var people = _detector.Detect(both);

        Assert.Equal(2, people.Count);
        Assert.InRange(Math.Abs(people[0].MidHip.X - people[1].MidHip.X), 470, 490);
        Assert.True(people[0].Score >= people[1].Score);
    }

    [Fact]
    public void In_an_empty_picture_there_is_nobody() => Assert.Empty(_detector.Detect(Pictures.Plain(640, 480)));

    [Fact]
    public void A_row_s_key_points_are_counted_from_its_anchor_in_pixels_of_the_input()
    {
        Propose(Middle, 2, boxX: 0, midHip: new Vector2(10, 20), onCircle: new Vector2(10, -80));

        var person = Assert.Single(Read());

        var anchor = new Vector2(7.5f / 14 * 224);
        Assert.InRange((person.MidHip - anchor - new Vector2(10, 20)).Length(), 0, 1e-3f);
        Assert.InRange((person.OnCircle - anchor - new Vector2(10, -80)).Length(), 0, 1e-3f);
        Assert.Equal(1 / (1 + MathF.Exp(-2)), person.Score, 1e-6f);
        Assert.Equal(250, person.Region.Size, 1e-2f);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-0.01f, 0)]
    [InlineData(1000, 1)]
    [InlineData(-1000, 0)]
    public void Somebody_counts_from_a_score_of_one_half(float logit, int people)
    {
        Propose(Middle, logit, 0, Vector2.Zero, new Vector2(0, -50));

        Assert.Equal(people, Read().Count);
    }

    [Fact]
    public void Proposals_that_overlap_are_merged_by_their_scores()
    {
        // Logits of log 3 and 0 are scores of 0.75 and 0.5.
        Propose(Middle, MathF.Log(3), 0, new Vector2(0, 0), new Vector2(0, -50));
        Propose(Middle + 1, 0, 5, new Vector2(10, 20), new Vector2(10, -30));

        var person = Assert.Single(Read());

        var anchor = new Vector2(7.5f / 14 * 224);
        Assert.InRange((person.MidHip - anchor - new Vector2(4, 8)).Length(), 0, 1e-3f);
        Assert.InRange((person.OnCircle - anchor - new Vector2(4, -42)).Length(), 0, 1e-3f);
        Assert.Equal(0.75f, person.Score, 1e-6f);
    }

    [Theory]
    [InlineData(0.29, 2)]
    [InlineData(0.31, 1)]
    public void Proposals_that_overlap_by_less_than_three_tenths_are_two_people(double overlap, int people)
    {
        // Two boxes of 100 side by side by d overlap by (100 − d) / (100 + d) of their union.
        var distance = (float)(100 * (1 - overlap) / (1 + overlap));
        Propose(Middle, 1, 0, Vector2.Zero, new Vector2(0, -50));
        Propose(Middle + 1, 3, distance, new Vector2(distance, 0), new Vector2(distance, -50));

        var found = Read();

        Assert.Equal(people, found.Count);
        Assert.Equal(1 / (1 + MathF.Exp(-3)), found[0].Score, 1e-6f);
    }

    [Fact]
    public void Boxes_without_a_size_do_not_overlap_themselves_for_ever()
    {
        for (var i = 0; i < 3; i++)
            Propose(Middle + i, 1, 0, Vector2.Zero, new Vector2(0, -50), size: 0);

        Assert.Equal(3, Read().Count);
    }

    [Fact]
    public void Detecting_costs_no_memory()
    {
        var picture = GoldenMaterial.Picture("standing_yaw_0.png");
        for (var i = 0; i < 3; i++)
            _detector.Detect(picture);

        Assert.Equal(0, AllocatedBytes.Of(() => _detector.Detect(picture)));
    }

    private IReadOnlyList<PersonDetection> Read() => _detector.Read(_boxes, _scores, Whole);

    /// <summary>Fills a row: a box and two key points, in pixels of the input from the anchor.</summary>
    private void Propose(int anchor, float logit, float boxX, Vector2 midHip, Vector2 onCircle, float size = 100)
    {
        _scores[anchor] = logit;
        float[] row = [boxX, 0, size, size, midHip.X, midHip.Y, onCircle.X, onCircle.Y];
        row.CopyTo(_boxes, anchor * 12);
    }
}
