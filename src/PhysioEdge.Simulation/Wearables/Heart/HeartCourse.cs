using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Simulation.Wearables.Heart;

/// <summary>The heart rate that a script's effort leads to: it follows the work with a lag of the first order.</summary>
/// <remarks>
/// First-order models of the heart rate fit moderate exercise about as well as those with two phases (Wang and Hunt, "Identification of
/// heart rate dynamics during treadmill exercise: comparison of first- and second-order models", BioMed Eng OnLine 2021).
/// </remarks>
public sealed class HeartCourse
{
    private readonly HeartOptions _options;
    private readonly double[] _rises;
    private readonly double _passSeconds;
    private readonly bool _loop;

    internal HeartCourse(MotionScript script, double massKilograms, HeartOptions options, bool loop)
    {
        (_options, _loop, _passSeconds) = (options, loop, script.Duration.TotalSeconds);
        var watts = WorkRate.Of(script, massKilograms);
        var keeps = Math.Exp(-WorkRate.StepSeconds / options.LagSeconds);
        _rises = new double[watts.Length + 1];
        for (var i = 0; i < watts.Length; i++)
            _rises[i + 1] = (keeps * _rises[i]) + ((1 - keeps) * options.BeatsPerMinutePerWatt * watts[i]);
    }

    /// <summary>The rate at a time since the beginning, bpm, without the play of breathing.</summary>
    public double BeatsPerMinuteAt(TimeSpan time)
    {
        var pass = _loop ? Math.Floor(time.TotalSeconds / _passSeconds) : 0;
        var seconds = time.TotalSeconds - (pass * _passSeconds);
        var carried = CarriedInto(pass) * Math.Exp(-seconds / _options.LagSeconds);
        var place = Math.Clamp(seconds / WorkRate.StepSeconds, 0, _rises.Length - 1);
        var i = Math.Min((int)place, _rises.Length - 2);
        return _options.RestingBeatsPerMinute + carried + _rises[i] + ((place - i) * (_rises[i + 1] - _rises[i]));
    }

    /// <summary>What is left of the passes before: each adds the same, and each later one keeps the same share of it.</summary>
    private double CarriedInto(double pass)
    {
        var kept = Math.Exp(-_passSeconds / _options.LagSeconds);
        return _rises[^1] * (1 - Math.Pow(kept, pass)) / (1 - kept);
    }
}
