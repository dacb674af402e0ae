namespace PhysioEdge.Appliance.Privacy;

/// <summary>What presses of the button mean: the first touch switches on; holding it switches off, so that nobody does by accident.</summary>
internal sealed class PrivacyButton(PrivacySwitch privacy, TimeProvider time)
{
    /// <summary>So long it has to be held to switch off.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromSeconds(2);

    public const string Actor = "button";

    private long? _heldSince;

    /// <summary>The contact has closed. Contacts bounce: it may come many times.</summary>
    public void Pressed()
    {
        if (privacy.IsOn)
        {
            _heldSince ??= time.GetTimestamp();
            return;
        }

        _heldSince = null;
        privacy.SwitchOn(Actor);
    }

    /// <summary>The contact has opened.</summary>
    public void Released()
    {
        var held = _heldSince is { } since ? time.GetElapsedTime(since) : TimeSpan.Zero;
        _heldSince = null;
        if (held >= Hold && privacy.IsOn)
            privacy.SwitchOff(Actor);
    }
}
