using PhysioEdge.Analysis.Gait.Insoles;

namespace PhysioEdge.Simulation.Wearables.Feet;

/// <summary>Spreads a force over the cells of an insole so that the cells add up to it and their centre is its centre.</summary>
/// <remarks>
/// Of all such spreads the most even one (maximum entropy): the force of a cell is its area times exp(a·x + b·y), with a and b found by
/// Newton's method; the function minimised is convex.
/// </remarks>
internal sealed class PressureMap(IReadOnlyList<InsoleCell> cells)
{
    private const int MostRounds = 30;
    private const double Precise = 1e-6;

    /// <summary>A centre on the edge of the cells would need all of the force on one.</summary>
    private const double Edge = 0.03;

    private readonly InsoleCell[] _cells = [.. cells];
    private readonly double[] _weights = new double[cells.Count];
    private readonly double _hindmost = cells.Min(c => c.X) + Edge;
    private readonly double _foremost = cells.Max(c => c.X) - Edge;

    /// <summary>The force of each cell, N.</summary>
    public void Spread(in FootForce force, Span<double> newtons)
    {
        var (x, y) = (Math.Clamp(force.X, _hindmost, _foremost), force.Y);
        var (a, b) = (0.0, 0.0);
        for (var i = 0; i < MostRounds; i++)
        {
            var moments = Weigh(a, b, x, y);
            if (Math.Abs(moments.X) + Math.Abs(moments.Y) < Precise)
                break;
            (a, b) = moments.Newton(a, b);
        }

        var sum = Sum();
        for (var i = 0; i < newtons.Length; i++)
            newtons[i] = force.Newtons * _weights[i] / sum;
    }

    private double Sum()
    {
        var sum = 0.0;
        foreach (var weight in _weights)
            sum += weight;
        return sum;
    }

    /// <summary>The weights for a and b, and the mean and the scatter of the cells' places around the wanted centre.</summary>
    private Moments Weigh(double a, double b, double x, double y)
    {
        var (sum, mx, my, xx, xy, yy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < _cells.Length; i++)
        {
            var (dx, dy) = (_cells[i].X - x, _cells[i].Y - y);
            var w = _weights[i] = _cells[i].AreaSquareCentimetres * Math.Exp((a * dx) + (b * dy));
            (sum, mx, my) = (sum + w, mx + (w * dx), my + (w * dy));
            (xx, xy, yy) = (xx + (w * dx * dx), xy + (w * dx * dy), yy + (w * dy * dy));
        }

        (mx, my) = (mx / sum, my / sum);
        return new Moments(mx, my, (xx / sum) - (mx * mx), (xy / sum) - (mx * my), (yy / sum) - (my * my));
    }

    private readonly record struct Moments(double X, double Y, double Xx, double Xy, double Yy)
    {
        /// <summary>Beyond that the first steps near the edge overshoot.</summary>
        private const double LongestStep = 8;

        public (double A, double B) Newton(double a, double b)
        {
            var determinant = Math.Max(1e-12, (Xx * Yy) - (Xy * Xy));
            var (da, db) = (((Yy * X) - (Xy * Y)) / determinant, ((Xx * Y) - (Xy * X)) / determinant);
            var scale = Math.Min(1, LongestStep / Math.Max(1e-12, Math.Abs(da) + Math.Abs(db)));
            return (a - (scale * da), b - (scale * db));
        }
    }
}
