using System.Globalization;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Appliance.Recordings.Insoles;

/// <summary>
/// A recording of one or two pressure insoles: a time and the cells of each foot, either pressures <c>L_p1_Ncm2</c> …, which need a geometry, or
/// forces <c>L1_N</c> …. Where the insoles measured motion, <c>L_ax_g</c> … <c>L_gz_dps</c> of a foot are read too. Other columns are passed over.
/// </summary>
internal sealed class InsoleRecording
{
    private readonly double[] _times;
    private readonly double[][] _left;
    private readonly double[][] _right;
    private readonly InsoleMotionColumns? _leftMotion;
    private readonly InsoleMotionColumns? _rightMotion;
    private readonly InsoleGeometry? _geometry;
    private readonly double[] _cells;

    private InsoleRecording(InputTable table, double[] times, double[][] left, double[][] right, InsoleGeometry? geometry)
    {
        (_times, _left, _right, _geometry) = (times, left, right, geometry);
        (_leftMotion, _rightMotion) = (InsoleMotionColumns.Read(table, "L"), InsoleMotionColumns.Read(table, "R"));
        _cells = new double[Math.Max(left.Length, right.Length)];
    }

    public int RowCount => _times.Length;

    public ContactCriterion Criterion => _geometry is null ? ContactCriterion.ForceCells : ContactCriterion.PressureCells;

    /// <exception cref="Commands.InputException">The recording or the geometry cannot be read, or they do not go together.</exception>
    public static InsoleRecording Read(string path, string? geometryPath, string? size)
    {
        var table = InputTable.Read(path);
        var geometry = geometryPath is null ? null : InsoleGeometryFile.Read(geometryPath, size);
        var pressures = CellColumns(table, "_p{0}_Ncm2");
        var forces = CellColumns(table, "{0}_N");
        if (pressures.Count == 0 && forces.Count == 0)
            throw table.Wrong("has no cells; name the columns L_p1_Ncm2 … (pressure, with --geometry) or L1_N … (force), and R likewise for the right foot.");
        if (pressures.Count == 0)
            return geometry is null ? Of(table, forces, null) : throw table.Wrong("its cells read force, so that --geometry does not go with it; leave it out.");
        if (geometry is null)
            throw table.Wrong("its cells read pressure (N/cm²), of which only their areas make force; give them with --geometry FILE.json.");
        if (pressures.FirstOrDefault(p => p.Value.Length != geometry.CellCount) is { Value: { } cells } foot)
            throw table.Wrong(string.Create(CultureInfo.InvariantCulture, $"the foot {foot.Key} has {cells.Length} cells, but the geometry has {geometry.CellCount}; choose the geometry and --insole-size of these insoles."));
        return Of(table, pressures, geometry);
    }

    public bool HasBothFeet => _left.Length > 0 && _right.Length > 0;

    public TimeSpan TimeOf(int row) => TimeSpan.FromSeconds(_times[row]);

    /// <summary>What a foot bore; unknown where a cell is missing.</summary>
    public FootLoad LoadOf(Side side, int row)
    {
        var columns = side == Side.Left ? _left : _right;
        if (columns.Length == 0)
            return FootLoad.Unknown;
        for (var i = 0; i < columns.Length; i++)
            _cells[i] = columns[i][row];
        var cells = _cells.AsSpan(0, columns.Length);
        return _geometry?.Of(cells) ?? InsoleGeometry.OfForces(cells);
    }

    /// <summary>How a foot moved; null where it was not measured.</summary>
    public FootMotion? MotionOf(Side side, int row) => (side == Side.Left ? _leftMotion : _rightMotion)?.Of(row);

    private static InsoleRecording Of(InputTable table, Dictionary<string, string[]> cells, InsoleGeometry? geometry)
    {
        var times = table.Numbers("t_s");
        for (var row = 0; row < times.Length; row++)
        {
            if (!(Math.Abs(times[row]) < 1e8) || (row > 0 && times[row] <= times[row - 1]))
                throw table.Wrong(string.Create(CultureInfo.InvariantCulture, $"row {row + 1}, column 't_s': the time is missing or not after that of the row before. Give seconds that increase from row to row."));
        }

        return new InsoleRecording(table, times, Columns("L"), Columns("R"), geometry);

        double[][] Columns(string foot) => cells.TryGetValue(foot, out var names) ? [.. names.Select(table.Numbers)] : [];
    }

    private static Dictionary<string, string[]> CellColumns(InputTable table, string form)
    {
        var feet = new Dictionary<string, string[]>();
        foreach (var foot in (string[])["L", "R"])
        {
            string[] names = [.. Enumerable.Range(1, table.Columns.Count).Select(n => foot + string.Format(CultureInfo.InvariantCulture, form, n)).TakeWhile(table.Has)];
            if (names.Length > 0)
                feet.Add(foot, names);
        }

        return feet;
    }
}
