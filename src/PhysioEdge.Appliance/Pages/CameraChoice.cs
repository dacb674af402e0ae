using PhysioEdge.Appliance.Sessions;

namespace PhysioEdge.Appliance.Pages;

/// <summary>The camera that a screen asks for: the first one if it names none.</summary>
internal static class CameraChoice
{
    public static CameraView? Find(IReadOnlyList<CameraView> cameras, string? id)
        => id is null ? cameras[0] : cameras.FirstOrDefault(c => c.Id == id);

    public static IResult Unknown(string? camera, IReadOnlyList<CameraView> cameras) => Results.Text(
        $"There is no camera '{camera}'; there are: {string.Join(", ", cameras.Select(c => c.Id))}.", statusCode: StatusCodes.Status404NotFound);
}
