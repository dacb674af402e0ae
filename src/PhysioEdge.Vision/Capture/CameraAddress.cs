using System.Text.RegularExpressions;

namespace PhysioEdge.Vision.Capture;

/// <summary>What to open. Shown, it never tells the user name, the password or the query of a URL.</summary>
public sealed partial class CameraAddress
{
    private static readonly string[] Schemes = ["rtsp", "rtsps", "http", "https"];

    private readonly string _shown;

    private CameraAddress(AddressKind kind, string value, string shown)
    {
        Kind = kind;
        Value = value;
        _shown = shown;
    }

    public AddressKind Kind { get; }

    /// <summary>Gets a value indicating whether pictures come as they happen, without an end.</summary>
    public bool IsLive => Kind != AddressKind.Recording;

    /// <summary>Gets the address with its secrets, for the one who opens it.</summary>
    internal string Value { get; }

    /// <exception cref="CaptureException">It cannot be an address.</exception>
    public static CameraAddress Parse(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (string.IsNullOrWhiteSpace(address) || address.Contains('\0', StringComparison.Ordinal))
            throw new CaptureException("The camera has no address. Give a video file, rtsp://…, http://… or /dev/video0.");
        if (address.StartsWith("/dev/", StringComparison.Ordinal))
            return new(AddressKind.Device, address, address);
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        return scheme < 0
            ? new(AddressKind.Recording, address, $"'{address}'")
            : ParseUrl(address, address[..scheme].ToLowerInvariant(), address[(scheme + 3)..]);
    }

    public override string ToString() => _shown;

    /// <summary>Takes every secret out of a text that may quote the address.</summary>
    internal string Redact(string text) =>
        Kind == AddressKind.NetworkStream
            ? UserInfo().Replace(text.Replace(Value, _shown, StringComparison.Ordinal), "://")
            : text;

    private static CameraAddress ParseUrl(string address, string scheme, string rest)
    {
        if (!Schemes.Contains(scheme))
            throw new CaptureException($"A camera cannot be opened by '{scheme}://'. Give a video file, rtsp://…, http://… or /dev/video0.");
        var end = rest.AsSpan().IndexOfAny("/?#");
        var authority = end < 0 ? rest : rest[..end];
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        if (!HostAndPort().IsMatch(host))
            throw new CaptureException(WhatIsWrong(scheme, rest));
        var path = end < 0 ? "" : rest[end..];
        var query = path.IndexOf('?', StringComparison.Ordinal);
        return new(AddressKind.NetworkStream, address, $"{scheme}://{host}{(query < 0 ? path : path[..query] + "?…")}");
    }

    // Nothing of the address is quoted here: where it cannot be taken apart, any part of it may be the password.
    private static string WhatIsWrong(string scheme, string rest) =>
        rest.Contains('@', StringComparison.Ordinal)
            ? $"The password in the {scheme}:// address holds a character with a meaning of its own. Write / as %2F, ? as %3F, # as %23, @ as %40."
            : $"The {scheme}:// address has no proper host and port. It looks like {scheme}://192.168.1.20:554/stream.";

    [GeneratedRegex(@"^([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.%]+\])(:[0-9]{1,5})?$")]
    private static partial Regex HostAndPort();

    [GeneratedRegex(@"://[^\s/?#]*@")]
    private static partial Regex UserInfo();
}
