using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Appliance.Commands;

namespace PhysioEdge.Appliance.Recordings.Insoles;

/// <summary>
/// Reads a geometry of insoles: JSON with <c>sizes</c>, each a list of cells
/// <c>{cell, area_cm2, x, y}</c>, x along the foot from the heel, y across it, as shares of length and width.
/// </summary>
internal static class InsoleGeometryFile
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, RespectRequiredConstructorParameters = true };

    /// <param name="path">The file.</param>
    /// <param name="size">The insole's size; null when the file holds only one.</param>
    /// <exception cref="InputException">The file cannot be read, is no geometry, or does not have that size.</exception>
    public static InsoleGeometry Read(string path, string? size)
    {
        var sizes = Parse(path).Sizes;
        if (sizes is not { Count: > 0 })
            throw new InputException($"{path}: has no 'sizes'. Give for each size of insole its cells, with area_cm2, x and y.");
        var known = string.Join(", ", sizes.Keys);
        if (size is null && sizes.Count > 1)
            throw new InputException($"{path}: holds the sizes {known}. Choose one with --insole-size.");
        if (!sizes.TryGetValue(size ?? known, out var cells))
            throw new InputException($"--insole-size {size}: {path} has no such size; it has {known}.");
        if (cells is not { Count: > 0 } || cells.Any(c => !(c.AreaCm2 > 0)))
            throw new InputException($"{path}: size {size ?? known} has no cells, or one without an area. Give each cell an area_cm2 above 0, x and y.");
        return new InsoleGeometry(cells.OrderBy(c => c.Cell).Select(c => new InsoleCell(c.AreaCm2, c.X, c.Y)));
    }

    private static Document Parse(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Document>(File.ReadAllText(path), Json)
                ?? throw new InputException($"{path}: is empty. Give a geometry as JSON.");
        }
        catch (JsonException exception)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"line {exception.LineNumber + 1}");
            throw new InputException($"{path}, {place}, {exception.Path ?? "$"}: is no geometry of insoles. Give JSON with sizes and, for each, cells with area_cm2, x and y.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {exception.Message.TrimEnd('.')}. Give a geometry as JSON.", exception);
        }
    }

    private sealed record Document(IReadOnlyDictionary<string, IReadOnlyList<CellEntry>>? Sizes);

    private sealed record CellEntry(int Cell, [property: JsonPropertyName("area_cm2")] double AreaCm2, double X, double Y);
}
