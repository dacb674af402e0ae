using System.Globalization;
using System.Text;

namespace PhysioEdge.Wearables.DBus.Wire;

/// <summary>SASL EXTERNAL with handle passing (D-Bus Specification, "Authentication Protocol"): who one is, the kernel has told the bus.</summary>
internal static class Authentication
{
    /// <summary>Introduces the process to the bus.</summary>
    /// <returns>Whether handles may be passed.</returns>
    /// <exception cref="IOException">The bus does not want it, or is none.</exception>
    public static async Task<bool> AsClientAsync(MessageSocket socket, CancellationToken cancellation)
    {
        var user = Native.EffectiveUserId().ToString(CultureInfo.InvariantCulture);
        var answer = await AskAsync(socket, $"\0AUTH EXTERNAL {Convert.ToHexStringLower(Encoding.ASCII.GetBytes(user))}", cancellation);
        if (!answer.StartsWith("OK", StringComparison.Ordinal))
            throw new IOException($"The bus does not let user {user} in: {answer}");
        var handles = (await AskAsync(socket, "NEGOTIATE_UNIX_FD", cancellation)).StartsWith("AGREE_UNIX_FD", StringComparison.Ordinal);
        await socket.SendTextAsync("BEGIN\r\n", cancellation);
        return handles;
    }

    /// <summary>Lets in whoever could open the socket.</summary>
    /// <param name="socket">A client that has just connected.</param>
    /// <param name="id">The bus's own: 32 hexadecimal digits.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Whether the client is in; if not, it has gone.</returns>
    public static async Task<bool> AsServerAsync(MessageSocket socket, string id, CancellationToken cancellation)
    {
        if (await socket.ReceiveByteAsync(cancellation) != 0)
            return false;
        while (await socket.ReceiveLineAsync(cancellation) is { } line)
        {
            if (line == "BEGIN")
                return true;
            await socket.SendTextAsync(Answer(line, id) + "\r\n", cancellation);
        }

        return false;
    }

    private static string Answer(string line, string id) => line.Split(' ') switch
    {
        ["AUTH", "EXTERNAL"] => "DATA",
        ["AUTH", "EXTERNAL", _] or ["DATA", ..] => $"OK {id}",
        ["AUTH", ..] or ["CANCEL"] => "REJECTED EXTERNAL",
        ["NEGOTIATE_UNIX_FD"] => "AGREE_UNIX_FD",
        _ => "ERROR",
    };

    private static async Task<string> AskAsync(MessageSocket socket, string line, CancellationToken cancellation)
    {
        await socket.SendTextAsync(line + "\r\n", cancellation);
        return await socket.ReceiveLineAsync(cancellation) ?? throw new IOException("The bus has hung up during the authentication.");
    }
}
