using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Motion.Gait;

namespace PhysioEdge.Simulation.Wearables.Feet;

/// <summary>The vertical acceleration of the centre of mass in walking, which gives the force of a stance its two humps.</summary>
/// <remarks>
/// The body vaults over the leg as an inverted pendulum (Cavagna, Thys and Zamboni, "The sources of external work in level walking and
/// running", J Physiol 1976): in mid-stance it is pulled down with v²/l, between the steps up by as much, in between as a cosine; over a
/// step that adds up to nothing. Who limps loads the sore leg less in the short time on it, and the other one more. Deviation: the picture's
/// own pelvis, which knees and heels place, is too angular to be differentiated twice.
/// </remarks>
internal sealed class WalkingBounce
{
    private const double Gravity = 9.80665;

    /// <summary>Beyond half of the weight people run.</summary>
    private const double MostBounce = 0.5;

    /// <summary>By how much of itself the unevenness in time is one in load as well.</summary>
    private const double LoadPerTime = 0.7;
    private const double LongestStepSeconds = 2;

    private readonly Step[] _steps;

    public WalkingBounce(MotionScript script)
    {
        var legMetres = script.Body.Thigh + script.Body.Shank + script.Body.AnkleHeight;
        _steps = new Step[script.Steps.Count];
        for (var i = 0; i < _steps.Length; i++)
            _steps[i] = StepOf(script.Steps[i], i > 0 ? _steps[i - 1] : null, legMetres);
        for (var i = 0; i < _steps.Length; i++)
            _steps[i] = Joined(i);
    }

    /// <summary>The acceleration upwards, m/s², and how much it counts: 1 in a walk, 0 where nobody walks.</summary>
    public (double Acceleration, double Weight) At(double seconds)
    {
        const double fadeSeconds = 0.2;
        if (_steps.Length == 0)
            return default;
        var i = Nearest(seconds);
        var outside = Math.Max(_steps[i].From - seconds, seconds - _steps[i].To);
        return outside <= 0 ? (Gravity * _steps[i].At(seconds), 1) : (0, Math.Max(0, 1 - (outside / fadeSeconds)));
    }

    private int Nearest(double seconds)
    {
        var (low, high) = (0, _steps.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _steps[middle].To > seconds ? (low, middle) : (middle + 1, high);
        }

        return low > 0 && seconds - _steps[low - 1].To < _steps[low].From - seconds ? low - 1 : low;
    }

    /// <summary>From the contact before to its own; the first of a walk begins as long before as it would have in one that goes on.</summary>
    private static Step StepOf(ScriptedStep step, Step? before, float legMetres)
    {
        var (toeOff, contact) = (step.ToeOff.TotalSeconds, step.InitialContact.TotalSeconds);
        var begun = toeOff - ((contact - toeOff) * Walk.DoubleSupport / (1 - Walk.DoubleSupport));
        var follows = before is { } last && toeOff - last.To < (contact - toeOff) && contact - last.To < LongestStepSeconds;
        var from = follows ? before!.Value.To : begun;
        var speed = step.LengthMetres / (contact - from);
        return new Step(from, contact) { Follows = follows, Exchanged = toeOff - from, Bounce = Math.Min(MostBounce, speed * speed / (Gravity * legMetres)) };
    }

    private Step Joined(int i)
    {
        var step = _steps[i];
        var before = step.Follows ? _steps[i - 1] : (Step?)null;
        var after = i + 1 < _steps.Length && _steps[i + 1].Follows ? _steps[i + 1] : (Step?)null;
        var usual = before is { } b && after is { } a ? (b.Seconds + (2 * step.Seconds) + a.Seconds) / 4 : step.Seconds;
        return step with
        {
            FirstBounce = before is { } earlier ? (earlier.Bounce + step.Bounce) / 2 : 0,
            LastBounce = after is { } later ? (later.Bounce + step.Bounce) / 2 : 0,
            Extra = LoadPerTime * ((step.Seconds / usual) - 1),
        };
    }

    private readonly record struct Step(double From, double To)
    {
        public bool Follows { get; init; }

        /// <summary>Gets for how long both feet are on the floor at its beginning, s.</summary>
        public double Exchanged { get; init; }

        /// <summary>Gets the amplitude, in parts of the weight.</summary>
        public double Bounce { get; init; }

        public double FirstBounce { get; init; }

        public double LastBounce { get; init; }

        /// <summary>Gets by how much the mean force is above the weight, in parts of it.</summary>
        public double Extra { get; init; }

        public double Seconds => To - From;

        public double At(double seconds)
        {
            var part = (seconds - From) / Seconds;
            var bounce = FirstBounce + (part * (LastBounce - FirstBounce));
            var vault = Math.Cos(Math.Tau * (part - (Exchanged / 2 / Seconds)));
            var spared = Math.Sin(Math.PI * part);
            return (bounce * vault) + (2 * Extra * spared * spared);
        }
    }
}
