using PhysioEdge.Analysis.Samples;
using PhysioEdge.Storage;
using PhysioEdge.Storage.Audit;

namespace PhysioEdge.Appliance.Privacy;

/// <summary>
/// Stops everything that cameras and wearables take in, at once, until a person switches it off again: neither a restart nor the
/// cloud can. May be called from any thread.
/// </summary>
internal sealed class PrivacySwitch
{
    /// <summary>The file in the data folder that is there while the switch is on.</summary>
    public const string FileName = "privacy-on";

    private readonly Lock _gate = new();
    private readonly string _mark;
    private readonly CaptureGate _capture;
    private readonly AuditLog _audit;
    private readonly ILogger _logger;

    public PrivacySwitch(string dataFolder, CaptureGate capture, AuditLog audit, ILogger<PrivacySwitch> logger)
    {
        (_mark, _capture, _audit, _logger) = (Path.Combine(dataFolder, FileName), capture, audit, logger);
        if (File.Exists(_mark))
            capture.Close();
    }

    public bool IsOn => !_capture.IsOpen;

    /// <summary>Gets why the switch would not be on any more after a restart; null if it would.</summary>
    public string? Problem { get; private set; }

    /// <param name="who">Whose hand it was: <c>button</c> or <c>page</c>.</param>
    public void SwitchOn(string who)
    {
        // First of all; whatever follows may take its time.
        _capture.Close();
        lock (_gate)
        {
            Mark(() => File.WriteAllText(_mark, ""));
            Note(who, "privacy.on");
        }
    }

    /// <param name="who">Whose hand it was: <c>button</c> or <c>page</c>.</param>
    public void SwitchOff(string who)
    {
        lock (_gate)
        {
            Mark(() => File.Delete(_mark));
            Note(who, "privacy.off");
        }

        _capture.Open();
    }

    private void Mark(Action change)
    {
        try
        {
            change();
            Problem = null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Problem = $"The privacy switch cannot be remembered: {exception.Message}";
            PrivacyLog.NotRemembered(_logger, exception.Message);
        }
    }

    private void Note(string who, string what)
    {
        PrivacyLog.Switched(_logger, what, who);
        try
        {
            _audit.Append(new AuditEntry(who, what, "box", AuditEntry.Done));
        }
        catch (StoreException exception)
        {
            PrivacyLog.NotAudited(_logger, exception.Message);
        }
    }
}
