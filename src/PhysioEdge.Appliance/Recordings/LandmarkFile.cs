using System.Text.Json;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Appliance.Recordings;

/// <summary>Writes <c>landmarks.csv</c> while the recording goes by.</summary>
internal sealed class LandmarkFile(string path) : IDisposable
{
    private static readonly string[] Values = ["_px_x", "_px_y", "_visibility", "_x_m", "_y_m", "_z_m"];

    private readonly CsvFile _file = new(path, ["time_s", .. Names().SelectMany(name => Values.Select(v => name + v))]);

    public void Add(in PoseFrame pose)
    {
        _file.Add(pose.CapturedAt.TotalSeconds, 6);
        if (pose.HasPose)
        {
            foreach (var landmark in pose.Smoothed)
            {
                _file.Add(landmark.Pixel.X, 3).Add(landmark.Pixel.Y, 3).Add(landmark.Visibility, 4)
                    .Add(landmark.World.X, 5).Add(landmark.World.Y, 5).Add(landmark.World.Z, 5);
            }
        }
        else
        {
            _file.AddUnknown(LandmarkSet.Count * Values.Length);
        }

        _file.EndRow();
    }

    public void Dispose() => _file.Dispose();

    private static IEnumerable<string> Names()
        => Enum.GetNames<BodyLandmark>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName);
}
