namespace PhysioEdge.Inference.Models;

public enum ModelState
{
    /// <summary>The file is the one in the manifest, byte for byte.</summary>
    Ok,

    /// <summary>There is no file; no fault where the manifest says that it is not shipped.</summary>
    Missing,

    /// <summary>There is a file, but not that one, or it cannot be read.</summary>
    Wrong,
}

/// <summary>What became of holding one model file against the manifest.</summary>
/// <param name="Model">What the manifest says of it.</param>
/// <param name="Path">Where it is, or belongs.</param>
/// <param name="State">The verdict.</param>
/// <param name="Message">What is wrong and how to mend it; null if nothing is.</param>
public sealed record ModelCheck(ModelInfo Model, string Path, ModelState State, string? Message);
