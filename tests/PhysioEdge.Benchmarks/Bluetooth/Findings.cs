using PhysioEdge.Benchmarks.Report;

namespace PhysioEdge.Benchmarks.Bluetooth;

/// <summary>What a measure found.</summary>
internal sealed record Findings(IReadOnlyList<Section> Sections, IReadOnlyList<Aim> Aims);

/// <summary>Something that must be shown.</summary>
/// <param name="What">What is wanted.</param>
/// <param name="Found">What was measured.</param>
/// <param name="IsMet">Whether that is as it is wanted.</param>
internal sealed record Aim(string What, string Found, bool IsMet);
