using System.Numerics;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Training.Motions;

/// <summary>Where pelvis, feet, trunk and arms are at one end of a movement; degrees and metres in the figure's frame.</summary>
internal readonly record struct Shape
{
    public Vector3 MidHip { get; init; }

    public float PelvisTurn { get; init; }

    public float Hike { get; init; }

    public float Lean { get; init; }

    public float SideLean { get; init; }

    public float TrunkTurn { get; init; }

    public FootPlace LeftFoot { get; init; }

    public FootPlace RightFoot { get; init; }

    public ArmStyle Arms { get; init; }

    /// <summary>At ease, or with the feet wide, narrow or one before the other.</summary>
    public static Shape Standing(BodySize body, SeededNumbers n)
    {
        var (width, stagger) = (n.Between(0.5f, 2.2f), n.Chance(0.25f) ? n.Between(-0.2f, 0.2f) : 0);
        var (left, right) = (Foot(body, 1, width, stagger, n.Between(-5f, 30f)), Foot(body, -1, width, -stagger, n.Between(-5f, 30f)));
        var shape = new Shape { Arms = ArmStyle.Any(n), Lean = n.Between(-4f, 10f), LeftFoot = left, RightFoot = right };
        return shape.Over(body, aheadMetres: n.Between(-0.03f, 0.05f), asideMetres: 0, kneeDegrees: n.Between(1f, 15f));
    }

    public Shape Squatting(BodySize body, SeededNumbers n)
    {
        var knee = n.Between(30f, 135f);
        // The thigh takes the pelvis back, the shank brings it forward again.
        var shank = n.Between(0.15f, 0.5f) * knee;
        var back = (body.Thigh * MathF.Sin(Angle.Radians(knee - shank))) - (body.Shank * MathF.Sin(Angle.Radians(shank)));
        var shifted = this with
        {
            Lean = n.Between(0.1f, 0.7f) * knee,
            SideLean = n.Chance(0.4f) ? n.Between(-12f, 12f) : 0,
            Hike = n.Chance(0.3f) ? n.Between(-6f, 6f) : 0,
            PelvisTurn = n.Chance(0.3f) ? n.Between(-12f, 12f) : 0,
            Arms = n.Chance(0.5f) ? ArmStyle.Any(n) : Arms,
        };
        return shifted.Over(body, -MathF.Max(0, back), n.Chance(0.4f) ? n.Between(-0.08f, 0.08f) : 0, knee);
    }

    public Shape Lunging(BodySize body, SeededNumbers n)
    {
        var step = n.Between(0.35f, 0.9f) * (n.Chance(0.5f) ? 1 : -1);
        var (left, right) = (Moved(LeftFoot, new Vector3(0, 0, step / 2)), Moved(RightFoot, new Vector3(0, 0, -step / 2)));
        var (leftHeel, rightHeel) = step > 0 ? (0f, -n.Between(10f, 60f)) : (-n.Between(10f, 60f), 0f);
        return (this with
        {
            Lean = n.Between(-5f, 35f),
            LeftFoot = Raised(body, left with { PitchDegrees = leftHeel }),
            RightFoot = Raised(body, right with { PitchDegrees = rightHeel }),
            PelvisTurn = n.Between(-15f, 15f),
        }).Over(body, n.Between(-0.1f, 0.1f), 0, n.Between(20f, 110f));
    }

    public Shape OnOneLeg(BodySize body, SeededNumbers n)
    {
        var side = n.Chance(0.5f) ? 1 : -1;
        var way = new Vector3(side * n.Between(-0.1f, 0.5f), n.Between(0.03f, 0.55f), n.Between(-0.5f, 0.6f)) * n.Between(0.3f, 1f);
        var (left, right) = side > 0
            ? (Moved(LeftFoot, way) with { PitchDegrees = n.Between(-60f, 25f) }, RightFoot)
            : (LeftFoot, Moved(RightFoot, way) with { PitchDegrees = n.Between(-60f, 25f) });
        return (this with
        {
            Lean = n.Between(-8f, 25f),
            SideLean = n.Between(-12f, 12f),
            Hike = side * n.Between(-4f, 10f),
            LeftFoot = left,
            RightFoot = right,
            Arms = n.Chance(0.4f) ? ArmStyle.Any(n) : Arms,
        }).Over(body, 0, -side * n.Between(0.3f, 1f) * body.StanceWidth / 2, n.Between(1f, 40f), bearing: -side);
    }

    public Shape Bending(SeededNumbers n) => this with
    {
        Lean = n.Chance(0.6f) ? n.Between(-15f, 85f) : Lean,
        SideLean = n.Chance(0.5f) ? n.Between(-30f, 30f) : SideLean,
        TrunkTurn = n.Chance(0.5f) ? n.Between(-45f, 45f) : 0,
        PelvisTurn = n.Between(-15f, 15f),
        Arms = ArmStyle.Any(n),
    };

    public static Shape Mix(in Shape a, in Shape b, float part) => new()
    {
        MidHip = Vector3.Lerp(a.MidHip, b.MidHip, part),
        PelvisTurn = float.Lerp(a.PelvisTurn, b.PelvisTurn, part),
        Hike = float.Lerp(a.Hike, b.Hike, part),
        Lean = float.Lerp(a.Lean, b.Lean, part),
        SideLean = float.Lerp(a.SideLean, b.SideLean, part),
        TrunkTurn = float.Lerp(a.TrunkTurn, b.TrunkTurn, part),
        LeftFoot = Mix(a.LeftFoot, b.LeftFoot, part),
        RightFoot = Mix(a.RightFoot, b.RightFoot, part),
        Arms = new ArmStyle(
            PostureCurves.Mix(a.Arms.Left, b.Arms.Left, part),
            PostureCurves.Mix(a.Arms.Right, b.Arms.Right, part),
            float.Lerp(a.Arms.LeftInwardDegrees, b.Arms.LeftInwardDegrees, part),
            float.Lerp(a.Arms.RightInwardDegrees, b.Arms.RightInwardDegrees, part)),
    };

    private static FootPlace Mix(in FootPlace a, in FootPlace b, float part) => new(
        Vector3.Lerp(a.Ankle, b.Ankle, part),
        float.Lerp(a.PitchDegrees, b.PitchDegrees, part),
        float.Lerp(a.HeadingDegrees, b.HeadingDegrees, part));

    private static FootPlace Foot(BodySize body, float side, float width, float ahead, float outward) =>
        new(new Vector3(side * width * body.StanceWidth / 2, body.AnkleHeight, ahead), 0, side * outward);

    private static FootPlace Moved(in FootPlace foot, Vector3 way) => foot with { Ankle = foot.Ankle + way };

    /// <summary>A heel that is off the floor takes the ankle up with it.</summary>
    private static FootPlace Raised(BodySize body, in FootPlace foot) => foot with
    {
        Ankle = foot.Ankle with { Y = foot.Ankle.Y + (0.7f * body.FootLength * MathF.Sin(Angle.Radians(-foot.PitchDegrees))) },
    };

    /// <summary>The pelvis over the feet (or over the bearing one) at the height at which a knee is bent so.</summary>
    private Shape Over(BodySize body, float aheadMetres, float asideMetres, float kneeDegrees, float bearing = 0)
    {
        var pelvis = new PelvisPosture(new Vector3(asideMetres, 0, aheadMetres), PelvisTurn, Hike);
        var (left, right) = (Height(body, pelvis, 1, LeftFoot, kneeDegrees), Height(body, pelvis, -1, RightFoot, kneeDegrees));
        var height = bearing > 0 ? left : bearing < 0 ? right : MathF.Min(left, right);
        return this with { MidHip = pelvis.MidHipMetres with { Y = MathF.Max(height, 0.3f) } };
    }

    private static float Height(BodySize body, in PelvisPosture pelvis, float side, in FootPlace foot, float kneeDegrees)
    {
        var height = LegReach.HipHeight(body, pelvis, side, foot, kneeDegrees);
        return float.IsFinite(height) ? height : body.AnkleHeight + body.Shank;
    }
}
