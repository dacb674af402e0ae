using System.Diagnostics.CodeAnalysis;

namespace PhysioEdge.Contracts;

/// <summary>
/// The MQTT topics of one box, <c>pe/v1/{site}/{edge}/…</c>. They carry the site and the box, never a patient.
/// </summary>
public sealed record Topics
{
    /// <summary>The filter that matches the flagged events of every box.</summary>
    public const string EveryEvent = "pe/v1/+/+/event/#";

    private const string Prefix = "pe/v1/";

    /// <summary>Initialises the topics of that box.</summary>
    /// <param name="site">The clinic or home, for example <c>clinic-01</c>.</param>
    /// <param name="edge">The box, the CN of its client certificate, for example <c>edge-0001</c>.</param>
    /// <exception cref="ArgumentException">A name is empty or has a sign in it that a topic level may not have.</exception>
    public Topics(string site, string edge)
    {
        Site = IsLevel(site) ? site : throw NotALevel(site, nameof(site));
        Edge = IsLevel(edge) ? edge : throw NotALevel(edge, nameof(edge));
    }

    /// <summary>Gets the clinic or home.</summary>
    public string Site { get; }

    /// <summary>Gets the box.</summary>
    public string Edge { get; }

    /// <summary>Gets the start of every topic of this box.</summary>
    public string Root => $"{Prefix}{Site}/{Edge}";

    /// <summary>Gets the retained topic that says online, stopped or offline.</summary>
    public string Status => $"{Root}/status";

    /// <summary>Gets the topic on which the cloud says which events it has stored.</summary>
    public string Receipt => $"{Root}/receipt";

    /// <summary>Gets the topic on which therapists' verdicts come.</summary>
    public string Review => $"{Root}/review";

    /// <summary>Gets the retained topic that says each minute how the box is.</summary>
    public string Health => $"{Root}/health";

    /// <summary>Gets the filter that matches every command to this box.</summary>
    public string EveryCommand => Command("+");

    /// <summary>Gets the box as the source of its events, <c>urn:pe:{edge}</c>.</summary>
    public string Source => $"urn:pe:{Edge}";

    /// <summary>The topic of flagged events of that kind, for example <c>rom.deficit</c>.</summary>
    public string Event(string kind) => $"{Root}/event/{kind}";

    /// <summary>The retained topic that says how one camera or wearable is.</summary>
    public string SourceStatus(string id) => $"{Root}/source/{id}/status";

    /// <summary>The topic of that command to this box, for example <c>evidence</c>.</summary>
    public string Command(string name) => $"{Root}/cmd/{name}";

    /// <summary>The topics on which this box answers commands; whoever asks chooses the last level.</summary>
    public string Answer(string name) => $"{Root}/answer/{name}";

    /// <summary>Whether a topic is one on which this box may answer.</summary>
    public bool IsAnswer(string topic) => topic.StartsWith(Answer(""), StringComparison.Ordinal) && IsLevel(topic[Answer("").Length..]);

    /// <summary>Takes the topic of a flagged event apart.</summary>
    /// <returns>False if it is no such topic; the box and the kind are null then.</returns>
    public static bool TryParseEvent(string topic, [NotNullWhen(true)] out Topics? box, [NotNullWhen(true)] out string? kind)
    {
        (box, kind) = topic.Split('/') is ["pe", "v1", var site, var edge, "event", var last] && IsLevel(site) && IsLevel(edge) && IsLevel(last)
            ? (new Topics(site, edge), last)
            : (null, null);
        return box is not null;
    }

    private static bool IsLevel(string text) =>
        text.Length > 0 && !text.Any(letter => letter is '/' or '+' or '#' || char.IsControl(letter));

    private static ArgumentException NotALevel(string text, string parameter) =>
        new($"'{text}' cannot be part of an MQTT topic: it must not be empty nor contain '/', '+', '#' or control characters.", parameter);
}
