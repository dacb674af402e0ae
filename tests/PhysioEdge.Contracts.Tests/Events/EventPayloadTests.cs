using CsCheck;
using PhysioEdge.Contracts.Events;

namespace PhysioEdge.Contracts.Tests.Events;

public sealed class EventPayloadTests
{
    private static readonly Gen<IReadOnlyList<double>> Pair =
        Gen.Select(Gen.Int[0, 100_000], Gen.Double[-1000, 1000], (number, value) => (IReadOnlyList<double>)[number, value]);

    [Fact]
    public void However_long_the_evidence_the_event_fits_and_only_evidence_is_left_out()
    {
        Gen.Select(Pair.Array[0, 3000], Gen.String[0, 500]).Sample((evidence, explanation) =>
        {
            var flagged = Samples.RomDeficit with { Data = Samples.RomDeficit.Data with { Evidence = evidence, Explanation = explanation } };

            var (fitted, bytes) = EventPayload.Fit(flagged);

            Assert.InRange(bytes.Length, 1, FlaggedEvent.MaxPayloadBytes);
            Assert.Equal(EventPayload.Write(fitted), bytes);
            Assert.Equal(flagged.Data with { Evidence = fitted.Data.Evidence }, fitted.Data);
            Assert.True(IsSubsequence(fitted.Data.Evidence, evidence));
        }, iter: 200);
    }

    [Fact]
    public void Thinned_evidence_keeps_its_ends_and_fills_the_room()
    {
        IReadOnlyList<IReadOnlyList<double>> evidence = [.. Enumerable.Range(0, 20_000).Select(number => (IReadOnlyList<double>)[number, 90.5])];

        var (fitted, bytes) = EventPayload.Fit(Samples.RomDeficit with { Data = Samples.RomDeficit.Data with { Evidence = evidence } });

        Assert.Equal((evidence[0], evidence[^1]), (fitted.Data.Evidence[0], fitted.Data.Evidence[^1]));
        Assert.InRange(bytes.Length, FlaggedEvent.MaxPayloadBytes * 3 / 4, FlaggedEvent.MaxPayloadBytes);
    }

    [Fact]
    public void An_event_that_fits_is_left_as_it_is()
    {
        Assert.Same(Samples.RomDeficit, EventPayload.Fit(Samples.RomDeficit).Event);
    }

    [Fact]
    public void An_explanation_that_cannot_fit_is_refused_rather_than_cut()
    {
        var flagged = Samples.RomDeficit with { Data = Samples.RomDeficit.Data with { Explanation = new string('x', 9000) } };

        Assert.Contains("Shorten its explanation", Assert.Throws<ArgumentException>(() => EventPayload.Fit(flagged)).Message, StringComparison.Ordinal);
    }

    private static bool IsSubsequence(IEnumerable<IReadOnlyList<double>> part, IReadOnlyList<double>[] whole)
    {
        var position = 0;
        return part.All(pair => (position = Array.IndexOf(whole, pair, position) + 1) > 0);
    }
}
