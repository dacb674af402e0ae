using System.Globalization;
using System.Numerics;
using System.Text.Json;
using PhysioEdge.Analysis.Gait.Landmarks;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Appliance.Recordings;

/// <summary>Landmarks of any source, as <c>analyze landmarks</c> takes them.</summary>
internal static class LandmarkRecording
{
    /// <summary>No body with raised arms is longer, and no foot in centimetres shorter.</summary>
    private const double LongestBodyMetres = 4;

    /// <summary>The same body in centimetres.</summary>
    private const double LongestBodyCentimetres = 400;

    private static readonly string[] Axes = ["_x", "_y", "_z"];

    /// <exception cref="Commands.InputException">The file cannot be read, is no such table, or is not in metres.</exception>
    public static IReadOnlyList<TimedLandmarks> Read(string path, double rateHz)
    {
        var table = InputTable.Read(path);
        (BodyLandmark Landmark, double[][] Columns)[] known = [.. Enum.GetValues<BodyLandmark>()
            .Select(landmark => (landmark, Columns: Columns(table, JsonNamingPolicy.SnakeCaseLower.ConvertName(landmark.ToString()))))
            .Where(l => l.Columns.Length > 0)];
        if (known.Length == 0)
            throw table.Wrong("has no landmarks. Name its columns as left_hip_x, left_hip_y, left_hip_z and so on, in metres.");

        TimedLandmarks[] recording = [.. Times(table, rateHz).Select((time, row) => new TimedLandmarks(time, Row(known, row)))];
        double[] spans = [.. recording.Select(r => SpanOf(r.Landmarks)).Where(span => span > 0).Order()];
        if (spans.Length > 0 && spans[spans.Length / 2] is > LongestBodyMetres and var span)
            throw table.Wrong(string.Create(CultureInfo.InvariantCulture, $"the landmarks of one body are {span:0} m apart: that looks like {(span > LongestBodyCentimetres ? "millimetres" : "centimetres")}. Give metres."));
        return recording;
    }

    /// <summary>How far a body reaches along the axis along which it reaches farthest; 0 when fewer than two landmarks are known.</summary>
    private static double SpanOf(in LandmarkSet pose)
    {
        var (least, most) = (new Vector3(float.PositiveInfinity), new Vector3(float.NegativeInfinity));
        foreach (var landmark in pose)
        {
            if (!float.IsNaN(landmark.World.X))
                (least, most) = (Vector3.Min(least, landmark.World), Vector3.Max(most, landmark.World));
        }

        var span = most - least;
        return Math.Max(span.X, Math.Max(span.Y, span.Z)) is var longest && longest > 0 ? longest : 0;
    }

    private static double[][] Columns(InputTable table, string landmark)
    {
        string[] names = [.. Axes.Select(axis => landmark + axis)];
        string[] present = [.. names.Where(table.Has)];
        if (present.Length is 1 or 2)
            throw table.Wrong($"has column '{present[0]}' but no '{names.First(n => !table.Has(n))}'. Give all three coordinates of a landmark, or none.");
        return [.. present.Select(table.Numbers)];
    }

    private static TimeSpan[] Times(InputTable table, double rateHz)
    {
        if (!table.Has("time_s"))
            return [.. Enumerable.Range(0, table.RowCount).Select(row => TimeSpan.FromSeconds(row / rateHz))];
        var seconds = table.Numbers("time_s");
        var bad = Array.FindIndex(seconds, double.IsNaN);
        if (bad < 0)
            bad = Enumerable.Range(1, Math.Max(0, seconds.Length - 1)).FirstOrDefault(row => !(seconds[row] > seconds[row - 1]), -1);
        if (bad >= 0)
            throw table.Wrong($"row {bad + 1}, column 'time_s': times must be there and increase. Sort the rows by time and leave none out, or drop the column and give --rate-hz.");
        if (Array.Exists(seconds, s => Math.Abs(s) > 1e9))
            throw table.Wrong("column 'time_s': goes beyond 30 years. Give seconds from the start of the recording.");
        return [.. seconds.Select(s => TimeSpan.FromSeconds(s))];
    }

    private static LandmarkSet Row((BodyLandmark Landmark, double[][] Columns)[] known, int row)
    {
        var set = default(LandmarkSet);
        for (var i = 0; i < LandmarkSet.Count; i++)
            set[i] = new Landmark(default, 0, new Vector3(float.NaN));
        foreach (var (landmark, columns) in known)
        {
            var at = new Vector3((float)columns[0][row], (float)columns[1][row], (float)columns[2][row]);
            if (!float.IsNaN(at.X + at.Y + at.Z))
                set[landmark] = new Landmark(default, 1, at);
        }

        return set;
    }
}
