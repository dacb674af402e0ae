using PhysioEdge.Analysis.JointAngles;

namespace PhysioEdge.Analysis.Tests;

/// <summary>Joint angles of made-up movements, at 30 frames/s.</summary>
internal sealed class Movement
{
    private const double Rate = 30;

    private readonly List<AngleFrame> _frames = [];
    private readonly Random _noise = new(7);
    private readonly double _tremorDegrees;
    private double _left;
    private double _right;

    /// <param name="rest">The angle that moves, at rest, degrees.</param>
    /// <param name="tremorDegrees">The amplitude of white noise on every angle.</param>
    public Movement(double rest = 5, double tremorDegrees = 0)
    {
        (_left, _right, _tremorDegrees) = (rest, rest, tremorDegrees);
    }

    public IReadOnlyList<AngleFrame> Frames => _frames;

    public Func<double, double, AngleSet> Pose { get; init; } = Squat;

    public Movement Wait(double seconds) => To(_left, _right, seconds);

    public Movement To(double degrees, double seconds) => To(degrees, degrees, seconds);

    /// <summary>Moves smoothly (minimum jerk).</summary>
    public Movement To(double left, double right, double seconds)
    {
        var (fromLeft, fromRight) = (_left, _right);
        var count = (int)Math.Round(seconds * Rate);
        for (var i = 1; i <= count; i++)
        {
            var s = (double)i / count;
            var share = s * s * s * (10 + (s * ((6 * s) - 15)));
            var set = Pose(double.Lerp(fromLeft, left, share) + Tremor(), double.Lerp(fromRight, right, share) + Tremor());
            _frames.Add(new AngleFrame(NextAt(), set, 1));
        }

        (_left, _right) = (left, right);
        return this;
    }

    /// <summary>Out to that angle in a second, back in a second.</summary>
    public Movement Repeat(double degrees, int times, double secondsPerHalf = 1, double pause = 0.4)
    {
        var rest = _left;
        for (var i = 0; i < times; i++)
            To(degrees, secondsPerHalf).To(rest, secondsPerHalf).Wait(pause);
        return this;
    }

    public Movement OutOfView(double seconds)
    {
        for (var i = 0; i < seconds * Rate; i++)
        {
            var unknown = default(AngleSet);
            ((Span<AngleReading>)unknown).Fill(AngleReading.Unknown);
            _frames.Add(new AngleFrame(NextAt(), unknown, 0));
        }

        return this;
    }

    public static AngleSet Squat(double left, double right) => Legs(left, right, 0.9 * left, 0.9 * right);

    public static AngleSet Seated(double left, double right) => Legs(left, right, 85, 85);

    public static AngleSet Arms(double left, double right)
    {
        var set = Legs(3, 3, 5, 5);
        set[JointAngle.ShoulderLeft] = new AngleReading(left, 1);
        set[JointAngle.ShoulderRight] = new AngleReading(right, 1);
        return set;
    }

    private static AngleSet Legs(double kneeLeft, double kneeRight, double hipLeft, double hipRight)
    {
        var set = default(AngleSet);
        ((Span<AngleReading>)set).Fill(new AngleReading(10, 1));
        set[JointAngle.KneeLeft] = new AngleReading(kneeLeft, 1);
        set[JointAngle.KneeRight] = new AngleReading(kneeRight, 1);
        set[JointAngle.HipLeft] = new AngleReading(hipLeft, 1);
        set[JointAngle.HipRight] = new AngleReading(hipRight, 1);
        return set;
    }

    private TimeSpan NextAt() => TimeSpan.FromSeconds((_frames.Count + 1) / Rate);

    private double Tremor() => _tremorDegrees * ((2 * _noise.NextDouble()) - 1);
}
