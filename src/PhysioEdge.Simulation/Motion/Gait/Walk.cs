using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;

namespace PhysioEdge.Simulation.Motion.Gait;

/// <summary>
/// A walk over footprints. The feet are where the footprints say (<see cref="FootRoll"/>), the pelvis moves evenly between them, as
/// high as the knee of the leg in front makes it; the legs follow.
/// </summary>
/// <remarks>
/// Knee flexion in stance and the movements of pelvis, trunk and arms are rounded from the curves of normal gait in Winter, "The
/// Biomechanics and Motor Control of Human Gait" (1991), and Perry and Burnfield, "Gait Analysis" (2010). Deviation: the knee in the
/// swing and both hips are not prescribed; they are what planted feet and an even pelvis leave them.
/// </remarks>
internal sealed class Walk
{
    /// <summary>How long both feet are on the floor, in parts of the time between two contacts.</summary>
    public const float DoubleSupport = 0.24f;
    private const float LeastKneeDegrees = 4;
    private const float StraightKneeDegrees = 1;
    private const float UsualStepMetres = 0.55f;
    private const float UsualStrideMetres = 1.1f;

    private static readonly KeyedCurve StanceKnee = new([0, 0.1f, 0.25f, 0.5f, 0.75f, 1], [5, 10, 17, 14, 9, 5]);
    private static readonly float[] HeightKnots = [0, 0.1f, 0.25f, 0.5f, 0.75f];

    private readonly BodySize _body;
    private readonly PostureCurve _stand;
    private readonly Footprint[] _prints;
    private readonly float[] _contacts;
    private readonly float[] _landing;
    private readonly float[] _push;
    private readonly float _sore;
    private readonly float _severity;
    private readonly KeyedCurve _left;
    private readonly KeyedCurve _ahead;
    private readonly KeyedCurve _facing;
    private readonly KeyedCurve _vigour;
    private readonly KeyedCurve _height;

    public Walk(BodySize body, Footprint[] prints, Limp? limp)
    {
        (_body, _prints, _stand) = (body, prints, PostureCurves.Squat(body, new RepetitionPlan()));
        (_sore, _severity) = (limp?.SoreSide == Side.Left ? 1 : -1, limp?.Severity ?? 0);
        (_landing, _push) = (Landings(), Pushes());
        _contacts = [.. prints.Skip(1).Select(print => print.Contact)];
        _left = Between(print => print.Centre.X);
        _ahead = Between(print => print.Centre.Z);
        _facing = Between(print => print.FacingDegrees);
        _vigour = new KeyedCurve(_contacts, [.. _landing.Skip(1)], levelEnds: true);
        _height = Heights();
    }

    public float Seconds => _contacts[^1];

    public IEnumerable<ScriptedStep> Steps(double startSeconds) => Enumerable.Range(2, _prints.Length - 2).Select(i => new ScriptedStep
    {
        Side = _prints[i].Side > 0 ? Side.Left : Side.Right,
        ToeOff = TimeSpan.FromSeconds(startSeconds + ToeOff(i)),
        InitialContact = TimeSpan.FromSeconds(startSeconds + _prints[i].Contact),
        LengthMetres = StepMetres(i),
    });

    public Posture At(float seconds, SwayOffsets sway)
    {
        var moment = MomentAt(seconds);
        var standing = _stand(0, sway);
        var place = new FloorPlace(_ahead[seconds], _left[seconds], _facing[seconds]);
        var (leftFoot, rightFoot) = (FootAt(moment, 1, place), FootAt(moment, -1, place));
        var pelvis = Lowered(Pelvis(moment, _height[seconds], Kinematics.MidHip(_body, standing)), leftFoot, rightFoot);
        var (vigour, bearing) = (_vigour[seconds], moment.Bearing);
        var lean = standing.TrunkLeanDegrees + (2 * vigour);
        return standing with
        {
            Support = Support.Placed,
            Place = place,
            Pelvis = pelvis,
            LeftLeg = LegReach.Find(_body, pelvis, lean, 1, leftFoot),
            RightLeg = LegReach.Find(_body, pelvis, lean, -1, rightFoot),
            LeftArm = Swung(standing.LeftArm, vigour, -moment.Reach * vigour),
            RightArm = Swung(standing.RightArm, vigour, moment.Reach * vigour),
            TrunkLeanDegrees = lean,
            TrunkTurnDegrees = 4 * vigour * moment.Reach,
            TrunkSideLeanDegrees = bearing * ((1.2f * vigour) + (moment.Stance == _sore ? 13 * _severity : 0)),
        };
    }

    private Moment MomentAt(float seconds)
    {
        var i = Array.BinarySearch(_contacts, seconds);
        i = Math.Clamp(i >= 0 ? i : ~i - 1, 0, _contacts.Length - 2);
        return MomentOf(i + 1, Math.Clamp((seconds - _contacts[i]) / (_contacts[i + 1] - _contacts[i]), 0, 1));
    }

    private Moment MomentOf(int print, float part)
    {
        var edge = MathF.Max(
            print == 1 ? 1 - MinimumJerk.At(2 * part) : 0,
            print == _prints.Length - 2 ? MinimumJerk.At((2 * part) - 1) : 0);
        return new Moment(print, _prints[print].Side, part, edge);
    }

    /// <summary>Over the feet, a little to the side of the one that bears it, that side a little higher.</summary>
    private PelvisPosture Pelvis(in Moment moment, float height, Vector3 home)
    {
        var vigour = _vigour[_prints[moment.Print].Contact + (moment.Part * (_prints[moment.Print + 1].Contact - _prints[moment.Print].Contact))];
        var aside = 0.4f * moment.Bearing * _prints[moment.Print].HalfWidthMetres;
        var hike = (3 * vigour * moment.Bearing) - (moment.Stance == -_sore ? 6 * _severity * moment.Bearing : 0);
        return new PelvisPosture(new Vector3(aside, height, moment.Rest * home.Z), -5 * vigour * moment.Reach, hike);
    }

    /// <summary>No higher than both legs reach.</summary>
    private PelvisPosture Lowered(in PelvisPosture pelvis, in FootPlace left, in FootPlace right)
    {
        var highest = MathF.Min(
            LegReach.HipHeight(_body, pelvis, 1, left, StraightKneeDegrees), LegReach.HipHeight(_body, pelvis, -1, right, StraightKneeDegrees));
        return pelvis with { MidHipMetres = pelvis.MidHipMetres with { Y = MathF.Min(pelvis.MidHipMetres.Y, highest) } };
    }

    private FootPlace FootAt(in Moment moment, float side, in FloorPlace place)
    {
        var foot = FootInRoom(moment, side);
        var centre = new Vector3(place.LeftMetres, 0, place.AheadMetres);
        return foot with
        {
            Ankle = Vector3.Transform(foot.Ankle - centre, Angle.AboutY(-place.FacingDegrees)),
            HeadingDegrees = foot.HeadingDegrees - place.FacingDegrees,
        };
    }

    private FootPlace FootInRoom(in Moment moment, float side)
    {
        var i = moment.Print;
        if (moment.Stance == side)
        {
            var landing = i == 1 ? 0 : _landing[i];
            return FootRoll.OnFloor(_body, _prints[i], FootRoll.StancePitch(moment.Part, LastPart, landing, PushOf(i)));
        }

        if (moment.Part < DoubleSupport)
        {
            var pitch = i == 1 ? FootRoll.StancePitch(FootRoll.HeelOff + (moment.Part / DoubleSupport * (LastPart - FootRoll.HeelOff)), LastPart, 0, PushOf(0))
                : FootRoll.StancePitch(1 + moment.Part, LastPart, 0, PushOf(i - 1));
            return FootRoll.OnFloor(_body, _prints[i - 1], pitch);
        }

        var part = (moment.Part - DoubleSupport) / (1 - DoubleSupport);
        return FootRoll.InAir(_body, _prints[i - 1], _prints[i + 1], part, _landing[i + 1], _push[i + 1]);
    }

    private const float LastPart = 1 + DoubleSupport;

    /// <summary>How strongly the foot on that print pushes off later; not at all where the walk ends.</summary>
    private float PushOf(int print) => print + 2 < _prints.Length ? _push[print + 2] : 0;

    private float ToeOff(int print)
    {
        var other = _prints[print - 1];
        return other.Contact + (DoubleSupport * (_prints[print].Contact - other.Contact));
    }

    private float StepMetres(int print)
    {
        var (from, to) = (_prints[print - 1], _prints[print]);
        return Vector3.Dot(to.Place - from.Place, Vector3.Transform(Vector3.UnitZ, Angle.AboutY(to.FacingDegrees)));
    }

    private float[] Landings() =>
        [.. _prints.Select((print, i) => i < 2 ? 0 : Sparing(print.Side, 0.4f) * Math.Clamp(StepMetres(i) / UsualStepMetres, 0, 1))];

    private float[] Pushes() => [.. _prints.Select((print, i) => i < 2
        ? 0
        : Sparing(print.Side, 0.6f) * Math.Clamp(Vector3.Distance(_prints[i - 2].Place, print.Place) / UsualStrideMetres, 0.15f, 1))];

    private float Sparing(float side, float most) => side == _sore ? 1 - (most * _severity) : 1;

    /// <summary>At each contact the pelvis is half-way between the two feet.</summary>
    private KeyedCurve Between(Func<Footprint, float> value) =>
        new(_contacts, [.. Enumerable.Range(1, _contacts.Length).Select(i => (value(_prints[i - 1]) + value(_prints[i])) / 2)], levelEnds: true);

    private KeyedCurve Heights()
    {
        var standing = Kinematics.MidHip(_body, _stand(0, default));
        var (times, heights) = (new List<float>(), new List<float>());
        for (var i = 1; i < _prints.Length - 1; i++)
        {
            foreach (var part in HeightKnots)
            {
                var moment = MomentOf(i, part);
                times.Add(_prints[i].Contact + (part * (_prints[i + 1].Contact - _prints[i].Contact)));
                heights.Add(i == 1 && part == 0 ? standing.Y : HeightAt(moment, times[^1], standing));
            }
        }

        return new KeyedCurve([.. times, Seconds], [.. heights, standing.Y], levelEnds: true);
    }

    /// <summary>The height at which the knee of the leg that landed last is bent as it should be, if the other reaches so far.</summary>
    private float HeightAt(in Moment moment, float seconds, Vector3 standing)
    {
        var place = new FloorPlace(_ahead[seconds], _left[seconds], _facing[seconds]);
        var foot = FootAt(moment, moment.Stance, place);
        var vigour = _vigour[seconds];
        var knee = PostureCurves.Mix(PostureCurves.StandingKneeDegrees + (4 * (1 - moment.Rest)), StanceKnee[moment.Part], vigour);
        var pelvis = Pelvis(moment, 0, standing);
        return MathF.Min(
            LegReach.HipHeight(_body, pelvis, moment.Stance, foot, knee),
            LegReach.HipHeight(_body, pelvis, -moment.Stance, FootAt(moment, -moment.Stance, place), LeastKneeDegrees));
    }

    private static ArmPosture Swung(in ArmPosture arm, float vigour, float forward) => arm with
    {
        ShoulderFlexionDegrees = arm.ShoulderFlexionDegrees + (19 * forward) - (2 * vigour),
        ElbowFlexionDegrees = arm.ElbowFlexionDegrees + (10 * vigour) + (9 * MathF.Max(0, forward + (0.4f * vigour))),
    };

    /// <summary>A time between two contacts: the print landed on last, its side, how far on it is, and how near to standing still.</summary>
    private readonly record struct Moment(int Print, float Stance, float Part, float Rest)
    {
        /// <summary>Gets how far the left foot is ahead of the right, −1 to 1.</summary>
        public float Reach => Stance * MathF.Cos(MathF.PI * Part);

        /// <summary>Gets how much the weight is on the left, negative on the right.</summary>
        public float Bearing => Stance * (1 - Rest) * MathF.Sin(MathF.PI * Part);
    }
}
