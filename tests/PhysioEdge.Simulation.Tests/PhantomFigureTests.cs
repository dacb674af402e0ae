using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Rendering;

namespace PhysioEdge.Simulation.Tests;

public sealed class PhantomFigureTests
{
    [Theory]
    [InlineData(0, -1.2f, false)]
    [InlineData(60, -1.2f, false)]
    [InlineData(-45, 0.8f, true)]
    public void Somebody_who_walks_through_comes_in_at_one_side_and_goes_out_at_the_other(float yaw, float nearer, bool fromRight)
    {
        var view = new CameraView { YawDegrees = yaw };
        var walker = PhantomFigure.WalkingThrough(view, nearer, TimeSpan.FromSeconds(2), fromRight: fromRight);
        float Across(double seconds) => MiddleAt(walker, view, TimeSpan.FromSeconds(seconds)) * (fromRight ? -1 : 1);
        var end = walker.Script.Duration.TotalSeconds;

        Assert.Equal(Across(0), Across(1.9), 1f);
        Assert.True(Across(0) < -340 && Across(end) > 340, $"from {Across(0)} to {Across(end)} pixels from the middle");
        Assert.InRange(Across((2 + end) / 2), -110, 110);
        Assert.True(walker.Script.Steps.Count >= 4);
    }

    private static float MiddleAt(PhantomFigure figure, CameraView view, TimeSpan time)
    {
        var skeleton = new Skeleton();
        figure.Pose(time, skeleton);
        var projection = new Projection(view);
        return projection.ToPixel(projection.ToCamera(skeleton[BodyLandmark.Nose])).X - (view.Width / 2f);
    }
}
