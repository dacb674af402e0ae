namespace PhysioEdge.Appliance.Sessions.Live;

/// <summary>What a screen is told; in small letters the name of the server-sent event.</summary>
internal enum LiveNews
{
    /// <summary>The exercise shown, its target, sets and repetitions; when something of it changes.</summary>
    Exercise,

    /// <summary>The one thing said to the patient; when it changes.</summary>
    Cue,

    /// <summary>The flagged events; when there is another.</summary>
    Flags,

    /// <summary>How the box is; once a second.</summary>
    Box,

    /// <summary>What of that everybody before the screen may know; once a second, also as the sign that the box is there.</summary>
    Room,

    /// <summary>What each foot bears, and where; some times a second.</summary>
    Feet,

    /// <summary>The latest steps, and how alike the feet are; with each step.</summary>
    Steps,

    /// <summary>The heart rate and its zone; with each beat or each second.</summary>
    Heart,

    /// <summary>A leg bears more than is prescribed; at once.</summary>
    Warning,

    /// <summary>The pain score that the patient gave last; with each score.</summary>
    Pain,

    /// <summary>The patient's figure and the newest point of the trace; some times a second.</summary>
    Figure,
}
