using System.Numerics;

namespace PhysioEdge.Vision.Pose;

/// <summary>
/// Remembers where the patient was, how large and of which colours, so that after a crossing or a moment out of view it is still
/// the patient who is followed and not whoever stands there.
/// </summary>
internal sealed class PatientMemory
{
    /// <summary>So much more unlike than usual, and it may be somebody else.</summary>
    private const float UnlikeMargin = 0.2f;

    /// <summary>So far between two pictures, in parts of the region's size, goes hardly anybody.</summary>
    private const float Leap = 0.05f;

    private const float FirstDistance = 0.1f;

    /// <summary>After so long out of view, whoever is nearest is taken for the patient.</summary>
    private static readonly TimeSpan Retention = TimeSpan.FromSeconds(3);

    /// <summary>Somebody seen for less than this is not yet the patient.</summary>
    private static readonly TimeSpan Acquaintance = TimeSpan.FromSeconds(0.5);

    /// <summary>Who is unlike for so long with nobody more alike in view is the patient in another light.</summary>
    private static readonly TimeSpan LongestDoubt = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan UsualPace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan DoubtfulPace = TimeSpan.FromSeconds(8);

    private TorsoColours _colours;
    private Vector2 _midHip;
    private float _size;
    private float _usualDistance;
    private TimeSpan _firstSeenAt;
    private TimeSpan _seenAt;
    private TimeSpan? _unlikeSince;
    private bool _known;

    /// <summary>Whether somebody is remembered well enough to be told from others at that time.</summary>
    public bool IsFresh(TimeSpan now) => _known && now - _seenAt <= Retention && _seenAt - _firstSeenAt >= Acquaintance;

    /// <summary>Whether the one being followed may have become somebody else.</summary>
    public bool Doubts(in Sighting sighting, TimeSpan now)
        => IsFresh(now) && (IsUnlike(sighting) || (sighting.MidHip - _midHip).Length() > Leap * _size);

    /// <summary>How unlike the patient somebody is: 0 in every respect the same, about 1 somebody else.</summary>
    public float Mismatch(in Sighting sighting, TimeSpan now)
    {
        // The longer ago, the less it says where the patient was.
        var recency = (float)Math.Exp(-(now - _seenAt).TotalSeconds);
        return sighting.Colours.DistanceTo(_colours)
            + (0.5f * Math.Min(Math.Abs(MathF.Log(sighting.Size / _size)), 2))
            + (recency * Math.Min((sighting.MidHip - _midHip).Length() / _size, 1));
    }

    /// <summary>Takes somebody for the patient, who was not in view just before.</summary>
    public void Meet(in Sighting sighting, TimeSpan now)
    {
        if (IsFresh(now))
        {
            Learn(sighting, now);
            return;
        }

        (_known, _colours, _midHip, _size, _usualDistance) = (true, sighting.Colours, sighting.MidHip, sighting.Size, FirstDistance);
        (_firstSeenAt, _seenAt, _unlikeSince) = (now, now, null);
    }

    /// <summary>Learns what the patient looks like now; slowly while it may be somebody else.</summary>
    public void Learn(in Sighting sighting, TimeSpan now)
    {
        _unlikeSince = IsFresh(now) && IsUnlike(sighting) ? _unlikeSince ?? now : null;
        var slow = _unlikeSince is { } since && now - since < LongestDoubt;
        var share = (float)(1 - Math.Exp(-(now - _seenAt) / (slow ? DoubtfulPace : UsualPace)));
        var place = slow ? share : 1;
        _usualDistance = float.Lerp(_usualDistance, sighting.Colours.DistanceTo(_colours), share);
        _colours.Blend(sighting.Colours, share);
        _midHip = Vector2.Lerp(_midHip, sighting.MidHip, place);
        _size = float.Lerp(_size, sighting.Size, place);
        _seenAt = now;
    }

    private bool IsUnlike(in Sighting sighting) => sighting.Colours.DistanceTo(_colours) > _usualDistance + UnlikeMargin;
}

/// <summary>Somebody in a picture.</summary>
/// <param name="MidHip">The middle of the hips, in pixels.</param>
/// <param name="Size">The size of the region around the body, in pixels.</param>
/// <param name="Colours">The colours of the trunk.</param>
internal readonly record struct Sighting(Vector2 MidHip, float Size, TorsoColours Colours);
