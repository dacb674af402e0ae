using System.Numerics;

namespace PhysioEdge.Appliance.Accuracy.Identity;

/// <summary>Where one person of a recording truly is in the pictures of one camera.</summary>
internal sealed class PersonReference(string name, TrcFile joints, CameraCalibration camera)
{
    public static IReadOnlyList<string> Joints { get; } = ["RHip", "LHip", "RShoulder", "LShoulder"];

    public string Name => name;

    /// <summary>Where the trunk is in a picture, pixels; null where it is unknown.</summary>
    public TrunkPlace? At(long frame)
    {
        if (frame >= joints.Count)
            return null;
        var place = new TrunkPlace(Between((int)frame, "RHip", "LHip"), Between((int)frame, "RShoulder", "LShoulder"));
        return float.IsNaN(place.Length) ? null : place;
    }

    private Vector2 Between(int frame, string a, string b) => camera.ToPixel((joints.At(frame, a) + joints.At(frame, b)) / 2);
}
