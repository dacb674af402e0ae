using System.Globalization;
using static PhysioEdge.Appliance.Accuracy.Reports.Markdown;

namespace PhysioEdge.Appliance.Accuracy.Reports;

internal static class IdentitySection
{
    public static void Add(Markdown report, AccuracyResults results)
    {
        if (results.Identity.Count == 0)
            return;
        report.Heading(2, "Identity among several people")
            .Paragraph(
                """
                The share of all pictures in which the one who was taken for the patient at first (the product takes the nearest) is followed. Where the
                people truly are comes from their joints triangulated from several cameras, projected into this one: a pose belongs to the person whose trunk is
                within half its length. Somebody without a (usable) reference is told by the continuity of the trunk: after a leap of more than half its length
                between two pictures it is somebody else.
                """)
            .Table(
                ["Recording", "Model", "Followed", "Pictures", "On the patient", "Share"],
                results.Identity.Select(r => (IReadOnlyList<string>)
                [
                    r.Recording,
                    r.Model,
                    r.Patient,
                    r.Frames.ToString(CultureInfo.InvariantCulture),
                    r.FramesOnPatient.ToString(CultureInfo.InvariantCulture),
                    $"{Number(100.0 * r.FramesOnPatient / r.Frames, 0)} %",
                ]));
    }
}
