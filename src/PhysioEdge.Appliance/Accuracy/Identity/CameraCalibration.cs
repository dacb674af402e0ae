using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace PhysioEdge.Appliance.Accuracy.Identity;

/// <summary>
/// A calibrated camera as Pose2Sim's <c>Calib….toml</c> has it: OpenCV's pinhole model, rotation as a Rodrigues vector, metres,
/// world z up. Distortion below a pixel is left out: identity needs no more.
/// </summary>
internal sealed partial class CameraCalibration
{
    private readonly Matrix4x4 _rotation;
    private readonly Vector3 _translation;
    private readonly Vector2 _focal;
    private readonly Vector2 _centre;

    private CameraCalibration(float[] matrix, float[] rotation, float[] translation)
    {
        var axis = new Vector3(rotation);

        // System.Numerics multiplies rows from the left, OpenCV columns from the right: both turn the same way.
        _rotation = axis.Length() > 0 ? Matrix4x4.CreateFromAxisAngle(Vector3.Normalize(axis), axis.Length()) : Matrix4x4.Identity;
        _translation = new Vector3(translation);
        (_focal, _centre) = (new Vector2(matrix[0], matrix[4]), new Vector2(matrix[2], matrix[5]));
    }

    /// <summary>Reads every camera of a file, by its name in small letters and digits alone: <c>cam_01</c> is <c>cam01</c>.</summary>
    /// <exception cref="Commands.InputException">A camera lacks something.</exception>
    public static IReadOnlyDictionary<string, CameraCalibration> ReadAll(string path)
    {
        var sections = new Dictionary<string, Dictionary<string, float[]>>();
        Dictionary<string, float[]>? section = null;
        foreach (var line in ReferenceFile.ReadLines(path).Select(line => line.Trim()))
        {
            if (line.StartsWith('[') && line.EndsWith(']'))
                sections[NameOf(line)] = section = [];
            else if (section is not null && line.Split('=', 2) is [var key, var value])
                section[key.Trim()] = Numbers(value);
        }

        return sections.Where(s => s.Value.ContainsKey("matrix")).ToDictionary(s => s.Key, s => new CameraCalibration(
            Get(path, s, "matrix", 9), Get(path, s, "rotation", 3), Get(path, s, "translation", 3)));
    }

    public static string NameOf(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    /// <summary>Where a point of a TRC file, whose y is up, is in the picture, pixels.</summary>
    public Vector2 ToPixel(Vector3 trc)
    {
        var inCamera = Vector3.Transform(new Vector3(trc.Z, trc.X, trc.Y), _rotation) + _translation;
        return (_focal * new Vector2(inCamera.X, inCamera.Y) / inCamera.Z) + _centre;
    }

    private static float[] Get(string path, KeyValuePair<string, Dictionary<string, float[]>> camera, string key, int count)
        => camera.Value.TryGetValue(key, out var numbers) && numbers.Length == count
            ? numbers
            : throw ReferenceFile.Wrong(path, $"camera '{camera.Key}': '{key}' is expected to have {count} numbers");

    private static float[] Numbers(string text) => [.. Number().Matches(text).Select(m => float.Parse(m.Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"-?\d+(\.\d*)?([eE][-+]?\d+)?")]
    private static partial Regex Number();
}
