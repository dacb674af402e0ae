namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>One pressure cell of an insole.</summary>
/// <param name="AreaSquareCentimetres">Its area, cm², above 0.</param>
/// <param name="X">Where its centre is along the foot, −0.5 (heel) to 0.5 (toes) of the insole's length.</param>
/// <param name="Y">Where its centre is across the foot, −0.5 to 0.5 of the insole's width, the same way for both feet.</param>
public readonly record struct InsoleCell(double AreaSquareCentimetres, double X, double Y);

/// <summary>What one foot bears at one moment.</summary>
/// <param name="ForceNewtons">The force on the sole, N; NaN when it is not known.</param>
/// <param name="CentreX">The centre of pressure along the foot, −0.5 to 0.5 of the insole's length; NaN when it is not known.</param>
/// <param name="CentreY">The centre of pressure across the foot, −0.5 to 0.5 of the insole's width; NaN when it is not known.</param>
public readonly record struct FootLoad(double ForceNewtons, double CentreX, double CentreY)
{
    /// <summary>Gets the load of a foot of which nothing is known.</summary>
    public static FootLoad Unknown { get; } = new(double.NaN, double.NaN, double.NaN);
}

/// <summary>Where the cells of an insole are and how large they are: makes force and centre of pressure from what the cells read.</summary>
public sealed class InsoleGeometry
{
    /// <summary>
    /// Below this force, N, the centre of pressure is not known: the cells' resolution and what a shoe presses by itself then weigh
    /// as much as the foot does (the limit that pressure insoles commonly keep in their exports).
    /// </summary>
    public const double LeastForceForCentreNewtons = 50;

    private readonly InsoleCell[] _cells;

    /// <summary>Makes a geometry.</summary>
    /// <param name="cells">The cells in the order of the readings, at least one.</param>
    /// <exception cref="ArgumentException">There is no cell, or one without an area.</exception>
    public InsoleGeometry(IEnumerable<InsoleCell> cells)
    {
        _cells = [.. cells];
        if (_cells.Length == 0 || !_cells.All(c => c.AreaSquareCentimetres > 0))
            throw new ArgumentException("An insole has at least one cell, and every cell has an area.", nameof(cells));
    }

    /// <summary>Gets the number of cells.</summary>
    public int CellCount => _cells.Length;

    /// <summary>Sums up cells that read pressure.</summary>
    /// <param name="pressures">One reading per cell, N/cm²; NaN when it is missing.</param>
    /// <returns>The load; unknown when a reading is missing.</returns>
    public FootLoad Of(ReadOnlySpan<double> pressures)
    {
        var (force, x, y) = (0.0, 0.0, 0.0);
        for (var i = 0; i < _cells.Length; i++)
        {
            var part = pressures[i] * _cells[i].AreaSquareCentimetres;
            force += part;
            x += part * _cells[i].X;
            y += part * _cells[i].Y;
        }

        return force > LeastForceForCentreNewtons ? new FootLoad(force, x / force, y / force) : new FootLoad(force, double.NaN, double.NaN);
    }

    /// <summary>Sums up cells that read force, whose places are not known.</summary>
    /// <param name="forces">One reading per cell, N; NaN when it is missing.</param>
    /// <returns>The load, without a centre of pressure; unknown when a reading is missing.</returns>
    public static FootLoad OfForces(ReadOnlySpan<double> forces)
    {
        var sum = 0.0;
        foreach (var force in forces)
            sum += force;
        return new FootLoad(sum, double.NaN, double.NaN);
    }
}
