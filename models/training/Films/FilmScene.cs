using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Counting;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Rendering;
using PhysioEdge.Training.Motions;

namespace PhysioEdge.Training.Films;

/// <summary>Puts a motion before the simulated camera, in any body, clothes, light and view.</summary>
internal static class FilmScene
{
    public static PhantomScene Of(IFilmable motion, SeededNumbers n)
    {
        var body = motion.Body with { GirthFactor = n.Between(0.85f, 1.3f) };
        var script = new MotionScript(body, new Sway(0, 0, 0), [new ScriptSegment(0, motion.Seconds, (phase, _) => motion.At(phase), 0, (float)motion.Seconds)], []) { Seat = motion.Seat };
        var fieldOfView = n.Between(38f, 70f);
        var distance = Math.Max(1.15f * body.HeightMetres / 2 / MathF.Tan(Angle.Radians(fieldOfView / 2)), 1.5f) * n.Between(1.1f, 1.9f);
        var height = n.Between(0.5f, 1.8f);
        var middle = motion.At(motion.Seconds / 2).Place;
        return new PhantomScene
        {
            Patient = new PhantomFigure(script)
            {
                Path = [new FloorWaypoint(default, new FloorPlace(-middle.AheadMetres, -middle.LeftMetres, 0))],
                Appearance = new AnyoneElse(n).Appearance(),
            },
            View = new CameraView
            {
                YawDegrees = n.Chance(0.75f) ? n.Between(-80f, 80f) : n.Between(-180f, 180f),
                DistanceMetres = distance,
                HeightMetres = height,
                VerticalFieldOfViewDegrees = fieldOfView,
                PitchDegrees = Angle.Degrees(Math.Atan2(height - (0.5f * body.HeightMetres), distance)) + n.Between(-2f, 2f),
            },
            Lighting = Lights.Any(n),
        };
    }
}
