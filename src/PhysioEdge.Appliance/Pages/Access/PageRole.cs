namespace PhysioEdge.Appliance.Pages.Access;

/// <summary>Who somebody at the page is. The exercise view is for everybody in front of it.</summary>
[Flags]
internal enum PageRole
{
    /// <summary>Whoever stands before the screen.</summary>
    Patient = 0,

    /// <summary>May see what was flagged.</summary>
    Therapist = 1,

    /// <summary>May see how the box is.</summary>
    Technician = 2,
}
