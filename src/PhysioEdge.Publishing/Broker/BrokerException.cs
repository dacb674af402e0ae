namespace PhysioEdge.Publishing.Broker;

/// <summary>The broker cannot be reached, started or used. The message says why, in words for the person who can mend it.</summary>
public sealed class BrokerException : Exception
{
    public BrokerException(string message)
        : base(message)
    {
    }

    public BrokerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets a value indicating whether one of the two does not let the other in, rather than not being there.</summary>
    public bool IsRefusal { get; init; }
}
