namespace PhysioEdge.Inference;

/// <summary>A model file cannot be had, trusted, converted or run. The message names it and says what to do.</summary>
public sealed class ModelException : Exception
{
    public ModelException(string message)
        : base(message)
    {
    }

    public ModelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
