using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Accuracy.Mocap;

namespace PhysioEdge.Appliance.Tests.Accuracy.Mocap;

public sealed class ReferenceRepetitionTests
{
    /// <summary>A twentieth of a cosine's way is passed this long after its turn, s.</summary>
    private static readonly double Onset = Math.Acos(0.9) / Math.PI;

    [Fact]
    public void Squats_are_found_with_start_peak_and_end()
    {
        var found = ReferenceRepetition.FindAll(Curves.Of(100, 6.05, Curves.Squats));

        Assert.Equal(3, found.Count);
        Assert.All(found.Index(), r =>
        {
            Assert.Equal((2 * r.Index) + Onset, r.Item.StartSeconds, 0.011);
            Assert.Equal((2 * r.Index) + 1, r.Item.PeakSeconds, 0.011);
            Assert.Equal((2 * r.Index) + 2 - Onset, r.Item.EndSeconds, 0.011);
            Assert.Equal(95, r.Item.PeakDegrees, 0.01);
        });
    }

    [Fact]
    public void Who_begins_seated_rises_to_a_peak_of_straight_knees()
    {
        var found = ReferenceRepetition.FindAll(Curves.Of(100, 4.05, t => 100 - Curves.Squats(t)));

        Assert.Equal([1, 3], found.Select(r => Math.Round(r.PeakSeconds, 1)));
        Assert.Equal(5, found[0].PeakDegrees, 0.01);
    }

    [Fact]
    public void A_movement_cut_off_by_the_end_of_the_recording_is_none()
        => Assert.Single(ReferenceRepetition.FindAll(Curves.Of(100, 3.2, Curves.Squats)));

    [Fact]
    public void Walking_has_none()
    {
        var walk = Curves.Of(100, 5, (angle, t) => Math.Max(10, 70 * Math.Sin((2 * Math.PI * t) + (angle is JointAngle.KneeLeft or JointAngle.HipLeft ? 0 : Math.PI))));

        Assert.Empty(ReferenceRepetition.FindAll(walk));
    }

    [Fact]
    public void Standing_still_has_none() => Assert.Empty(ReferenceRepetition.FindAll(Curves.Of(100, 5, t => 5 + Math.Sin(t))));

    [Fact]
    public void Counted_repetitions_are_told_from_missed_and_false_ones()
    {
        ReferenceRepetition[] truth = [new(1, 2, 3, 90), new(4, 5, 6, 90), new(7, 8, 9, 90)];
        Repetition[] counted = [Counted(1.1, 1.9, 3.2, 80), Counted(6.2, 6.5, 6.8, 50), Counted(7, 8, 9, 94)];

        var errors = RepetitionErrors.Of(counted, truth);

        Assert.Equal((3, 3, 1, 1), (errors.Reference, errors.Counted, errors.Missed, errors.Extra));
        Assert.Equal([0.1, 0], errors.StartSeconds.Select(e => Math.Round(e, 6)));
        Assert.Equal([-0.1, 0], errors.PeakSeconds.Select(e => Math.Round(e, 6)));
        Assert.Equal([0.2, 0], errors.EndSeconds.Select(e => Math.Round(e, 6)));
        Assert.Equal([-10, 4], errors.PeakDegrees);
    }

    private static Repetition Counted(double start, double peak, double end, double degrees) => new(
        ExerciseKind.Squat, Side.Both, TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(peak), TimeSpan.FromSeconds(end), degrees, degrees, null, null, false, 1);
}
