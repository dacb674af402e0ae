using System.Globalization;
using PhysioEdge.Analysis.Anomalies;
using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>
/// Watches the load of a leg of which only part of the weight is prescribed. Every step beyond the limit is told while it happens; for the
/// therapist they are one problem: new with the first of them, told again when it is graver or goes on, over after some steps within the limit or a rest.
/// </summary>
/// <remarks>The load is the median of 50 ms, so that the spike of a sample is none. A fifth more than is prescribed is grave.</remarks>
public sealed class WeightBearingDetector
{
    private const double GraveShare = 1.2;
    private const int StepsToTellAgain = 10;
    private const int StepsToEnd = 10;
    private const int MostEvidence = 50;

    /// <summary>The break that ends a walking bout, and the longest stance: what follows is another walk.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(8);

    private readonly WeightBearingLimit _limit;
    private readonly SustainedForce _force = new();
    private readonly List<(int Step, double Kilograms)> _evidence = [];
    private Problem _problem;
    private int _problems;
    private int _overInProblem;
    private int _toldOver;
    private int _within;
    private double _worst;
    private double _peak;
    private bool _isOver;
    private TimeSpan _lastAt;

    /// <summary>Begins a stream.</summary>
    /// <param name="limit">What is prescribed.</param>
    public WeightBearingDetector(WeightBearingLimit limit) => (_limit, _problem) = (limit, NewProblem(limit, 0));

    /// <summary>Gets what is prescribed.</summary>
    public WeightBearingLimit Limit => _limit;

    /// <summary>Gets the number of steps beyond the limit.</summary>
    public int StepsOver { get; private set; }

    /// <summary>Gets the most that the leg has borne, kg; 0 before it bore anything.</summary>
    public double PeakKilograms { get; private set; }

    /// <summary>Takes in what the leg bears.</summary>
    /// <param name="at">The time.</param>
    /// <param name="newtons">The force, N.</param>
    /// <param name="swinging">Whether the leg swings: the contact before is over.</param>
    /// <param name="step">The number of the step that this is or will be.</param>
    /// <param name="found">Takes what is found.</param>
    internal void Add(TimeSpan at, double newtons, bool swinging, int step, InsoleFindings found)
    {
        if (swinging)
        {
            Leave();
            return;
        }

        var kilograms = _force.Add(at, newtons) / WeightBearingLimit.Gravity;
        _peak = Math.Max(_peak, kilograms);
        PeakKilograms = Math.Max(PeakKilograms, kilograms);
        if (kilograms > _limit.LimitKilograms)
            Exceed(at, kilograms, step, found);
    }

    /// <summary>Time goes on: after a rest, the problem is over.</summary>
    internal void Advance(TimeSpan now, InsoleFindings found)
    {
        if (_problem.IsOpen && now - _lastAt > Rest)
            End(now, found);
    }

    /// <summary>A step of the leg is over.</summary>
    internal void Complete(TimeSpan at, int step, InsoleFindings found)
    {
        found.Add(new StepLoad(_limit.Side, step, _peak, _limit.PercentOfBodyWeight(_peak), _isOver));
        StepsOver += _isOver ? 1 : 0;
        _within = _isOver ? 0 : _within + 1;
        if (_isOver)
            Keep(step, _peak);
        Leave();
        if (!_problem.IsOpen)
            return;
        _lastAt = at;
        if (_within >= StepsToEnd)
            End(at, found);
    }

    internal void Finish(TimeSpan at, InsoleFindings found)
    {
        if (_problem.IsOpen)
            End(at, found);
    }

    private static Problem NewProblem(WeightBearingLimit limit, int number)
        => new(ExerciseKind.Walking, string.Create(CultureInfo.InvariantCulture, $"load.limit/{limit.Side}/{number}"));

    private void Leave()
    {
        (_peak, _isOver) = (0, false);
        _force.Clear();
    }

    private void Exceed(TimeSpan at, double kilograms, int step, InsoleFindings found)
    {
        var first = !_isOver;
        (_isOver, _lastAt) = (true, at);
        if (first)
        {
            found.Add(new LoadWarning(_limit.Side, step, at, kilograms, _limit.PercentOfBodyWeight(kilograms)));
            Begin(at, kilograms, step, found);
        }

        Tell(at, kilograms, step, found);
    }

    private void Begin(TimeSpan at, double kilograms, int step, InsoleFindings found)
    {
        _within = 0;
        _overInProblem = _problem.IsOpen ? _overInProblem + 1 : 1;
        if (_problem.IsOpen)
            return;
        _evidence.Clear();
        (_problem, _toldOver, _worst) = (NewProblem(_limit, ++_problems), 1, kilograms);
        Keep(step, kilograms);
        found.Add(_problem.Open("load.limit", "load-limit/2", at, at, Say(
            kilograms,
            string.Create(CultureInfo.InvariantCulture, $"Step {step} of the {Foot} foot bears more than the {_limit.LimitKilograms:0.#} kg that are allowed."))));
    }

    /// <summary>Tells again what has become graver or goes on and on.</summary>
    private void Tell(TimeSpan at, double kilograms, int step, InsoleFindings found)
    {
        _worst = Math.Max(_worst, kilograms);
        if (!(SeverityOf(kilograms) > _problem.Severity) && _overInProblem < _toldOver + StepsToTellAgain)
            return;
        _toldOver = _overInProblem;
        Keep(step, kilograms);
        found.Add(_problem.Revise(at, Say(_worst, Course(""))));
    }

    private void End(TimeSpan at, InsoleFindings found) => found.Add(_problem.End(at, Say(_worst, Course(" in all"))));

    private void Keep(int step, double kilograms)
    {
        if (_evidence.Count > 0 && _evidence[^1].Step == step)
            _evidence.RemoveAt(_evidence.Count - 1);
        if (_evidence.Count == MostEvidence)
            _evidence.RemoveAt(0);
        _evidence.Add((step, Math.Round(kilograms, 1)));
    }

    private FlagSeverity SeverityOf(double kilograms) => kilograms > GraveShare * _limit.LimitKilograms ? FlagSeverity.Moderate : FlagSeverity.Minor;

    private string Foot => _limit.Side == Side.Left ? "left" : "right";

    private string Course(string inAll)
    {
        var share = _limit.PercentOfBodyWeight(_worst) is { } percent ? string.Create(CultureInfo.InvariantCulture, $" ({percent:F0} % of body weight)") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The {Foot} foot bore up to {_worst:F1} kg{share}, beyond the limit {_overInProblem} {(_overInProblem == 1 ? "time" : "times")}{inAll}; {_limit.LimitKilograms:0.#} kg are allowed.");
    }

    private Verdict Say(double kilograms, string explanation) => new(
        SeverityOf(kilograms),
        _limit.Side,
        new FlagMeasure("peak-load", Math.Round(kilograms, 1), "kg", null, _limit.LimitKilograms, 1),
        [.. _evidence],
        explanation);
}
