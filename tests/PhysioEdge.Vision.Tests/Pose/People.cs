using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Rendering;

namespace PhysioEdge.Vision.Tests.Pose;

/// <summary>Phantom people in a room.</summary>
internal static class People
{
    /// <summary>Farther to the side than this nobody is in the picture of <see cref="Room"/>, metres.</summary>
    public const float OutOfView = 2.2f;

    public static readonly Appearance OtherClothes = new()
    {
        Shirt = new Rgb(170, 60, 50),
        Shorts = new Rgb(120, 110, 90),
        Hair = new Rgb(190, 160, 110),
    };

    /// <summary>A patient alone who does one squat.</summary>
    public static PhantomScene Squatting(CameraView view) => new()
    {
        Patient = new PhantomFigure(new MotionScriptBuilder(new BodySize(), seed: 1).StandStill(0.3).Repeat(
            ScriptedExercise.Squat, Side.Both, new RepetitionPlan { RangeDegrees = 90, OutSeconds = 1.2, HoldSeconds = 0.2, BackSeconds = 1.2 }).Build()),
        View = view,
    };

    /// <summary>A patient and another person in a picture wide enough for both.</summary>
    public static PhantomScene Room(PhantomFigure patient, PhantomFigure other, float yawDegrees = 0) => new()
    {
        Patient = patient,
        Others = [other],
        View = new CameraView { YawDegrees = yawDegrees, Width = 480, Height = 360, DistanceMetres = 3.4f },
    };

    /// <summary>Somebody who stands as long as that, by default where and as the patient does.</summary>
    public static PhantomFigure Standing(double seconds, Appearance? clothes = null, params FloorWaypoint[] path)
    {
        var figure = new PhantomFigure(new MotionScriptBuilder(new BodySize(), seed: 2) { SwayDegrees = 1 }.StandStill(seconds).Build())
        {
            Appearance = clothes ?? new Appearance(),
        };
        return path.Length == 0 ? figure : figure with { Path = path };
    }

    /// <summary>A place as the camera at that yaw sees it: nearer than the patient and to the right of the picture; facing the camera, or turned to the right.</summary>
    public static FloorWaypoint At(double seconds, float nearerMetres, float rightMetres, float yawDegrees = 0, float turnedDegrees = 0)
    {
        var (sin, cos) = MathF.SinCos(yawDegrees * MathF.PI / 180);
        return new FloorWaypoint(TimeSpan.FromSeconds(seconds), new FloorPlace(
            (cos * nearerMetres) - (sin * rightMetres), (sin * nearerMetres) + (cos * rightMetres), yawDegrees + turnedDegrees));
    }

    /// <summary>How far the pose found is from the true one, by the middle of the hips, pixels.</summary>
    public static float DistanceFrom(PhantomTruth truth, in PoseFrame pose)
    {
        var found = (pose.Raw[BodyLandmark.LeftHip].Pixel + pose.Raw[BodyLandmark.RightHip].Pixel) / 2;
        return Vector2.Distance(found, (truth.PixelOf(BodyLandmark.LeftHip) + truth.PixelOf(BodyLandmark.RightHip)) / 2);
    }
}
