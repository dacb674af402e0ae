using System.Numerics;
using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Training.Motions;

/// <summary>
/// Walking as people do it, healthy or not: the curves of hip, knee and ankle over the gait cycle, each larger or smaller, earlier or
/// later and unlike on both sides, with the foot that stands where it is.
/// </summary>
internal sealed class GaitMotion : IFilmable
{
    private const int StepsPerSecond = 60;

    /// <summary>Perry and Burnfield, 2010: the stance is 62 % of the cycle.</summary>
    private const float ToeOffPhase = 0.62f;

    private readonly double _strideSeconds;
    private readonly float _halfCycle;
    private readonly float _startPhase;
    private readonly Leg _left;
    private readonly Leg _right;
    private readonly float _lean;
    private readonly float _armSwing;
    private readonly float _elbow;
    private readonly float _turnPerSecond;
    private readonly float _pelvisTurn;
    private readonly float _hike;
    private readonly Wander _leaning;
    private readonly Wander _side;
    private readonly float _sway;
    private readonly ArmStyle? _arms;
    private readonly Vector3[] _midHip;

    /// <param name="body">The body.</param>
    /// <param name="strides">Strides of people to walk like.</param>
    /// <param name="n">Where all else comes from.</param>
    /// <param name="seconds">For how long.</param>
    public GaitMotion(BodySize body, IReadOnlyList<GaitCurves> strides, SeededNumbers n, double seconds)
    {
        (Body, Seconds) = (body, seconds);
        _strideSeconds = n.Between(0.85f, 1.9f);
        _halfCycle = n.Chance(0.3f) ? n.Between(0.4f, 0.6f) : n.Between(0.48f, 0.52f);
        _startPhase = n.Between(0f, 1f);
        var pace = Math.Clamp((float)(1.15 / _strideSeconds) * n.Between(0.7f, 1.2f), 0.35f, 1.3f);
        _left = Leg.Any(n, strides, pace);
        _right = n.Chance(0.6f) ? _left.Like(n) : Leg.Any(n, strides, pace);
        _lean = n.Between(-4f, 18f);
        (_armSwing, _elbow) = (n.Between(0f, 28f) * pace, n.Between(5f, 40f));
        _turnPerSecond = n.Chance(0.3f) ? n.Between(-35f, 35f) : 0;
        (_pelvisTurn, _hike) = (n.Between(0f, 8f), n.Between(-1f, 6f));
        (_leaning, _side, _sway) = (new Wander(n, 1.5f), new Wander(n, 1.5f), n.Chance(0.25f) ? n.Between(3f, 15f) : n.Between(0f, 3f));
        _arms = n.Chance(0.2f) ? ArmStyle.Any(n) : null;
        _midHip = Travel();
    }

    public BodySize Body { get; }

    public double Seconds { get; }

    public FloorPlace? Seat => null;

    /// <summary>Gets its steps: the curves are those of a foot that lands at the phase 0.</summary>
    public IReadOnlyList<GaitEvent>? Steps => [.. StepsOf(Side.Left, 0), .. StepsOf(Side.Right, _halfCycle)];

    public void Pose(double seconds, Skeleton skeleton)
    {
        Kinematics.Pose(Body, At(seconds), skeleton);
        if (_arms is { } arms)
            ForearmTurn.Apply(skeleton, arms);
    }

    public Posture At(double seconds)
    {
        var at = Math.Clamp(seconds * StepsPerSecond, 0, _midHip.Length - 1.001);
        var midHip = Vector3.Lerp(_midHip[(int)at], _midHip[(int)at + 1], (float)(at - (int)at));
        var posture = Standing(seconds);
        return posture with
        {
            Place = new FloorPlace(midHip.Z, midHip.X, _turnPerSecond * (float)seconds),
            Pelvis = posture.Pelvis with { MidHipMetres = midHip with { X = 0, Z = 0 } },
        };
    }

    private IEnumerable<GaitEvent> StepsOf(Side side, float ahead)
    {
        var first = -(_startPhase + ahead) * _strideSeconds;
        for (var stride = 0; stride * _strideSeconds < Seconds + (2 * _strideSeconds); stride++)
        {
            yield return Event(GaitEventKind.InitialContact, stride);
            yield return Event(GaitEventKind.ToeOff, stride + ToeOffPhase);
        }

        GaitEvent Event(GaitEventKind kind, float cycles) => TimeSpan.FromSeconds(first + (cycles * _strideSeconds)) is var at ? new(side, kind, at, at) : default;
    }

    private Posture Standing(double seconds)
    {
        var phase = (float)((_startPhase + (seconds / _strideSeconds)) % 1);
        var other = (phase + _halfCycle) % 1;
        var swing = MathF.Cos(MathF.Tau * phase);
        var lean = _lean + _leaning.At(seconds);
        return new Posture
        {
            Support = Support.Placed,
            Pelvis = new PelvisPosture(Vector3.Zero, -_pelvisTurn * swing, _hike * MathF.Sin(MathF.Tau * phase)),
            LeftLeg = _left.At(phase, lean),
            RightLeg = _right.At(other, lean),
            LeftArm = _arms?.Left ?? new ArmPosture(-_armSwing * swing, 8, _elbow),
            RightArm = _arms?.Right ?? new ArmPosture(_armSwing * swing, 8, _elbow),
            TrunkLeanDegrees = lean,
            TrunkSideLeanDegrees = _side.At(seconds) + (_sway * MathF.Sin((MathF.Tau * phase) + 0.4f)),
            TrunkTurnDegrees = 0.5f * _pelvisTurn * swing,
        };
    }

    /// <summary>How much a foot bears: it stands for six tenths of its cycle.</summary>
    private static float Bearing(float phase) => 0.001f + Math.Clamp(MathF.Min(10 * phase, 6 - (10 * phase)), 0, 1);

    /// <summary>Where the pelvis goes when the foot that bears the weight stays where it is.</summary>
    private Vector3[] Travel()
    {
        var (way, skeleton) = (new Vector3[(int)(Seconds * StepsPerSecond) + 2], new Skeleton());
        var (place, before) = (Vector3.Zero, default((Vector3 Left, Vector3 Right)?));
        for (var i = 0; i < way.Length; i++)
        {
            Kinematics.Pose(Body, Standing(i / (double)StepsPerSecond), skeleton);
            skeleton.MoveTo(Vector3.Zero, _turnPerSecond * i / StepsPerSecond);
            var (left, right) = (Sole(skeleton, left: true), Sole(skeleton, left: false));
            var phase = (float)((_startPhase + (i / (double)StepsPerSecond / _strideSeconds)) % 1);
            var (onLeft, onRight) = (Bearing(phase), Bearing((phase + _halfCycle) % 1));
            if (before is { } b)
                place -= ((onLeft * (left - b.Left)) + (onRight * (right - b.Right))) / (onLeft + onRight);
            before = (left, right);
            way[i] = new Vector3(place.X, 0.01f - MathF.Min(left.Y, right.Y), place.Z);
        }

        return Smoothed(way);
    }

    /// <summary>The lowest point of a foot, heel or toes.</summary>
    private static Vector3 Sole(Skeleton s, bool left)
    {
        var heel = s[left ? Analysis.Samples.BodyLandmark.LeftHeel : Analysis.Samples.BodyLandmark.RightHeel];
        var toes = s[left ? Analysis.Samples.BodyLandmark.LeftFootIndex : Analysis.Samples.BodyLandmark.RightFootIndex];
        var ankle = s[left ? Analysis.Samples.BodyLandmark.LeftAnkle : Analysis.Samples.BodyLandmark.RightAnkle];
        return ankle with { Y = MathF.Min(heel.Y, toes.Y) };
    }

    private static Vector3[] Smoothed(Vector3[] way)
    {
        const int reach = 4;
        return [.. way.Select((_, i) =>
        {
            var (from, to) = (Math.Max(0, i - reach), Math.Min(way.Length - 1, i + reach));
            return way[from..(to + 1)].Aggregate(Vector3.Zero, (sum, point) => sum + point) / (to - from + 1);
        })];
    }

    private readonly record struct Leg(
        GaitCurves Curves, float Pace, float HipSize, float KneeSwing, float KneeLoad, float AnkleSize, float Crouch, float HipOffset, float Later, float Abduction, float Outward)
    {
        public static Leg Any(SeededNumbers n, IReadOnlyList<GaitCurves> strides, float pace) => new(
            AnyCurves(n, strides).Varied(n, 3.5f),
            pace,
            n.Between(0.75f, 1.2f),
            n.Chance(0.2f) ? n.Between(0.3f, 0.8f) : n.Between(0.8f, 1.2f),
            n.Between(0f, 1.4f),
            n.Between(0.5f, 1.3f),
            n.Chance(0.3f) ? n.Between(0f, 22f) : n.Between(-2f, 6f),
            n.Between(-6f, 8f),
            n.Between(-0.03f, 0.03f),
            n.Between(-2f, 6f),
            n.Between(-12f, 12f));

        public Leg Like(SeededNumbers n) => this with
        {
            HipSize = HipSize * n.Between(0.93f, 1.07f),
            KneeSwing = KneeSwing * n.Between(0.93f, 1.07f),
            KneeLoad = KneeLoad * n.Between(0.8f, 1.2f),
            Outward = Outward + n.Between(-3f, 3f),
        };

        public LegPosture At(float phase, float lean)
        {
            var hip = HipOffset + 11 + (HipSize * Pace * (Curves.Hip(phase) - 11)) + (0.5f * Crouch);
            var swing = Swing(phase);
            var bend = ((1 - swing) * KneeLoad * Pace) + (swing * KneeSwing * MathF.Min(1, 0.55f + (0.45f * Pace)));
            var knee = MathF.Max(0, 5 + (bend * (Curves.Knee(phase + Later) - 5)) + Crouch);
            return new LegPosture(hip + lean, Abduction, knee, (AnkleSize * Curves.Ankle(phase)) + (0.4f * Crouch)) { OutwardTurnDegrees = Outward };
        }

        /// <summary>Usual ones, those of a stride of somebody, or between them.</summary>
        private static GaitCurves AnyCurves(SeededNumbers n, IReadOnlyList<GaitCurves> strides) =>
            n.Chance(0.35f) ? GaitCurves.Usual : GaitCurves.Mix(n.Pick(strides), n.Chance(0.5f) ? GaitCurves.Usual : n.Pick(strides), n.Between(0f, 0.6f));

        /// <summary>How much the knee's bend at a phase is that of its swing, 0–1, and not that of bearing the weight.</summary>
        private static float Swing(float phase) => MinimumJerk.At(Math.Clamp(MathF.Min((phase - 0.4f) / 0.08f, (1 - phase) / 0.05f), 0, 1));
    }
}
