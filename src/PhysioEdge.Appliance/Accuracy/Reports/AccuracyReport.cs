using System.Globalization;
using System.Runtime.InteropServices;

namespace PhysioEdge.Appliance.Accuracy.Reports;

/// <summary>The report: for the physiotherapist how far to trust a number, for the engineer how it was come by.</summary>
internal static class AccuracyReport
{
    public static string Of(AccuracyResults results, ReferenceData data)
    {
        var report = new Markdown()
            .Heading(1, "Accuracy")
            .Paragraph("How far the measurements are from what is known to be true: of recordings, and of a simulated patient. Made by `dotnet run -c Release --project src/PhysioEdge.Appliance -- accuracy DATA`, DATA being a folder of recordings that are not part of the project; without it, the sections on the phantom alone are made.");
        AddExtent(report, results);
        if (results.Recordings > 0)
            SummarySection.Add(report, results);
        WearablesSection.Add(report, results.Wearables);
        AimsSection.Add(report, results);
        MocapSection.Add(report, results);
        LiftingSection.Add(report, results);
        RepetitionSection.Add(report, results);
        FidelitySection.Add(report, results);
        IdentitySection.Add(report, results);
        PhantomSection.Add(report, results.Phantom.Angles);
        GaitSection.Add(report, results.Phantom.Gait);
        TimedTestSection.Add(report, results.Phantom.TimedTests);
        FormSection.Add(report, results.Phantom.Sets);
        CountingSection.Add(report, results.Phantom.Counts);
        AddFailures(report, results, data);
        return report.ToString();
    }

    private static void AddExtent(Markdown report, AccuracyResults results)
    {
        report.Paragraph(string.Create(
            CultureInfo.InvariantCulture,
            $"{results.Recordings} recordings and picture sets, of which {results.Failures.Count} failed; {results.Frames} pictures of them and {results.Phantom.Pictures} of the phantom analysed, each model's counted, in {results.Elapsed.TotalMinutes:0.0} min on {Environment.ProcessorCount} {RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()} cores."));
        report.Table(
            ["Model", "Source", "sha256"],
            results.Models.Select(m => (IReadOnlyList<string>)
            [
                m.Info.Model.ToString().ToLowerInvariant(),
                $"{m.Info.Source.Package} {m.Info.Source.Version}",
                m.IsAvailable ? m.Info.Sha256 : "absent: it is not shipped and could not be made here (`physioedge models convert heavy`)",
            ]));
    }

    private static void AddFailures(Markdown report, AccuracyResults results, ReferenceData data)
    {
        if (results.Failures.Count == 0)
            return;
        report.Heading(2, "Not measured").Table(
            ["Recording", "Why"],
            results.Failures.Select(f => (IReadOnlyList<string>)[f.Recording, WithoutFolder(f.Cause.Message, data)]));
    }

    private static string WithoutFolder(string message, ReferenceData data)
        => message.Replace(data.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}
