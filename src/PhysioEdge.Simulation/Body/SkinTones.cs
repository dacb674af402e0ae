namespace PhysioEdge.Simulation.Body;

/// <summary>
/// The six skin phototypes of Fitzpatrick ("The validity and practicality of sun-reactive skin types I through VI", 1988), from
/// the lightest to the darkest. The scale itself has no colours; these are chosen to look like such skin in this light.
/// </summary>
public static class SkinTones
{
    public static IReadOnlyList<Rgb> Fitzpatrick { get; } =
        [new(240, 202, 178), new(228, 180, 150), new(208, 154, 120), new(176, 118, 84), new(128, 82, 58), new(78, 52, 42)];
}
