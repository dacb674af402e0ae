using System.Security.Cryptography;
using System.Text.Json;
using PhysioEdge.Analysis.JointAngles;
using PhysioEdge.Inference.Models;
using PhysioEdge.Training.Learning;
using PhysioEdge.Vision.Lifting;
using LiftNetwork = PhysioEdge.Vision.Lifting.LiftNetwork;

namespace PhysioEdge.Training;

/// <summary>The lifter and its manifest in the models folder.</summary>
internal static class LifterFile
{
    public const string Name = "body_lifter";

    public static void Write(string folder, byte[] onnx)
    {
        var file = $"{Name}.onnx";
        var manifest = new TrainedModel(
            Name,
            "2",
            file,
            onnx.LongLength,
            Convert.ToHexStringLower(SHA256.HashData(onnx)),
            "models/training/README.md",
            [
                "movements, cameras and films made up by models/training",
                "CMU Graphics Lab Motion Capture Database, subjects 02 and 03 (free to use)",
                "OpenCap, standing, standing up and walking of one subject, markers only (BSD-2-Clause)",
                "Benchmarking_markerless, marker-based angles of two people walking (MIT)",
            ],
            "Apache-2.0",
            [new TensorInfo("pictures", [1, LiftFeatures.Count, (2 * LiftNetwork.Reach) + 1], "what LiftFeatures reads of 63 moments, 30 a second, the one asked for in the middle: feature, moment")],
            [
                new TensorInfo("points", [1, LiftGuess.PointValues, 1], "x, y, z of 19 landmarks in metres of the standard body, hip-centred, level: x right, y down, z away"),
                new TensorInfo("angles", [1, AngleSet.Count, 1], "the joint angles in the order of JointAngle, radians"),
                new TensorInfo("log_spread", [1, AngleSet.Count, 1], "natural logarithm of the mean absolute error expected of each angle, radians"),
                new TensorInfo("swing", [1, 2, 1], "logarithm of the odds that the left and the right foot swing, from toe-off to initial contact"),
            ]);
        File.WriteAllBytes(Path.Combine(folder, file), onnx);
        File.WriteAllText(Path.Combine(folder, $"{Name}.json"), JsonSerializer.Serialize(manifest, new ManifestJson(new JsonSerializerOptions(ManifestJson.Strict.Options) { WriteIndented = true }).TrainedModel) + "\n");
    }
}
