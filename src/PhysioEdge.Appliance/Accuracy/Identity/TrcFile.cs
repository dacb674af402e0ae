using System.Globalization;
using System.Numerics;

namespace PhysioEdge.Appliance.Accuracy.Identity;

/// <summary>One person's joints over time: OpenSim's TRC format, in metres, y up.</summary>
internal sealed class TrcFile
{
    private const int HeaderLines = 5;

    private readonly string[] _joints;
    private readonly Vector3[][] _frames;

    private TrcFile(string[] joints, Vector3[][] frames) => (_joints, _frames) = (joints, frames);

    public int Count => _frames.Length;

    /// <exception cref="Commands.InputException">It is no such file, or lacks one of the joints.</exception>
    public static TrcFile Read(string path, IEnumerable<string> joints)
    {
        var lines = ReferenceFile.ReadLines(path);
        if (lines.Length <= HeaderLines || !lines[0].StartsWith("PathFileType", StringComparison.Ordinal))
            throw ReferenceFile.Wrong(path, "is no TRC file: five header lines, the first with 'PathFileType', and rows are expected");
        string[] names = [.. lines[3].Split('\t').Skip(2).Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => name.Trim())];
        if (joints.FirstOrDefault(joint => !names.Contains(joint)) is { } missing)
            throw ReferenceFile.Wrong(path, $"has no joint '{missing}'");
        var scale = lines[2].Split('\t').Contains("mm") ? 0.001f : 1;
        return new TrcFile(
            names,
            [.. lines.Select((line, i) => (line, i)).Skip(HeaderLines)
                .Where(row => !string.IsNullOrWhiteSpace(row.line))
                .Select(row => Row(path, row.i + 1, row.line, names.Length, scale))]);
    }

    /// <summary>Where a joint was; NaN where it is unknown.</summary>
    public Vector3 At(int frame, string joint) => _frames[frame][Array.IndexOf(_joints, joint)];

    private static Vector3[] Row(string path, int line, string text, int joints, float scale)
    {
        var fields = text.Split('\t');
        if (fields.Length < 2 + (3 * joints))
            throw ReferenceFile.Wrong(path, $"line {line}: {fields.Length} fields, but {joints} joints need {2 + (3 * joints)}");
        var row = new Vector3[joints];
        for (var i = 0; i < joints; i++)
            row[i] = scale * new Vector3(Number(2 + (3 * i)), Number(3 + (3 * i)), Number(4 + (3 * i)));
        return row;

        float Number(int field) => string.IsNullOrWhiteSpace(fields[field])
            ? float.NaN
            : float.TryParse(fields[field], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                ? value
                : throw ReferenceFile.Wrong(path, $"line {line}, field {field + 1}: '{fields[field]}' is no number");
    }
}
