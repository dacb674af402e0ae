using System.Diagnostics.CodeAnalysis;

namespace PhysioEdge.Contracts.Documents;

/// <summary>What came of reading a document: the value, or everything that is wrong with it.</summary>
/// <typeparam name="T">What the document holds.</typeparam>
/// <param name="Value">The value; null when there is any error.</param>
/// <param name="Errors">All errors in the order of the document, then those of its meaning; empty when there is a value.</param>
public sealed record DocumentReading<T>(T? Value, IReadOnlyList<DocumentError> Errors)
    where T : class
{
    /// <summary>Gets a value indicating whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsValid => Value is not null;
}
