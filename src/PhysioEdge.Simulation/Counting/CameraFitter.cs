using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Rendering;

namespace PhysioEdge.Simulation.Counting;

/// <summary>Places a camera so that a whole body is in its picture, feet and raised arms too.</summary>
internal sealed class CameraFitter(SeededNumbers numbers)
{
    /// <summary>Room above the head and below the feet, as a factor on the height; the feet are nearer to the lens than the middle.</summary>
    private const float Margin = 1.28f;

    /// <summary>How far raised hands are above the floor, in heights.</summary>
    private const float ReachUp = 1.28f;

    /// <summary>How far hands are aside that are raised sideways, or stretched forward in a squat seen from the side, in heights.</summary>
    private const float ReachAside = 0.50f;

    public CameraView Fit(BodySize body, float yawDegrees, bool armsRise)
    {
        var tall = body.HeightMetres * (armsRise ? ReachUp : 1);
        var fieldOfView = numbers.Between(40f, 52f);
        var (view, slope) = (new CameraView(), MathF.Tan(Angle.Radians(fieldOfView / 2)));
        var nearest = MathF.Max(Margin * tall / 2, ReachAside * body.HeightMetres * view.Height / view.Width) / slope;
        var distance = nearest * numbers.Between(1f, 1.3f);
        var height = numbers.Between(0.8f, 1.6f);
        return view with
        {
            YawDegrees = yawDegrees,
            DistanceMetres = distance,
            HeightMetres = height,
            PitchDegrees = Angle.Degrees(Math.Atan2(height - (0.5f * tall), distance)) + numbers.Between(-1f, 1f),
            VerticalFieldOfViewDegrees = fieldOfView,
        };
    }
}
