using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Appliance.Sessions.Coaching;
using PhysioEdge.Appliance.Sessions.Live;

namespace PhysioEdge.Appliance.Tests.Sessions.Coaching;

public class CoachTests
{
    private const double Target = 80;
    private const double RateHz = 30;

    private static readonly CoachMoment Standing = new() { At = default, Presence = Presence.Whole, Target = Target, HasBegun = true };

    private readonly Coach _coach = new();
    private readonly List<(Cue Cue, TimeSpan At)> _said = [];
    private TimeSpan _now;

    [Fact]
    public void A_good_repetition_is_led_out_held_led_back_and_praised()
    {
        Repeat(112);

        Assert.Equal([Cue.Hold, Cue.SlowlyBack, Cue.WellDone, Cue.None], Said);
    }

    [Fact]
    public void One_that_fell_short_is_followed_by_the_wish_for_more_until_the_target_is_reached()
    {
        Repeat(60);
        Repeat(100);

        Assert.Equal([Cue.SlowlyBack, Cue.GoFurther, Cue.Hold, Cue.SlowlyBack, Cue.WellDone, Cue.None], Said);
    }

    [Fact]
    public void Somebody_who_stops_short_of_the_target_is_asked_for_a_little_more_at_once()
    {
        Move(0, 55, 1, Standing with { Phase = RepetitionPhase.Outward });
        Move(55, 55, 2, Standing with { Phase = RepetitionPhase.Outward });

        Assert.Equal([Cue.GoFurther], Said);
    }

    [Fact]
    public void An_angle_that_trembles_about_the_target_does_not_make_the_words_flicker()
    {
        for (var i = 0; i < 300; i++)
            Watch(Standing with { Phase = RepetitionPhase.Outward, Value = Target + (i % 2 == 0 ? 1.5 : -1.5) });

        Assert.InRange(_said.Count, 0, 1);
    }

    [Fact]
    public void What_is_said_stands_long_enough_to_be_read()
    {
        for (var i = 0; i < 8; i++)
            Repeat(i % 2 == 0 ? 100 : 50, seconds: 0.5);

        var shown = _said.Zip(_said.Skip(1), (a, b) => b.At - a.At);
        Assert.All(shown, duration => Assert.InRange(duration.TotalSeconds, 0.9, 60));
    }

    [Theory]
    [InlineData(Presence.Nobody, Cue.StepIn)]
    [InlineData(Presence.Partly, Cue.StepBack)]
    public void Who_is_not_wholly_in_the_picture_is_told_so_but_not_for_a_moment_of_it(object presence, object cue)
    {
        var away = Standing with { Presence = (Presence)presence };
        Stay(away, 1);
        Stay(Standing, 1);
        Assert.Empty(Said);

        Stay(away, 3);
        Assert.Equal([(Cue)cue], Said);
    }

    [Fact]
    public void Feet_at_the_edge_of_the_picture_do_not_interrupt_a_repetition()
    {
        Stay(Standing with { Presence = Presence.Partly, Phase = RepetitionPhase.Outward, Value = 90 }, 3);

        Assert.Equal([Cue.Hold], Said);
    }

    [Fact]
    public void The_first_time_one_may_take_ones_time()
    {
        Stay(Standing with { HasBegun = false }, 5);

        Assert.Equal([Cue.Ready], Said);
    }

    [Fact]
    public void Who_stays_bent_between_repetitions_is_asked_to_stand_tall()
    {
        Stay(Standing with { IsBent = true }, 2);

        Assert.Equal([Cue.StandTall], Said);
    }

    [Fact]
    public void The_end_of_a_set_and_of_everything_are_said_instead_of_the_repetition()
    {
        Stay(Standing with { Completed = true, IsSetDone = true }, 3);
        Stay(Standing with { IsSetDone = true, IsAllDone = true }, 3);

        Assert.Equal([Cue.SetDone, Cue.AllDone], Said);
    }

    [Theory]
    [InlineData(FormRemark.TooFast, Cue.Slower)]
    [InlineData(FormRemark.TrunkLeans, Cue.TrunkUpright)]
    public void What_was_not_done_well_is_said_instead_of_praise(FormRemark remark, object cue)
    {
        Watch(Standing with { Completed = true, Remark = remark });
        Stay(Standing, 4);

        Assert.Equal([(Cue)cue, Cue.None], Said);
    }

    [Fact]
    public void A_stance_is_held_until_its_time_is_over()
    {
        var stance = Standing with { Target = 10, TargetIsHold = true, Phase = RepetitionPhase.Outward };
        Move(0, 9, 9, stance with { IsHolding = true });
        Move(10, 12, 2, stance with { IsHolding = true });

        Assert.Equal([Cue.Hold, Cue.SlowlyBack], Said);
    }

    private IEnumerable<Cue> Said => _said.Select(s => s.Cue);

    private void Repeat(double degrees, double seconds = 1.5)
    {
        Move(0, degrees, seconds, Standing with { Phase = RepetitionPhase.Outward });
        Move(degrees, degrees * 0.99, 0.3, Standing with { Phase = RepetitionPhase.Outward });
        Move(degrees, 0, seconds, Standing with { Phase = RepetitionPhase.Returning });
        Watch(Standing with { Completed = degrees >= Target });
        Stay(Standing, degrees >= Target ? 4 : 1);
    }

    private void Stay(CoachMoment moment, double seconds) => Move(moment.Value, moment.Value, seconds, moment);

    private void Move(double from, double to, double seconds, CoachMoment moment)
    {
        var count = (int)(seconds * RateHz);
        for (var i = 1; i <= count; i++)
            Watch(moment with { Value = double.Lerp(from, to, (double)i / count) });
    }

    private void Watch(CoachMoment moment)
    {
        var before = _coach.Current;
        _now += TimeSpan.FromSeconds(1 / RateHz);
        if (_coach.Watch(moment with { At = _now }) is var cue && cue != before)
            _said.Add((cue, _now));
    }
}
