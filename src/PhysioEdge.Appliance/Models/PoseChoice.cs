using PhysioEdge.Appliance.Commands;
using PhysioEdge.Inference.Models;

namespace PhysioEdge.Appliance.Models;

/// <summary>Which landmark models look at a recording: one of them, or all together.</summary>
/// <param name="Name">What options and results call it.</param>
/// <param name="Landmarks">The models.</param>
/// <param name="Mirrored">The one that also looks at the mirror image of every picture; null = none.</param>
internal sealed record PoseChoice(string Name, IReadOnlyList<PoseModel> Landmarks, PoseModel? Mirrored)
{
    /// <summary>Gets the choices: each model alone, and the ensemble.</summary>
    public static IReadOnlyList<PoseChoice> All { get; } =
    [
        .. AnalyzeVideoCommand.LandmarkModels.Select(Of),
        new("ensemble", AnalyzeVideoCommand.LandmarkModels, PoseModel.Full),
    ];

    public static PoseChoice Of(PoseModel model) => new(ModelsCommand.NameOf(model), [model], null);

    /// <exception cref="InputException">There is no such choice.</exception>
    public static PoseChoice Named(string name) => All.FirstOrDefault(choice => choice.Name == name)
        ?? throw new InputException($"--model {name}: not known; allowed: {string.Join(", ", All.Select(choice => choice.Name))}");
}
