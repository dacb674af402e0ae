namespace PhysioEdge.Training.Films;

internal static class FilmFile
{
    public static void Write(string path, Film film)
    {
        using var file = new BinaryWriter(File.Create(path));
        film.Write(file);
    }

    /// <summary>The films of a folder, each also in a mirror.</summary>
    public static IReadOnlyList<Film> ReadAll(string folder)
    {
        var films = Directory.GetFiles(folder, "*.film").Order(StringComparer.Ordinal).Select(Read).ToList();
        return [.. films, .. films.Select(film => film.Mirrored())];
    }

    private static Film Read(string path)
    {
        using var file = new BinaryReader(File.OpenRead(path));
        return Film.Read(file);
    }
}
