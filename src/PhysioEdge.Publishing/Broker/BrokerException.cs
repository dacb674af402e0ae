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
}
