namespace PhysioEdge.Inference.Models;

/// <summary>What the manifest says of one model.</summary>
/// <param name="Model">Which model it is.</param>
/// <param name="Name">Its name, for messages and events.</param>
/// <param name="File">The name of its file in the models folder.</param>
/// <param name="Size">The size of the file in bytes.</param>
/// <param name="Sha256">The SHA-256 of the file, 64 lower-case hexadecimal digits.</param>
/// <param name="Shipped">Whether the file comes with the program; one that does not is made when it is first needed.</param>
/// <param name="Source">What it is made from.</param>
/// <param name="Licence">The SPDX identifier of its licence.</param>
/// <param name="Inputs">The tensors that go in.</param>
/// <param name="Outputs">The tensors that come out.</param>
public sealed record ModelInfo(
    PoseModel Model,
    string Name,
    string File,
    long Size,
    string Sha256,
    bool Shipped,
    ModelSource Source,
    string Licence,
    IReadOnlyList<TensorInfo> Inputs,
    IReadOnlyList<TensorInfo> Outputs);

/// <summary>The file of an npm package that a model is made from.</summary>
public sealed record ModelSource(string Package, string Version, string File, string Sha256);

/// <summary>A float tensor of a model.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Shape">Its dimensions.</param>
/// <param name="Meaning">What its values are, their unit, range and order.</param>
public sealed record TensorInfo(string Name, IReadOnlyList<long> Shape, string Meaning);
