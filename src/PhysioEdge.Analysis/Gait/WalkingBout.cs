namespace PhysioEdge.Analysis.Gait;

/// <summary>A time in which the patient walked: steps one after the other.</summary>
/// <param name="Start">The first initial contact.</param>
/// <param name="End">The last toe-off.</param>
/// <param name="Steps">The number of steps, 3 or more.</param>
/// <remarks>
/// A pause of more than <see cref="LongestStepSeconds"/> between two steps ends a bout, the break that Mobilise-D's assembly of
/// walking bouts allows (the word: Kluge et al., "Consensus based framework for digital mobility monitoring", PLoS ONE 2021).
/// Fewer than three steps are a shift of the stance.
/// </remarks>
public readonly record struct WalkingBout(TimeSpan Start, TimeSpan End, int Steps)
{
    private const double LongestStepSeconds = 3;
    private const int FewestSteps = 3;

    /// <summary>Finds the bouts of a recording.</summary>
    /// <param name="contacts">The contacts of one foot or of both, in any order.</param>
    /// <returns>The bouts in order; empty when there are too few steps.</returns>
    public static IReadOnlyList<WalkingBout> Of(IEnumerable<FootContact> contacts)
    {
        var bouts = new List<WalkingBout>();
        WalkingBout? open = null;
        foreach (var contact in contacts.OrderBy(c => c.InitialContact))
        {
            if (open is { } bout && (contact.InitialContact - bout.End).TotalSeconds <= LongestStepSeconds)
            {
                open = new WalkingBout(bout.Start, contact.ToeOff > bout.End ? contact.ToeOff : bout.End, bout.Steps + 1);
                continue;
            }

            Close(bouts, open);
            open = new WalkingBout(contact.InitialContact, contact.ToeOff, 1);
        }

        Close(bouts, open);
        return bouts;
    }

    private static void Close(List<WalkingBout> bouts, WalkingBout? bout)
    {
        if (bout is { Steps: >= FewestSteps } whole)
            bouts.Add(whole);
    }
}
