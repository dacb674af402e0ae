namespace PhysioEdge.Contracts;

/// <summary>
/// The MQTT topics of one box, <c>pe/v1/{site}/{edge}/…</c>. They carry the site and the box, never a patient.
/// </summary>
/// <param name="Site">The clinic or home, for example <c>clinic-01</c>.</param>
/// <param name="Edge">The box, the CN of its client certificate, for example <c>edge-0001</c>.</param>
public sealed record Topics(string Site, string Edge)
{
    /// <summary>Gets the start of every topic of this box.</summary>
    public string Root => $"pe/v1/{Site}/{Edge}";

    /// <summary>Gets the retained topic that says online, stopped or offline.</summary>
    public string Status => $"{Root}/status";

    /// <summary>Gets the topic on which the cloud says which events it has stored.</summary>
    public string Receipt => $"{Root}/receipt";

    /// <summary>The topic of flagged events of that kind, for example <c>rom.deficit</c>.</summary>
    public string Event(string kind) => $"{Root}/event/{kind}";
}
