namespace PhysioEdge.Analysis.Anomalies;

/// <summary>What to say to the patient of the way in which a repetition was done; one thing at a time, the graver first.</summary>
public enum FormRemark
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The trunk leant further than is allowed.</summary>
    TrunkLeans,

    /// <summary>It took less time than is allowed.</summary>
    TooFast,
}
