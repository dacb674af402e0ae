using System.Globalization;
using System.Numerics;

namespace PhysioEdge.Appliance.Tests.Accuracy.Identity;

/// <summary>Writes TRC files and a calibration by which a person of a TRC file is at given pixels of the picture.</summary>
internal static class PeopleFiles
{
    /// <summary>A camera that looks along the world's z with focal length 1 and its centre in the top left corner.</summary>
    public static string Calibration(string camera) =>
        $"""
        [{camera}]
        name = "{camera}"
        size = [ 480.0, 640.0]
        matrix = [ [ 1.0, 0.0, 0.0], [ 0.0, 1.0, 0.0], [ 0.0, 0.0, 1.0]]
        distortions = [ -0.0007, 0.002, 9.5e-06, 1e-05]
        rotation = [ 0.0, 0.0, 0.0]
        translation = [ 0.0, 0.0, 0.0]
        fisheye = false

        [metadata]
        adjusted = false

        """;

    /// <summary>A person whose hips and shoulders are at those pixels, picture by picture.</summary>
    public static string Trc(IEnumerable<(Vector2 MidHip, Vector2 MidShoulder)> frames)
    {
        var rows = frames.Select((frame, i) => string.Create(
            CultureInfo.InvariantCulture,
            $"{i + 1}\t{i / 15.0}\t{Joint(frame.MidHip, -1)}\t{Joint(frame.MidHip, 1)}\t{Joint(frame.MidShoulder, -1)}\t{Joint(frame.MidShoulder, 1)}"));
        return "PathFileType\t4\t(X/Y/Z)\tperson.trc\n"
            + "DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\tOrigDataRate\tOrigDataStartFrame\tOrigNumFrames\n"
            + "15\t15\t9\t4\tm\t15\t0\t9\n"
            + "Frame#\tTime\tRHip\t\t\tLHip\t\t\tRShoulder\t\t\tLShoulder\t\t\n"
            + "\t\tX1\tY1\tZ1\tX2\tY2\tZ2\tX3\tY3\tZ3\tX4\tY4\tZ4\n"
            + string.Join('\n', rows) + "\n";
    }

    /// <summary>World (x, y, z) is TRC (Z, X, Y): at depth 1 a pixel's x goes to Z and its y to X.</summary>
    private static string Joint(Vector2 pixel, float aside)
        => string.Create(CultureInfo.InvariantCulture, $"{pixel.Y}\t1\t{pixel.X + aside}");
}
