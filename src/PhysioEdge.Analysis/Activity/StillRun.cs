using System.Numerics;

namespace PhysioEdge.Analysis.Activity;

/// <summary>
/// Tells a watch that lies about from one on the wrist of somebody who sits still: on at least two of its three axes the acceleration has kept
/// within 50 mg for half an hour. (Source: van Hees et al., "Estimation of daily energy expenditure in pregnant and non-pregnant women using a
/// wrist-worn tri-axial accelerometer", PLoS ONE 2011. It deviates in that the half hour is the one before, as what comes is not known,
/// and in that a deep sleeper is taken for nobody too, whom later versions of the rule wait an hour for: nobody sleeps in a session.)
/// </summary>
internal struct StillRun
{
    private const double StillSeconds = 1800;
    private const float WidestG = 0.05f;
    private const int AxesToBeStill = 2;

    private Vector3 _least;
    private Vector3 _most;

    /// <summary>The epochs after which nobody wears it.</summary>
    public const int EpochsOfNobody = (int)(StillSeconds / ActivityMonitor.EpochSeconds);

    /// <summary>Gets for how many epochs it has kept still.</summary>
    public int Epochs { get; private set; }

    /// <summary>Takes in the least and the most on each axis in the next epoch, g.</summary>
    public void Add(Vector3 least, Vector3 most)
    {
        (_least, _most) = Epochs == 0 ? (least, most) : (Vector3.Min(_least, least), Vector3.Max(_most, most));
        if (IsStill(_most - _least))
            Epochs++;
        else
            Restart(least, most);
    }

    private void Restart(Vector3 least, Vector3 most)
        => (_least, _most, Epochs) = (least, most, IsStill(most - least) ? 1 : 0);

    private static bool IsStill(Vector3 range)
        => (range.X < WidestG ? 1 : 0) + (range.Y < WidestG ? 1 : 0) + (range.Z < WidestG ? 1 : 0) >= AxesToBeStill;
}
