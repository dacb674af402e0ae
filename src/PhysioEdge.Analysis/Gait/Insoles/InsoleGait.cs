using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>Finds the steps of a wearer of two insoles, or of one, as the samples come.</summary>
/// <remarks>
/// A contact is a step when the other foot was in the air for some of it or when it bore as much as the steps before, as beside the foot
/// on which one turns: shifting weight while standing is none. With one insole this cannot be told, and every contact counts. A contact of more than 5 s is standing, in the slowest gait too.
/// Memory is only taken when the stream begins.
/// </remarks>
public sealed class InsoleGait
{
    private static readonly TimeSpan LongestStance = TimeSpan.FromSeconds(5);

    /// <summary>A foot of which nothing was heard for longer is silent.</summary>
    internal static readonly TimeSpan Silence = TimeSpan.FromSeconds(1);

    private readonly FootContactDetector _left;
    private readonly FootContactDetector _right;

    /// <summary>Begins a stream.</summary>
    /// <param name="criterion">What initial contact and toe-off mean for these sensors.</param>
    public InsoleGait(ContactCriterion criterion)
        => (_left, _right) = (new FootContactDetector(Side.Left, criterion), new FootContactDetector(Side.Right, criterion));

    /// <summary>Takes in what one foot bears.</summary>
    /// <param name="side">The foot, left or right.</param>
    /// <param name="at">The time of the sample, later than that of the foot's last; both feet's samples come in the order of time.</param>
    /// <param name="load">The load; when its force is unknown, nothing is taken in.</param>
    /// <param name="step">The step that is over, when there is one.</param>
    /// <returns>True when a step is over.</returns>
    public bool Add(Side side, TimeSpan at, in FootLoad load, out InsoleStep step)
    {
        step = default;
        if (double.IsNaN(load.ForceNewtons))
            return false;
        var (own, other) = Feet(side);
        return own.Add(at, load, other.HighestNewtons, out step) && IsStep(step, other);
    }

    /// <summary>Ends the stream.</summary>
    /// <param name="side">The foot.</param>
    /// <param name="step">Its last step, when the foot had left the floor but not yet swung for long enough to be sure.</param>
    /// <returns>True when there was one.</returns>
    public bool Finish(Side side, out InsoleStep step)
    {
        var (own, other) = Feet(side);
        return own.Finish(other.HighestNewtons, out step) && IsStep(step, other);
    }

    internal FootContactDetector Foot(Side side) => side == Side.Left ? _left : _right;

    private (FootContactDetector Own, FootContactDetector Other) Feet(Side side) => side == Side.Left ? (_left, _right) : (_right, _left);

    private static bool IsStep(in InsoleStep step, FootContactDetector other)
    {
        var contact = step.Contact;
        if (contact.ToeOff - contact.InitialContact > LongestStance)
            return false;
        var known = other.LastSeen is { } seen && step.KnownAt - seen < Silence;
        return !known || step.BearsTheWearer || other.LastInTheAir >= contact.InitialContact;
    }
}
