using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;
using PhysioEdge.Simulation.Rendering;

namespace PhysioEdge.Simulation.Counting;

/// <summary>People as they come, and what those do who are in the room by chance.</summary>
internal sealed class AnyoneElse(SeededNumbers numbers)
{
    public Appearance Appearance() => new()
    {
        Skin = numbers.Pick(SkinTones.Fitzpatrick),
        Hair = numbers.Pick(Looks.HairColours),
        Shirt = numbers.Pick(Looks.ShirtColours),
        Shorts = numbers.Pick(Looks.TrouserColours),
        LongTrousers = numbers.Chance(0.5f),
        LongSleeves = numbers.Chance(0.3f),
    };

    /// <summary>
    /// One or two people well behind the patient: one walks through, stands at the side, or sits there. Nobody stands behind a seated
    /// patient, so that the patient is the tallest in the picture.
    /// </summary>
    public IEnumerable<PhantomFigure> Behind(CameraView view, TimeSpan duration, bool patientSits)
    {
        var count = numbers.Between(1, 2);
        for (var i = 0; i < count; i++)
        {
            var (nearer, left) = (-1.5f - (0.3f * i) - numbers.Between(0f, 0.2f), numbers.Chance(0.5f));
            var figure = numbers.Between(0, 3) switch
            {
                0 => Staying(view, nearer, left, duration, seated: patientSits),
                1 => Staying(view, nearer, left, duration, seated: true),
                _ => Passing(view, nearer, left, duration),
            };
            yield return figure with { Appearance = Appearance() };
        }
    }

    private PhantomFigure Passing(CameraView view, float nearer, bool fromRight, TimeSpan duration) => PhantomFigure.WalkingThrough(
        view,
        nearer,
        TimeSpan.FromSeconds(numbers.Between(2f, (float)Math.Max(3, duration.TotalSeconds - 6))),
        Size(),
        new WalkPlan { SpeedMetresPerSecond = numbers.Between(0.8f, 1.4f) },
        fromRight);

    private PhantomFigure Staying(CameraView view, float nearer, bool left, TimeSpan duration, bool seated)
    {
        var place = view.FloorAt(nearer, (left ? -1 : 1) * numbers.Between(0.55f, 0.85f));
        var builder = new MotionScriptBuilder(Size(), (int)(numbers.Next() % 1000)) { SwayDegrees = 1 };
        var script = (seated ? builder.SitStill(duration.TotalSeconds) : builder.StandStill(duration.TotalSeconds)).Build();
        var facing = view.YawDegrees + numbers.Between(-60f, 60f);
        return new PhantomFigure(script) { Path = [new FloorWaypoint(default, new FloorPlace(place.AheadMetres, place.LeftMetres, facing))] };
    }

    private BodySize Size() => new() { HeightMetres = numbers.Between(1.55f, 1.9f), GirthFactor = numbers.Between(0.85f, 1.25f) };
}
