namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>Whether a foot can be told of.</summary>
public enum FootWear
{
    /// <summary>Its insole sends, and the foot is put down on it.</summary>
    Worn,

    /// <summary>Nothing was heard of its insole for more than 1 s.</summary>
    Silent,

    /// <summary>Its insole bears nothing while the other foot walks: it was taken off, or the leg is spared altogether.</summary>
    Unloaded,
}

/// <summary>What is kept of one foot in a walk.</summary>
internal sealed class InsoleFoot(FootContactDetector contact)
{
    /// <summary>Longer than any swing, and the other foot has had its second step on end, and more.</summary>
    private const int StepsOfTheOther = 5;

    private static readonly TimeSpan LongestUnloaded = TimeSpan.FromSeconds(10);

    private TimeSpan _lastOnFloor;
    private int _otherSteps;

    public FootContactDetector Contact => contact;

    public FootHeading Heading { get; } = new();

    public int Steps { get; private set; }

    /// <summary>Gets the last toe-off; null before the first step.</summary>
    public TimeSpan? LastToeOff { get; private set; }

    public FootWear Wear { get; private set; }

    public void Begin(TimeSpan at) => _lastOnFloor = at;

    public void Add(in InsoleStep step)
    {
        Steps++;
        LastToeOff = step.Contact.ToeOff;
    }

    public void AddStepOfTheOther() => _otherSteps++;

    /// <summary>Time goes on.</summary>
    /// <param name="now">The time of the newest sample of either foot.</param>
    /// <param name="begun">That of the first.</param>
    /// <returns>True when an insole that bore nothing is worn again.</returns>
    public bool Advance(TimeSpan now, TimeSpan begun)
    {
        var before = Wear;
        if (contact.IsOnFloor && contact.LastSeen is { } seen)
            (_lastOnFloor, _otherSteps) = (seen, 0);
        Wear = now - (contact.LastSeen ?? begun) > InsoleGait.Silence ? FootWear.Silent
            : now - _lastOnFloor > LongestUnloaded && _otherSteps >= StepsOfTheOther ? FootWear.Unloaded
            : FootWear.Worn;
        return before == FootWear.Unloaded && Wear == FootWear.Worn;
    }
}
