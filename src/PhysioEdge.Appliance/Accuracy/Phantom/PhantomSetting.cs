using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Rendering;

namespace PhysioEdge.Appliance.Accuracy.Phantom;

/// <summary>Who is filmed, from where and in what light, by the names of <see cref="Builds"/> and <see cref="Lights"/>.</summary>
internal sealed record PhantomSetting(float YawDegrees, string Build, string Light)
{
    /// <summary>Gets how the patient looks, by the names of <see cref="Looks"/>.</summary>
    public string Look { get; init; } = "plain";

    /// <summary>Gets a value indicating whether the movements are done as hardly anybody does them.</summary>
    public bool IsOdd { get; init; }


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

    /// <summary>Gets what the training of the lifter had nothing like: no body so stout, no such colours, no movement so crooked.</summary>
    public static IReadOnlyList<(string Name, PhantomSetting Setting)> Unseen { get; } =
        [.. ((float[])[25, 45, 65]).SelectMany(yaw => UnseenFrom(new PhantomSetting(yaw, UsualBuild, UsualLight)))];

    public bool IsUsual => (Build, Light) == (UsualBuild, UsualLight);

    public MotionScript Script() => IsOdd ? PhantomCourse.Crooked(Builds.Named[Build]) : PhantomCourse.Of(Builds.Named[Build]);

    public PhantomCamera Open() => new(
        new PhantomScene
        {
            Patient = new PhantomFigure(Script()) { Appearance = Looks.Named[Look] },
            View = new CameraView { YawDegrees = YawDegrees, DistanceMetres = (float)CameraDistanceMetres },
            Lighting = Lights.Named[Light],
        },
        RateHz);

    private static IEnumerable<(string Name, PhantomSetting Setting)> UnseenFrom(PhantomSetting usual) =>
    [
        ("nothing", usual),
        ("the body", usual with { Build = "stout" }),
        ("the clothes", usual with { Look = "bright" }),
        ("the movements", usual with { IsOdd = true }),
        ("all three", usual with { Build = "stout", Look = "bright", IsOdd = true }),
    ];
}
