using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>Finds the events of one finished contact in the history of its foot and measures what was between them.</summary>
/// <remarks>
/// Events are sought from the flanks of the loaded phase outwards, so that a bounce of the heel before landing or of the toes after
/// leaving is not taken for the event.
/// </remarks>
internal sealed class StanceMeasure(Side side, ContactCriterion criterion, LoadHistory history)
{
    /// <summary>The force above which a foot counts as on the floor in gait laboratories, N.</summary>
    private const double LeastNewtons = 20;

    /// <summary>Where the flanks of the force are steepest, whatever the sensor.</summary>
    private const double LoadedShare = 0.1;
    private const double FlankShare = 0.5;

    /// <summary>Half of the swing of fast walking, about 300 ms.</summary>
    private const double ShortestSwingSeconds = 0.15;

    /// <param name="first">The sample with which the foot may have begun to be loaded, or an earlier one in the swing before.</param>
    /// <param name="last">A sample in the swing after it.</param>
    /// <param name="usual">The usual peak, N.</param>
    /// <param name="unloaded">What the insole reads of the foot in the air, N.</param>
    /// <returns>The step; null when its landing is not in the history or the foot had not swung before.</returns>
    public InsoleStep? Of(long first, long last, double usual, double unloaded)
    {
        var peak = 0.0;
        for (var i = first; i <= last; i++)
            peak = Math.Max(peak, history.ForceOf(i));
        var (rising, falling) = (first, last);
        while (history.ForceOf(rising) < FlankShare * peak)
            rising++;
        while (history.ForceOf(falling) < FlankShare * peak)
            falling--;
        return SampleBefore(rising, first, Level(criterion.LandingShare)) is { } landing
            && HasSwung(first, landing, Level(criterion.LandingShare))
            && SampleBefore(rising, first, Level(LoadedShare)) is { } loaded
            ? Measure(landing, loaded, falling)
            : null;

        double Level(double share) => Math.Min(FlankShare * peak, Math.Max(Math.Max(LeastNewtons, share * usual), 2 * unloaded));

        InsoleStep Measure(long landing, long loaded, long falling)
        {
            var leaving = SampleAfter(falling, last, Level(criterion.LeavingShare), criterion.Smoothed);
            var unloading = SampleAfter(falling, last, Level(LoadedShare), smoothed: false);
            var contact = new FootContact(
                side,
                criterion.Smoothed ? history.TimeOf(landing) : history.TimeOfCrossing(landing, Level(criterion.LandingShare)),
                criterion.Smoothed ? history.TimeOf(leaving) : history.TimeOfCrossing(leaving - 1, Level(criterion.LeavingShare)));
            var impulse = Impulse(landing, leaving);
            var loadedAt = history.TimeOfCrossing(loaded, Level(LoadedShare));
            return new InsoleStep
            {
                Contact = contact,
                KnownAt = history.TimeOf(history.Newest),
                PeakNewtons = peak,
                ImpulseNewtonSeconds = impulse,
                MeanNewtons = impulse / contact.StanceSeconds,
                LoadedAt = loadedAt,
                LoadedSeconds = (history.TimeOfCrossing(unloading - 1, Level(LoadedShare)) - loadedAt).TotalSeconds,
                CentreOfPressure = Path(landing, leaving),
            };
        }
    }

    /// <summary>Whether the foot was lifted and not only eased; when the stream begins in a swing, that is not asked.</summary>
    private bool HasSwung(long first, long landing, double level)
    {
        var seconds = first == 0 ? ShortestSwingSeconds : 0.0;
        for (var i = first; i < landing && seconds < ShortestSwingSeconds; i++)
            seconds += history.ForceOf(i) < level ? history.SecondsBetween(i, i + 1) : 0;
        return seconds >= ShortestSwingSeconds - 1e-6;
    }

    private double Force(long sample, bool smoothed) => smoothed ? history.SmoothedForceOf(sample) : history.ForceOf(sample);

    private long? SampleBefore(long from, long first, double level)
    {
        for (var i = from; i >= first; i--)
        {
            if (Force(i, criterion.Smoothed) < level && history.ForceOf(i) < level)
                return i;
        }

        return null;
    }

    private long SampleAfter(long from, long last, double level, bool smoothed)
    {
        var i = from + 1;
        while (i < last && Force(i, smoothed) >= level)
            i++;
        return i;
    }

    private double Impulse(long first, long last)
    {
        var sum = 0.0;
        for (var i = first; i < last; i++)
            sum += (history.ForceOf(i) + history.ForceOf(i + 1)) / 2 * history.SecondsBetween(i, i + 1);
        return sum;
    }

    private CentrePath? Path(long first, long last)
    {
        var (start, end) = (double.NaN, double.NaN);
        var (left, right, back, front) = (1.0, -1.0, 1.0, -1.0);
        for (var i = first; i <= last; i++)
        {
            ref readonly var load = ref history.LoadOf(i);
            if (double.IsNaN(load.CentreX))
                continue;
            start = double.IsNaN(start) ? load.CentreX : start;
            end = load.CentreX;
            (back, front) = (Math.Min(back, load.CentreX), Math.Max(front, load.CentreX));
            (left, right) = (Math.Min(left, load.CentreY), Math.Max(right, load.CentreY));
        }

        return double.IsNaN(start) ? null : new CentrePath(start, end, front - back, right - left);
    }
}
