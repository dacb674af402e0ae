using System.Text.Json;

namespace PhysioEdge.Inference.Models;

/// <summary>A model that was trained for this program, as the manifest beside its file describes it.</summary>
/// <param name="Name">Its name, for messages and events.</param>
/// <param name="Version">Its version.</param>
/// <param name="File">The name of its file in the models folder.</param>
/// <param name="Size">The size of the file in bytes.</param>
/// <param name="Sha256">The SHA-256 of the file, 64 lower-case hexadecimal digits.</param>
/// <param name="Recipe">Where it is said how it was trained.</param>
/// <param name="TrainedOn">What it was trained on.</param>
/// <param name="Licence">The SPDX identifier of its licence.</param>
/// <param name="Inputs">The tensors that go in.</param>
/// <param name="Outputs">The tensors that come out.</param>
public sealed record TrainedModel(
    string Name,
    string Version,
    string File,
    long Size,
    string Sha256,
    string Recipe,
    IReadOnlyList<string> TrainedOn,
    string Licence,
    IReadOnlyList<TensorInfo> Inputs,
    IReadOnlyList<TensorInfo> Outputs)
{
    /// <summary>Reads the manifest of a model.</summary>
    /// <param name="folder">The models folder.</param>
    /// <param name="name">The name of the model.</param>
    /// <exception cref="ModelException">There is no such manifest, or it is malformed.</exception>
    public static TrainedModel Describe(string folder, string name)
    {
        var path = Path.Combine(folder, $"{name}.json");
        try
        {
            return JsonSerializer.Deserialize(System.IO.File.ReadAllBytes(path), ManifestJson.Strict.TrainedModel)
                ?? throw new ModelException($"The model manifest '{path}' is empty. Restore it from the release.");
        }
        catch (JsonException exception)
        {
            throw new ModelException($"The model manifest '{path}' is malformed: {exception.Message} Restore it from the release.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"The model manifest '{path}' cannot be read: {exception.Message} Restore it from the release.", exception);
        }
    }

    /// <summary>Gives the bytes of the model's file if it is the one in the manifest.</summary>
    /// <param name="folder">The models folder.</param>
    /// <exception cref="ModelException">The file is missing, wrong or unreadable; the message says how to mend it.</exception>
    public byte[] ReadVerified(string folder)
    {
        var path = Path.Combine(folder, File);
        try
        {
            var bytes = System.IO.File.ReadAllBytes(path);
            var sha256 = ModelFile.Sha256(bytes);
            return bytes.LongLength == Size && sha256 == Sha256
                ? bytes
                : throw new ModelException($"The model file '{path}' is changed: {bytes.LongLength} bytes with the sha256 {sha256}, expected {Size} with {Sha256}. It is not used. Restore it from the release.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"The model file '{path}' cannot be read: {exception.Message} Restore it from the release.", exception);
        }
    }
}
