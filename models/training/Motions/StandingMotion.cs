using System.Numerics;
using PhysioEdge.Analysis.Gait;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Training.Motions;

/// <summary>
/// Any movement of a standing body: the feet, pelvis, trunk and arms each go to and fro between a place of rest and a far one, and
/// the legs follow. Squats, lunges, kicks, steps, bends and everything between them.
/// </summary>
internal sealed class StandingMotion : IFilmable
{
    private readonly BodySize _body;
    private readonly Cycles _cycles;
    private readonly Shape _rest;
    private readonly Shape _far;
    private readonly Wander[] _wander;

    public StandingMotion(BodySize body, SeededNumbers numbers, double seconds)
    {
        (_body, Seconds) = (body, seconds);
        _cycles = new Cycles(numbers, seconds, fast: numbers.Chance(0.12f));
        _rest = Shape.Standing(body, numbers);
        _far = numbers.Between(0, 9) switch
        {
            <= 4 => _rest.Squatting(body, numbers),
            5 => _rest.Lunging(body, numbers),
            6 or 7 => _rest.OnOneLeg(body, numbers),
            8 => _rest.Bending(numbers),
            _ => _rest.Squatting(body, numbers).Bending(numbers),
        };
        _wander = [.. Enumerable.Range(0, 8).Select(_ => new Wander(numbers, 1))];
    }

    public double Seconds { get; }

    public IReadOnlyList<GaitEvent>? Steps => [];

    public BodySize Body => _body;

    public FloorPlace? Seat => null;

    public void Pose(double seconds, Skeleton skeleton)
    {
        Kinematics.Pose(_body, At(seconds), skeleton);
        ForearmTurn.Apply(skeleton, Shape.Mix(_rest, _far, _cycles.At(seconds)).Arms);
    }

    public Posture At(double seconds)
    {
        var now = Shape.Mix(_rest, _far, _cycles.At(seconds));
        var pelvis = new PelvisPosture(
            now.MidHip + (0.006f * new Vector3(_wander[0].At(seconds), 0.3f * _wander[1].At(seconds), _wander[2].At(seconds))),
            now.PelvisTurn + (2 * _wander[3].At(seconds)),
            now.Hike + _wander[4].At(seconds));
        var lean = now.Lean + (1.5f * _wander[5].At(seconds));
        return new Posture
        {
            Support = Support.Placed,
            Pelvis = pelvis,
            LeftLeg = LegReach.Find(_body, pelvis, lean, 1, now.LeftFoot),
            RightLeg = LegReach.Find(_body, pelvis, lean, -1, now.RightFoot),
            LeftArm = now.Arms.Left,
            RightArm = now.Arms.Right,
            TrunkLeanDegrees = lean,
            TrunkSideLeanDegrees = now.SideLean + _wander[6].At(seconds),
            TrunkTurnDegrees = now.PelvisTurn + now.TrunkTurn + (2 * _wander[7].At(seconds)),
        };
    }
}
