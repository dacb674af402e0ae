using System.Net.Mime;
using System.Text;
using System.Text.Json;
using CloudNative.CloudEvents.SystemTextJson;
using PhysioEdge.Contracts.Events;

namespace PhysioEdge.Contracts.Tests.Events;

public sealed class FlaggedEventTests
{
    [Fact]
    public void An_event_is_written_exactly_so()
    {
        Assert.Equal(
            """{"specversion":"1.0","id":"01J9ZD3N5K8Q2V7W4X6Y8Z0A1B","source":"urn:pe:edge-0001","type":"pe.rom.deficit.v1","subject":"pt-7f3a","time":"2026-11-22T13:43:36.214Z","datacontenttype":"application/json","data":{"rev":1,"phase":"new","seq":48213,"boot_id":"01J9ZD0000000000000000000Z","severity":"moderate","session":"s-91","exercise":"squat","side":"left","measure":{"code":"knee-flexion-rom","loinc":"41343-5","value":74.5,"unit":"deg","baseline":96,"target":90,"limit":75,"quality":0.91},"evidence":[[1,91],[2,88],[3,74.5]],"explanation":"Left knee flexion fell to 74.5° in repetition 3 (target 90°).","model":{"name":"pose_landmark_full","version":"0.5.1675469404","sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"},"rule":"rom-low/1","clock":{"synced":true},"review":"required"}}""",
            Encoding.UTF8.GetString(EventPayload.Write(Samples.RomDeficit)));
    }

    [Fact]
    public void The_CloudEvents_library_reads_it_and_what_it_writes_is_read_here()
    {
        var formatter = new JsonEventFormatter();
        var contentType = new ContentType("application/cloudevents+json");

        var cloudEvent = formatter.DecodeStructuredModeMessage(EventPayload.Write(Samples.RomDeficit), contentType, extensionAttributes: null);
        var returned = formatter.EncodeStructuredModeMessage(cloudEvent, out _);

        Assert.True(cloudEvent.IsValid);
        Assert.Empty(cloudEvent.ExtensionAttributes);
        Assert.Equal(Samples.RomDeficit.Time, cloudEvent.Time);
        Assert.Equal("pe.rom.deficit.v1", cloudEvent.Type);
        Assert.Equal(JsonValueKind.Object, Assert.IsType<JsonElement>(cloudEvent.Data).ValueKind);
        Assert.True(EventReader.TryRead(Samples.Topic, returned.Span, out var read, out var reason), reason);
        Assert.Equal(EventPayload.Write(Samples.RomDeficit), EventPayload.Write(read));
    }

    [Theory]
    [InlineData("pe.rom.deficit.v1", "rom.deficit")]
    [InlineData("pe..v1", null)]
    [InlineData("pe.a/b.v1", null)]
    [InlineData("pe.#.v1", null)]
    [InlineData("pe.v1", null)]
    [InlineData("rom.deficit", null)]
    public void The_kind_is_read_from_the_type(string type, string? kind)
    {
        Assert.Equal(kind, EventKinds.Of(type));
    }
}
