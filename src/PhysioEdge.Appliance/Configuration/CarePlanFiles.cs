using PhysioEdge.Contracts.CarePlans;
using PhysioEdge.Contracts.Documents;

namespace PhysioEdge.Appliance.Configuration;

/// <summary>The care plans of a box, one file each.</summary>
internal static class CarePlanFiles
{
    /// <exception cref="ConfigurationException">It is no care plan; the message has all errors.</exception>
    public static CarePlan Read(string path)
    {
        var errors = new List<DocumentError>();
        return Read(path, path, errors) ?? throw new ConfigurationException(errors);
    }

    /// <summary>The care plan of each patient; what is wrong with any file goes to the errors.</summary>
    public static IReadOnlyDictionary<string, CarePlan> ReadFolder(string folder, string shownFolder, List<DocumentError> errors)
    {
        var plans = new Dictionary<string, CarePlan>();
        if (!Directory.Exists(folder))
            return plans;
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var shown = Path.Combine(shownFolder, Path.GetFileName(path));
            if (Read(path, shown, errors) is { } plan && !plans.TryAdd(plan.Patient, plan))
                errors.Add(new DocumentError(shown, "patient", $"{plan.Patient} already has a care plan in this folder; keep one file for each patient"));
        }

        return plans;
    }

    private static CarePlan? Read(string path, string shown, List<DocumentError> errors)
    {
        if (ConfigurationFile.ReadBytes(path, shown, errors) is not { } bytes)
            return null;
        var reading = CarePlanReader.Read(bytes, shown);
        errors.AddRange(reading.Errors);
        return reading.Value;
    }
}
