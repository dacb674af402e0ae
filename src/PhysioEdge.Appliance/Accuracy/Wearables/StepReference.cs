using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Recordings;

namespace PhysioEdge.Appliance.Accuracy.Wearables;

/// <summary>The contacts that a reference gives, held against the steps that were found: each with the nearest initial contact of its foot within 100 ms.</summary>
internal sealed class StepReference
{
    private static readonly TimeSpan MostApart = TimeSpan.FromMilliseconds(100);

    private readonly int _found;

    private StepReference(IReadOnlyList<FootContact> contacts, IReadOnlyList<InsoleStep> steps)
    {
        Contacts = contacts;
        _found = steps.Count;
        Pairs = [.. contacts.SelectMany(c => steps
            .Where(s => s.Contact.Side == c.Side && Apart(s.Contact, c) <= MostApart).OrderBy(s => Apart(s.Contact, c)).Take(1).Select(s => (c, s.Contact)))];
    }

    public IReadOnlyList<FootContact> Contacts { get; }

    public IReadOnlyList<(FootContact Reference, FootContact Found)> Pairs { get; }

    public int Missed => Contacts.Count - Pairs.Count;

    public int Extra => _found - Pairs.Select(p => p.Found).Distinct().Count();

    public double F1 => 2.0 * Pairs.Count / (Contacts.Count + _found);

    public static StepReference Read(string path, string landing, string leaving, IReadOnlyList<InsoleStep> steps)
    {
        var table = InputTable.Read(path);
        var (from, to) = (table.Numbers(landing), table.Numbers(leaving));
        return new StepReference(
            [.. table.Texts("side").Select((side, i) => new FootContact(side == "L" ? Side.Left : Side.Right, TimeSpan.FromSeconds(from[i]), TimeSpan.FromSeconds(to[i])))],
            steps);
    }

    /// <summary>The mean absolute error of something of a contact, ms.</summary>
    public double MeanErrorMilliseconds(Func<FootContact, TimeSpan> of)
        => Pairs.Select(p => Math.Abs((of(p.Reference) - of(p.Found)).TotalMilliseconds)).DefaultIfEmpty(double.NaN).Average();

    /// <summary>The mean absolute error of the time from each contact to the next of its foot, where the reference walks on, ms.</summary>
    public double StrideErrorMilliseconds()
        => Pairs.GroupBy(p => p.Reference.Side).SelectMany(foot => foot.Zip(foot.Skip(1), (a, b) => (
                Reference: (b.Reference.InitialContact - a.Reference.InitialContact).TotalMilliseconds,
                Found: (b.Found.InitialContact - a.Found.InitialContact).TotalMilliseconds)))
            .Select(stride => Math.Abs(stride.Reference - stride.Found)).DefaultIfEmpty(double.NaN).Average();

    private static TimeSpan Apart(FootContact one, FootContact other) => (one.InitialContact - other.InitialContact).Duration();
}
