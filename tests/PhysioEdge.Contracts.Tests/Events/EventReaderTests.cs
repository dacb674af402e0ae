using System.Text;
using CsCheck;
using PhysioEdge.Contracts.Events;

namespace PhysioEdge.Contracts.Tests.Events;

public sealed class EventReaderTests
{
    private static readonly string Good = Encoding.UTF8.GetString(EventPayload.Write(Samples.RomDeficit));

    [Theory]
    [InlineData("\"specversion\":\"1.0\"", "\"specversion\":\"0.3\"", "specversion is not 1.0")]
    [InlineData("urn:pe:edge-0001", "urn:pe:edge-0002", "source is not urn:pe:edge-0001, as the topic has it")]
    [InlineData("pe.rom.deficit.v1", "pe.set.unfinished.v1", "type is not pe.rom.deficit.v1, as the topic has it")]
    [InlineData("\"rev\":1", "\"rev\":0", "data.rev is below 1")]
    [InlineData("\"phase\":\"new\"", "\"phase\":0", "not as agreed at $.data.phase")]
    [InlineData("\"boot_id\":\"01J9ZD0000000000000000000Z\",", "", "data.boot_id is missing")]
    [InlineData("\"rule\":\"rom-low/1\",", "", "not as agreed at $.data")]
    [InlineData("\"session\":\"s-91\"", "\"session\":null", "not as agreed at $.data.session")]
    [InlineData("\"subject\":\"pt-7f3a\"", "\"subject\":\"\\ud800\"", "not as agreed at $.subject")]
    public void What_is_not_a_flagged_event_is_refused_with_a_reason(string right, string wrong, string expected)
    {
        Assert.False(EventReader.TryRead(Samples.Topic, Encoding.UTF8.GetBytes(Good.Replace(right, wrong, StringComparison.Ordinal)), out _, out var reason));
        Assert.Equal(expected, reason);
    }

    [Theory]
    [InlineData("pe/v1/clinic-01/edge-0001/event")]
    [InlineData("pe/v1/clinic-01/edge-0001/event/rom.deficit/more")]
    [InlineData("pe/v1/clinic-01//event/rom.deficit")]
    [InlineData("pe/v2/clinic-01/edge-0001/event/rom.deficit")]
    public void Only_event_topics_carry_events(string topic)
    {
        Assert.False(EventReader.TryRead(topic, Encoding.UTF8.GetBytes(Good), out _, out var reason));
        Assert.Contains("topic", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_payload_beyond_8_KiB_is_not_looked_at()
    {
        Assert.False(EventReader.TryRead(Samples.Topic, new byte[FlaggedEvent.MaxPayloadBytes + 1], out _, out var reason));
        Assert.Equal("8193 bytes; 8192 are allowed", reason);
    }

    [Fact]
    public void Any_bytes_give_an_event_or_a_reason()
    {
        var good = Encoding.UTF8.GetBytes(Good);
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte, Gen.Int[0, 12]).Sample((position, value, cut) =>
        {
            byte[] damaged = [.. good[..position], value, .. good[Math.Min(good.Length, position + cut)..]];
            Assert.True(EventReader.TryRead(Samples.Topic, damaged, out var flagged, out var reason) == (flagged is not null));
            Assert.True((flagged is null) == (reason is not null));
        });
    }
}
