using System.Numerics;

namespace PhysioEdge.Analysis.Gait.Landmarks;

/// <summary>
/// Velocities of points by straight lines fitted to the samples around a moment: as many before as after it, so without lag, and
/// known <see cref="HalfWidthSeconds"/> later. Uneven and missing samples do not disturb it. (Source: Savitzky and Golay, "Smoothing
/// and differentiation of data by simplified least squares procedures", Anal Chem 1964; a line or a parabola give the same slope.)
/// </summary>
/// <remarks>
/// The window passes movements up to about 7 Hz, the usual cut-off for feet (O'Connor et al. 2007). At low rates it takes in at
/// least the neighbours of the sample.
/// </remarks>
internal sealed class MotionWindow
{
    public const double HalfWidthSeconds = 0.04;

    private const double Tolerance = 1e-6;

    private readonly List<Sample> _samples = [];
    private int _next = 1;

    public void Add(TimeSpan at, in BodyPoints points, Vector3 forward) => _samples.Add(new Sample(at, points, forward));

    /// <summary>Moves on to the next sample whose surroundings are known.</summary>
    /// <param name="moment">That sample.</param>
    /// <returns>False when more samples have to come first.</returns>
    public bool TryAdvance(out Moment moment)
    {
        moment = default;
        if (_next >= _samples.Count - 1 || Seconds(_samples.Count - 1) - Seconds(_next) < HalfWidthSeconds - Tolerance)
            return false;
        var (from, to) = (_next - 1, _next + 1);
        while (from > 0 && Seconds(_next) - Seconds(from - 1) <= HalfWidthSeconds + Tolerance)
            from--;
        while (to < _samples.Count - 1 && Seconds(to + 1) - Seconds(_next) <= HalfWidthSeconds + Tolerance)
            to++;
        moment = new Moment(_samples[_next].At, _samples[_next].Points, Velocities(from, to), _samples[_next].Forward);
        _next++;
        Forget(from);
        return true;
    }

    public void Clear()
    {
        _samples.Clear();
        _next = 1;
    }

    private void Forget(int count)
    {
        _samples.RemoveRange(0, count);
        _next -= count;
    }

    private double Seconds(int index) => _samples[index].At.TotalSeconds;

    private BodyPoints Velocities(int from, int to)
    {
        var velocities = default(BodyPoints);
        for (var point = 0; point < BodyPoints.Count; point++)
            velocities[point] = Slope(from, to, point);
        return velocities;
    }

    private Vector3 Slope(int from, int to, int point)
    {
        var (count, time, place) = (0, 0.0, Vector3.Zero);
        for (var i = from; i <= to; i++)
        {
            if (float.IsNaN(_samples[i].Points[point].X))
                continue;
            count++;
            time += Seconds(i);
            place += _samples[i].Points[point];
        }

        if (count < 3)
            return new Vector3(float.NaN);
        (time, place) = (time / count, place / count);
        var (spread, moving) = (0.0, Vector3.Zero);
        for (var i = from; i <= to; i++)
        {
            if (float.IsNaN(_samples[i].Points[point].X))
                continue;
            var since = Seconds(i) - time;
            spread += since * since;
            moving += (float)since * (_samples[i].Points[point] - place);
        }

        return moving / (float)spread;
    }

    private readonly record struct Sample(TimeSpan At, BodyPoints Points, Vector3 Forward);
}

/// <summary>A sample and how everything moved then.</summary>
/// <param name="At">When.</param>
/// <param name="Points">Positions, m.</param>
/// <param name="Velocities">Velocities, m/s; NaN where unknown.</param>
/// <param name="Forward">Where the patient faces, level, length 1; zero when that is unknown.</param>
internal readonly record struct Moment(TimeSpan At, BodyPoints Points, BodyPoints Velocities, Vector3 Forward);
