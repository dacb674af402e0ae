using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Tests.Gait;

public class GaitParametersTests
{
    private const double Stride = 1.1;
    private const double Stance = 0.66;

    [Fact]
    public void An_even_walk_has_the_parameters_that_it_was_made_with()
    {
        var gait = GaitParameters.Of(Walk(10, step: Stride / 2));

        Assert.Equal(20, gait.Contacts);
        Assert.Equal(120 / Stride, gait.CadenceStepsPerMinute!.Value, 3);
        Assert.Equal(Stride, gait.StrideTimeSeconds.Left!.Value, 3);
        Assert.Equal(Stance, gait.StanceSeconds.Right!.Value, 3);
        Assert.Equal(Stride - Stance, gait.SwingSeconds.Left!.Value, 3);
        Assert.Equal((2 * Stance) - Stride, gait.DoubleSupportSeconds.Mean!.Value, 3);
        Assert.Equal(0, gait.StrideTimeVariabilityPercent.Left!.Value, 3);
    }

    [Fact]
    public void A_step_belongs_to_the_foot_that_lands()
    {
        var gait = GaitParameters.Of(Walk(10, step: 0.45));

        Assert.Equal(0.45, gait.StepTimeSeconds.Right!.Value, 3);
        Assert.Equal(Stride - 0.45, gait.StepTimeSeconds.Left!.Value, 3);
        Assert.True(gait.StepTimeSeconds.AsymmetryPercent < -30);
    }

    [Fact]
    public void A_pause_is_no_stride()
    {
        FootContact[] contacts = [.. Walk(10, step: Stride / 2), .. Walk(10, step: Stride / 2).Select(c => Later(c, 30))];

        var gait = GaitParameters.Of(contacts);

        Assert.Equal(Stride, gait.StrideTimeSeconds.Mean!.Value, 3);
        Assert.Equal(120 / Stride, gait.CadenceStepsPerMinute!.Value, 3);
    }

    [Fact]
    public void Strides_that_differ_have_their_coefficient_of_variation()
    {
        double[] landings = [0, 1.0, 2.1, 3.1, 4.2];

        var gait = GaitParameters.Of(landings.Select(at => Contact(Side.Left, at)));

        Assert.Equal(100 * 0.0577 / 1.05, gait.StrideTimeVariabilityPercent.Left!.Value, 1);
        Assert.Null(gait.StrideTimeVariabilityPercent.Right);
    }

    [Fact]
    public void One_foot_alone_has_no_steps_and_no_double_support()
    {
        var gait = GaitParameters.Of(Walk(10, step: Stride / 2).Where(c => c.Side == Side.Left));

        Assert.Null(gait.CadenceStepsPerMinute);
        Assert.Null(gait.DoubleSupportSeconds.Mean);
        Assert.Equal(Stride, gait.StrideTimeSeconds.Mean!.Value, 3);
    }

    [Fact]
    public void No_contacts_have_no_parameters()
    {
        var gait = GaitParameters.Of([]);

        Assert.Equal(0, gait.Contacts);
        Assert.Null(gait.StrideTimeSeconds.Mean);
        Assert.Null(gait.CadenceStepsPerMinute);
    }

    private static IEnumerable<FootContact> Walk(int strides, double step) => Enumerable.Range(0, strides).SelectMany(i => (FootContact[])
        [Contact(Side.Left, i * Stride), Contact(Side.Right, (i * Stride) + step)]);

    private static FootContact Contact(Side side, double at) => new(side, TimeSpan.FromSeconds(at), TimeSpan.FromSeconds(at + Stance));

    private static FootContact Later(FootContact contact, double seconds)
        => contact with { InitialContact = contact.InitialContact + TimeSpan.FromSeconds(seconds), ToeOff = contact.ToeOff + TimeSpan.FromSeconds(seconds) };
}
