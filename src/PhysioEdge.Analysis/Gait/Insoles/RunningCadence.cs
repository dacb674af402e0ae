using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Analysis.Gait.Insoles;

/// <summary>The steps per minute over the last steps without a pause.</summary>
internal sealed class RunningCadence
{
    private const int Remembered = 12;
    private const int Fewest = 3;

    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(3);

    private readonly List<FootContact> _last = new(Remembered);

    public void Add(in FootContact contact)
    {
        if (_last.Count > 0 && contact.InitialContact - _last[^1].ToeOff > LongestStep)
            _last.Clear();
        if (_last.Count == Remembered)
            _last.RemoveAt(0);
        _last.Add(contact);
    }

    /// <summary>The steps per minute; null when the patient does not walk. One foot alone makes half of the steps.</summary>
    public double? At(TimeSpan now)
    {
        if (_last.Count < Fewest || now - _last[^1].ToeOff > LongestStep)
            return null;
        var seconds = (_last[^1].InitialContact - _last[0].InitialContact).TotalSeconds;
        var perContact = _last.Exists(c => c.Side == Side.Left) && _last.Exists(c => c.Side == Side.Right) ? 1 : 2;
        return seconds > 0 ? 60 * perContact * (_last.Count - 1) / seconds : null;
    }
}
