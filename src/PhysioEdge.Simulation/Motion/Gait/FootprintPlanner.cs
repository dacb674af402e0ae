using System.Numerics;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Body;

namespace PhysioEdge.Simulation.Motion.Gait;

/// <summary>
/// Lays out the footprints of a walk: straight from point to point, turning on the spot in between, the feet side by side at the end.
/// </summary>
internal sealed class FootprintPlanner
{
    /// <summary>Half the distance between the ankles' lines, as a part of the height; the usual step width is about 10 cm.</summary>
    private const float HalfWidth = 0.028f;
    private const float TurningHalfWidth = 0.045f;
    private const float TurnPerStepDegrees = 36;
    private const float WalkRatio = 0.0063f;
    private const float UsualHeightMetres = 1.70f;

    /// <summary>How much shorter the stance on the sore leg is than half a stride, at the worst.</summary>
    private const float MostUneven = 0.25f;

    private readonly BodySize _body;
    private readonly List<Footprint> _prints;
    private readonly float _stepSeconds;
    private readonly float _stepMetres;
    private readonly float _sore;
    private readonly float _uneven;
    private Vector3 _centre;
    private float _facing;

    public FootprintPlanner(BodySize body, WalkPlan plan, FloorPlace start)
    {
        _body = body;
        var ratio = WalkRatio * body.HeightMetres / UsualHeightMetres;
        var cadence = plan.CadencePerMinute ?? MathF.Sqrt(plan.SpeedMetresPerSecond * 60 / ratio);
        (_stepSeconds, _stepMetres) = (60 / cadence, plan.SpeedMetresPerSecond * 60 / cadence);
        _sore = plan.Limp?.SoreSide == Side.Left ? 1 : -1;
        _uneven = MostUneven * (plan.Limp?.Severity ?? 0);
        (_centre, _facing) = (new Vector3(start.LeftMetres, 0, start.AheadMetres), start.FacingDegrees);
        _prints =
        [
            new Footprint(1, _centre, _facing, body.StanceWidth / 2, 0),
            new Footprint(-1, _centre, _facing, body.StanceWidth / 2, 0),
        ];
    }

    public FloorPlace Place => new(_centre.Z, _centre.X, MathF.IEEERemainder(_facing, 360));

    public void WalkTo(Vector3 goal)
    {
        var way = goal - _centre;
        if (way.Length() < 0.05f)
            return;
        TurnTo(Angle.Degrees(Math.Atan2(way.X, way.Z)));
        var (start, count) = (_centre, (int)MathF.Max(1, MathF.Round(way.Length() / _stepMetres)));
        for (var i = 1; i <= count; i++)
        {
            var landing = -_prints[^1].Side;
            var behind = landing == _sore || i == count ? 0 : 0.6f * _uneven / count;
            Step(start + (way * (((float)i / count) - behind)), _facing, HalfWidth);
        }

        (_prints[^1], _centre) = (_prints[^1] with { Centre = goal }, goal);
    }

    /// <summary>Turns the shorter way round, in small steps, the foot on that side first where it is free to.</summary>
    public void TurnTo(float facing)
    {
        var turn = MathF.IEEERemainder(facing - _facing, 360);
        if (MathF.Abs(turn) < 2)
            return;
        if (_prints.Count == 2 && _prints[^1].Side == MathF.Sign(turn))
            _prints.Reverse();
        var (start, count) = (_facing, (int)MathF.Ceiling(MathF.Abs(turn) / TurnPerStepDegrees));
        for (var i = 1; i <= count; i++)
            Step(_centre, start + (turn * i / count), TurningHalfWidth);
    }

    /// <summary>The footprints, the first two those from which the walk starts, the last two side by side.</summary>
    public Footprint[] Finish()
    {
        if (_prints.Count == 2)
            return [.. _prints];
        _prints[^1] = _prints[^1] with { HalfWidthMetres = _body.StanceWidth / 2 };
        Step(_centre, _facing, _body.StanceWidth / 2 / _body.HeightMetres);
        return [.. _prints];
    }

    private void Step(Vector3 centre, float facing, float halfWidth)
    {
        var stance = _prints[^1];
        var seconds = _stepSeconds * (1 - (_uneven * stance.Side * _sore));
        (_centre, _facing) = (centre, facing);
        _prints.Add(new Footprint(-stance.Side, centre, facing, halfWidth * _body.HeightMetres, stance.Contact + seconds));
    }
}
