using System.Text.Json.Nodes;
using PhysioEdge.Analysis.Gait.Insoles;
using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Tests.Setup;
using PhysioEdge.Contracts.Documents;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Appliance.Tests.Configuration;

public sealed class InsoleProfileFilesTests : IDisposable
{
    private static readonly string Shipped = Path.Combine(Repository.Root, "device-config", "insoles");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly JsonNode _insole = JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped, "sixteen-cell.json")))!;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_shipped_insoles_can_be_read_and_send_what_they_describe()
    {
        var errors = new List<DocumentError>();
        var profiles = InsoleProfileFiles.ReadFolder(Shipped, errors);

        Assert.Empty(errors);
        Assert.Equal(["eight-cell", "sixteen-cell"], profiles.Keys.Order());
        Assert.All(profiles.Values, profile =>
        {
            var sample = new InsoleSample { Pressure = new double[profile.Pressure.Count] };
            var packet = new InsolePacket(7, [.. Enumerable.Repeat(sample, profile.Samples.Count)]);
            var decoded = new InsoleCodec(profile).Decode(new InsoleCodec(profile).Encode(packet)).Value!;
            Assert.Equal((7u, profile.Samples.Count), (decoded.Counter, decoded.Samples.Count));
            Assert.Equal(profile.Acceleration is not null, decoded.Samples[0].Acceleration is not null);
        });
    }

    [Fact]
    public void Units_become_those_of_the_measurements()
    {
        _insole["fields"]!["angular_rate"]!["unit"] = "rad/s";
        _insole["fields"]!["angular_rate"]!["scale"] = Math.PI;

        var profile = InsoleProfileFiles.Read(Write());

        Assert.Equal(9.80665 / 2048, profile.Acceleration!.Scale, 1e-12);
        Assert.Equal(180, profile.AngularRate!.Scale, 1e-9);
        Assert.False(profile.IsPressureInNewtons);
        Assert.Equal(new InsoleCell(10.5, -0.42, -0.15), profile.Sizes["42"][0]);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        _insole["rate_hz"] = 0;
        _insole["endianess"] = "little";
        _insole["fields"]!["pressure"]!["type"] = "u10";
        _insole["sizes"]!["42"]![3]!["area_cm2"] = -1;

        Refused("insole.json: rate_hz: 0 is below the minimum of 1", "endianess: is not known; did you mean 'endianness'?", "fields.pressure.type: 'u10' is not known", "sizes.42[3].area_cm2: -1 is below the minimum of 0.01");
    }

    [Fact]
    public void What_does_not_fit_together_is_said_at_once()
    {
        _insole["packet"]!["bytes"] = 90;
        _insole["packet"]!["transport"] = "uart";
        _insole["packet"]!.AsObject().Remove("start_marker");
        _insole["counter"]!["offset"] = 4;
        _insole["fields"]!["acceleration"]!["offset"] = 30;
        _insole["fields"]!["angular_rate"]!["offset"] = 40;
        _insole["fields"]!["angular_rate"]!["scale"] = 0;
        _insole["sizes"]!["38"]!.AsArray().RemoveAt(15);
        _insole["sizes"]!["42"]![2]!["cell"] = 9;

        Refused(
            "packet.start_marker: is missing",
            "counter.offset: the counter lies within the samples",
            "samples: 2 samples of 44 bytes must lie between the markers, in bytes 0 to 89",
            "fields.acceleration: takes bytes 30 to 35 of a sample, and so does fields.pressure",
            "fields.angular_rate: takes bytes 40 to 45 of a sample, which has 44",
            "fields.angular_rate.scale: 0",
            "sizes.38: has 15 cells, but fields.pressure.count is 16",
            "sizes.42[2].cell: is 9 where 3 belongs");
    }

    [Fact]
    public void Cells_of_twelve_bits_and_a_checksum_can_be_described()
    {
        _insole["packet"]!["bytes"] = 79;
        _insole["samples"]!["stride"] = 36;
        _insole["fields"]!["pressure"]!["type"] = "u12";
        _insole["fields"]!["acceleration"]!["offset"] = 24;
        _insole["fields"]!["angular_rate"]!["offset"] = 30;
        _insole["checksum"] = new JsonObject { ["offset"] = 77, ["type"] = "crc16-ccitt", ["from"] = 1 };

        var profile = InsoleProfileFiles.Read(Write());

        Assert.Equal((WireType.U12, 24), (profile.Pressure.Type, profile.Pressure.Bytes));
        Assert.Equal(new PacketChecksum(77, ChecksumKind.Crc16Ccitt, 1, 0xFFFF), profile.Checksum);
    }

    [Fact]
    public void A_checksum_in_the_wrong_place_is_an_error()
    {
        _insole["checksum"] = new JsonObject { ["offset"] = 40, ["type"] = "sum8", ["from"] = 40, ["init"] = 256 };

        Refused("checksum.from: 40 is not before the checksum at 40", "checksum.init: 256 is more than sum8 can hold: 255", "checksum.offset: the checksum lies within the samples");
    }

    [Fact]
    public void A_packet_that_no_notification_holds_is_an_error()
    {
        _insole["packet"]!["bytes"] = 245;

        Refused("packet.bytes: 245 bytes do not fit a notification, which carries 244 at most");
    }

    [Fact]
    public void Markers_longer_than_the_packet_are_an_error()
    {
        _insole["packet"]!["start_marker"] = "a1a2a3";
        _insole["packet"]!["bytes"] = 2;

        Refused("packet.bytes: 2 bytes do not hold the markers");
    }

    [Theory]
    [InlineData("start_marker", "a1\n")]
    [InlineData("start_marker", "a")]
    [InlineData("end_marker", "a1a")]
    public void A_marker_that_is_no_bytes_is_an_error(string field, string marker)
    {
        _insole["packet"]![field] = marker;

        Refused($"packet.{field}: has the wrong form");
    }

    [Fact]
    public void A_characteristic_that_is_no_UUID_is_an_error()
    {
        _insole["characteristic"] = $"{_insole["service"]}\n";

        Refused("characteristic: is too long");
    }

    [Fact]
    public void Two_files_of_one_name_are_an_error()
    {
        var errors = new List<DocumentError>();
        Write("a.json");
        Write("b.json");

        Assert.Single(InsoleProfileFiles.ReadFolder(_folder.FullName, errors));
        Assert.Contains("sixteen-cell is the name of another file", Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
        => Assert.Contains("the file is missing", Assert.Throws<ConfigurationException>(() => InsoleProfileFiles.Read("no-such.json")).Message, StringComparison.Ordinal);

    private void Refused(params string[] says)
    {
        var message = Assert.Throws<ConfigurationException>(() => InsoleProfileFiles.Read(Write())).Message;
        Assert.All(says, text => Assert.Contains(text, message, StringComparison.Ordinal));
        Assert.Equal(says.Length, message.Split('\n').Length);
    }

    private string Write(string name = "insole.json")
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, _insole.ToJsonString());
        return path;
    }
}
