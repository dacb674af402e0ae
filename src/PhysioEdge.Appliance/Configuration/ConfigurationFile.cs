using PhysioEdge.Contracts.Documents;

namespace PhysioEdge.Appliance.Configuration;

internal static class ConfigurationFile
{
    /// <summary>The bytes of a file; null, and an error that says why, if it cannot be read.</summary>
    public static byte[]? ReadBytes(string path, string shown, List<DocumentError> errors)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.Add(new DocumentError(shown, "", exception is FileNotFoundException or DirectoryNotFoundException
                ? "the file is missing"
                : $"the file cannot be read: {exception.Message}"));
            return null;
        }
    }
}
