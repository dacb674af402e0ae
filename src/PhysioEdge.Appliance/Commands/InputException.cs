namespace PhysioEdge.Appliance.Commands;

/// <summary>Bad arguments or input: one line that names file, field and fix.</summary>
internal sealed class InputException : Exception
{
    public InputException(string message)
        : base(message)
    {
    }

    public InputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
