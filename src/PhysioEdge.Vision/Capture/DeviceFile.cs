namespace PhysioEdge.Vision.Capture;

/// <summary>The file of a camera of this machine, before a driver is asked.</summary>
internal static class DeviceFile
{
    public static void Check(CameraAddress address)
    {
        if (!File.Exists(address.Value))
            throw Missing(address);
    }

    public static CaptureException Missing(CameraAddress address)
    {
        var cameras = Directory.GetFiles("/dev", "video*").Order(StringComparer.Ordinal).ToList();
        var there = cameras.Count == 0 ? "this machine has none at the moment" : $"there are {string.Join(", ", cameras)}";
        return new($"There is no camera {address}: {there}. Plug it in, or correct the address.");
    }
}
