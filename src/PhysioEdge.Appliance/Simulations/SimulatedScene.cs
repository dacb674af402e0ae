using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Rendering;

namespace PhysioEdge.Appliance.Simulations;

/// <summary>The scene that a request asks for.</summary>
internal static class SimulatedScene
{
    /// <summary>The camera looks at the middle of the body: this part of its height.</summary>
    private const double MiddleOfBody = 0.51;

    private const float PasserByBehindMetres = 1.6f;

    public static PhantomScene Of(SimulationRequest request)
    {
        var scene = request.Exercise is { } exercise ? OfExercise(exercise, request.Course) : SimulatedPatient.Scene();
        var view = ViewOf(request.View, scene.View, scene.Patient.Script.Body.HeightMetres);
        return scene with
        {
            View = view,
            Patient = scene.Patient with { Appearance = AppearanceOf(request.View, scene.Patient.Appearance) },
            Lighting = request.View.Light is { } light ? Lights.Named[light] : scene.Lighting,
            Others = request.View.PasserBy ? [.. scene.Others, PasserBy(view, scene.Patient.Script.Duration)] : scene.Others,
        };
    }

    private static PhantomScene OfExercise(ScriptedExercise exercise, CourseRequest course) => new()
    {
        Patient = new PhantomFigure(SimulatedCourse.Of(exercise, course)),
        View = exercise switch
        {
            ScriptedExercise.ShoulderAbduction => new CameraView(),
            ScriptedExercise.Walking => new CameraView { YawDegrees = 30, DistanceMetres = 4.5f },
            _ => new CameraView { YawDegrees = 65 },
        },
    };

    /// <summary>Somebody who crosses the picture behind the patient, from a third of the time on.</summary>
    private static PhantomFigure PasserBy(CameraView view, TimeSpan duration)
        => PhantomFigure.WalkingThrough(view, -PasserByBehindMetres, duration / 3, new BodySize { HeightMetres = 1.7f }) with
        {
            Appearance = Looks.Named["medium"],
        };

    private static Appearance AppearanceOf(ViewRequest request, Appearance usual)
    {
        var look = request.Clothes is { } clothes ? Looks.Named[clothes] : usual;
        return request.SkinTone is { } tone ? look with { Skin = SkinTones.Fitzpatrick[tone - 1] } : look;
    }

    private static CameraView ViewOf(ViewRequest request, CameraView usual, double bodyHeight)
    {
        var height = request.CameraHeightMetres ?? usual.HeightMetres;
        var distance = request.CameraDistanceMetres ?? usual.DistanceMetres;
        return usual with
        {
            YawDegrees = (float)(request.YawDegrees ?? usual.YawDegrees),
            HeightMetres = (float)height,
            DistanceMetres = (float)distance,
            PitchDegrees = (float)(Math.Atan2(height - (MiddleOfBody * bodyHeight), distance) * (180 / Math.PI)),
            Width = request.Width,
            Height = request.Height,
        };
    }
}
