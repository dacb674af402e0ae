using System.Xml.Linq;
using PhysioEdge.Appliance.Tests.Setup;

namespace PhysioEdge.Appliance.Tests.House;

public class DependencyTableTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "src");

    [Fact]
    public void Every_project_references_only_what_the_map_allows()
    {
        var allowed = ReadTable();
        var projects = Directory.GetFiles(Source, "*.csproj", SearchOption.AllDirectories);

        Assert.Equal(allowed.Keys.Order(), projects.Select(Path.GetFileNameWithoutExtension).Order());
        foreach (var project in projects)
        {
            var referenced = XDocument.Load(project).Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));
            Assert.Subset(allowed[Path.GetFileNameWithoutExtension(project)], referenced.ToHashSet());
        }
    }

    private static Dictionary<string, HashSet<string>> ReadTable() => File.ReadLines(Path.Combine(Source, "README.md"))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Where(cells => cells.Length > 4 && cells[1].StartsWith("PhysioEdge.", StringComparison.Ordinal))
        .ToDictionary(
            cells => cells[1],
            cells => cells[3].Split(',', StringSplitOptions.TrimEntries).Where(name => name != "–").Select(name => $"PhysioEdge.{name}").ToHashSet());
}
