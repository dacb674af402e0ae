using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Rendering;

namespace PhysioEdge.Appliance.Accuracy.Phantom;

/// <summary>Who is filmed, from where and in what light, by the names of <see cref="Builds"/> and <see cref="Lights"/>.</summary>
internal sealed record PhantomSetting(float YawDegrees, string Build, string Light)
{
    public const double RateHz = 8;
    public const double CameraDistanceMetres = 3.3;

    private const string UsualBuild = "average";
    private const string UsualLight = "daylight";

    /// <summary>Gets every combination.</summary>
    public static IReadOnlyList<PhantomSetting> All { get; } =
    [
        .. from yaw in (float[])[0, 25, 45, 65, 90]
           from build in (string[])[UsualBuild, "small", "tall", "heavy"]
           from light in (string[])[UsualLight, "dim", "backlit"]
           select new PhantomSetting(yaw, build, light),
    ];

    public bool IsUsual => (Build, Light) == (UsualBuild, UsualLight);

    public MotionScript Script() => PhantomCourse.Of(Builds.Named[Build]);

    public PhantomCamera Open() => new(
        new PhantomScene
        {
            Patient = new PhantomFigure(Script()),
            View = new CameraView { YawDegrees = YawDegrees, DistanceMetres = (float)CameraDistanceMetres },
            Lighting = Lights.Named[Light],
        },
        RateHz);
}
