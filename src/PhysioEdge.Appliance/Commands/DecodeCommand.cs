using System.CommandLine;
using PhysioEdge.Appliance.Decoding;

namespace PhysioEdge.Appliance.Commands;

/// <summary><c>decode UUID HEX</c>.</summary>
internal static class DecodeCommand
{
    public static Command Create()
    {
        var uuid = new Argument<string>("UUID") { Description = $"the characteristic, short or long, or {GattValue.SfloatName} or {GattValue.OrpheName}" };
        var hex = new Argument<string>("HEX") { Description = "the bytes of one value; may be empty", DefaultValueFactory = _ => "" };
        var command = new Command("decode", "Show what the bytes of a Bluetooth sensor mean, as JSON.") { uuid, hex };
        command.Does((parsed, _) =>
        {
            Console.WriteLine(GattValue.Decode(parsed.GetValue(uuid)!, ParseHex(parsed.GetValue(hex)!)).ToJsonString(GattValue.Json));
            return Task.FromResult(CommandLine.Done);
        });
        return command;
    }

    private static byte[] ParseHex(string text)
    {
        var digits = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text[2..] : text;
        digits = string.Concat(digits.Where(c => c is not (' ' or ':' or '-')));
        return digits.Length % 2 == 0 && digits.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(digits)
            : throw new InputException($"HEX: {(digits.Length % 2 == 0 ? "has something else than the digits 0 to 9 and a to f" : "has half a byte at its end")}. Write two hexadecimal digits for each byte.");
    }
}
