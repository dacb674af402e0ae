using PhysioEdge.Contracts.Documents;

namespace PhysioEdge.Appliance.Configuration;

/// <summary>The configuration has errors: all of them, a line each.</summary>
internal sealed class ConfigurationException(IReadOnlyList<DocumentError> errors)
    : Exception(string.Join(Environment.NewLine, errors));
