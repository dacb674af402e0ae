namespace PhysioEdge.Appliance.Sessions;

/// <summary>
/// The session of one patient, whichever source saw the patient first: a camera and wearables that work on their own threads speak of the
/// same one. It is over when nothing has happened for the idle time.
/// </summary>
/// <param name="idle">How long nothing may happen.</param>
/// <param name="newId">Makes the identifier of a session that begins.</param>
internal sealed class SessionBook(TimeSpan idle, Func<string> newId)
{
    private readonly Lock _gate = new();
    private string? _id;
    private TimeSpan _last;

    /// <summary>Something happened that belongs to a session.</summary>
    /// <param name="at">When, on the box's time line.</param>
    /// <returns>The session's identifier; a new one when none was under way.</returns>
    public string Touch(TimeSpan at)
    {
        lock (_gate)
        {
            if (_id is null || at - _last > idle)
                _id = newId();
            _last = at > _last ? at : _last;
            return _id;
        }
    }

    /// <summary>The session under way at that time; null when there is none.</summary>
    public string? At(TimeSpan at)
    {
        lock (_gate)
            return _id is not null && at - _last <= idle ? _id : null;
    }
}
