using System.Numerics;
using PhysioEdge.Analysis.Gait.Insoles;

namespace PhysioEdge.Appliance.Recordings.Insoles;

/// <summary>The motion of one foot in a recording: acceleration in g and angular velocity in degrees per second.</summary>
internal sealed class InsoleMotionColumns
{
    private readonly double[][] _columns;

    private InsoleMotionColumns(double[][] columns) => _columns = columns;

    /// <summary>Reads the columns of a foot; null unless all six are there.</summary>
    /// <exception cref="Commands.InputException">One of them holds something that is no number.</exception>
    public static InsoleMotionColumns? Read(InputTable table, string foot)
    {
        string[] names = [.. ((string[])["ax_g", "ay_g", "az_g", "gx_dps", "gy_dps", "gz_dps"]).Select(n => $"{foot}_{n}")];
        return Array.TrueForAll(names, table.Has) ? new InsoleMotionColumns([.. names.Select(table.Numbers)]) : null;
    }

    public FootMotion Of(int row) => new(
        new Vector3((float)_columns[0][row], (float)_columns[1][row], (float)_columns[2][row]),
        new Vector3((float)_columns[3][row], (float)_columns[4][row], (float)_columns[5][row]) * (MathF.PI / 180));
}
