namespace PhysioEdge.Simulation.Motion;

/// <summary>
/// The small movements nobody is free of: slow postural sway (below 1 Hz) and, where asked for, tremor (4–6 Hz, as in
/// Parkinson's disease at rest). Sums of sines whose phases come from the seed, so that any moment can be asked for in any order.
/// </summary>
internal sealed class Sway
{
    private static readonly float[] SlowHertz = [0.11f, 0.23f, 0.41f];
    private static readonly float[] TremorHertz = [4.3f, 5.2f, 5.9f];
    private static readonly float[] BalanceHertz = [0.29f, 0.53f, 0.97f];

    private readonly double[] _phases;
    private readonly float _swayDegrees;
    private readonly float _tremorDegrees;

    public Sway(int seed, float swayDegrees, float tremorDegrees)
    {
        (_swayDegrees, _tremorDegrees) = (swayDegrees, tremorDegrees);
        _phases = new double[Channels * 2 * SlowHertz.Length];
        var numbers = new SeededNumbers(seed);
        foreach (ref var phase in _phases.AsSpan())
            phase = numbers.Next() * (Math.Tau / uint.MaxValue);
    }

    private const int Channels = 4;

    public SwayOffsets At(double seconds) =>
        new(Channel(0, seconds), Channel(1, seconds), Channel(2, seconds)) { Balance = Balance(seconds) };

    private float Balance(double seconds)
    {
        double sum = 0;
        for (var i = 0; i < BalanceHertz.Length; i++)
            sum += Math.Sin((Math.Tau * BalanceHertz[i] * seconds) + _phases[^(i + 1)]);
        return (float)(sum / 2);
    }

    private float Channel(int channel, double seconds)
    {
        var first = channel * 2 * SlowHertz.Length;
        double sway = 0, tremor = 0;
        for (var i = 0; i < SlowHertz.Length; i++)
        {
            sway += Math.Sin((Math.Tau * SlowHertz[i] * seconds) + _phases[first + i]);
            tremor += Math.Sin((Math.Tau * TremorHertz[i] * seconds) + _phases[first + SlowHertz.Length + i]);
        }

        return (float)(((_swayDegrees * sway) + (_tremorDegrees * tremor)) / SlowHertz.Length);
    }
}
