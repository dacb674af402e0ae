using System.Text;
using System.Text.Json;
using CsCheck;
using PhysioEdge.Contracts.Events;

namespace PhysioEdge.Contracts.Tests.Events;

public sealed class ReceiptReaderTests
{
    [Fact]
    public void A_receipt_is_written_and_read()
    {
        var receipt = new Receipt([new("01J9", 2)], new DateTimeOffset(2026, 11, 22, 13, 43, 36, TimeSpan.Zero));

        var bytes = JsonSerializer.SerializeToUtf8Bytes(receipt, ContractsJson.Wire);

        Assert.Equal("""{"stored":[{"id":"01J9","rev":2}],"time":"2026-11-22T13:43:36.000Z"}""", Encoding.UTF8.GetString(bytes));
        Assert.True(ReceiptReader.TryRead(bytes, out var read, out _));
        Assert.Equal((receipt.Time, receipt.Stored[0]), (read.Time, Assert.Single(read.Stored)));
    }

    [Theory]
    [InlineData("", "not the JSON that was agreed")]
    [InlineData("null", "the payload is null")]
    [InlineData("{}", "not the JSON that was agreed")]
    [InlineData("""{"stored":null,"time":"2026-11-22T13:43:36Z"}""", "not as agreed at $.stored")]
    [InlineData("""{"stored":[],"time":"2026-11-22T13:43:36Z"}""", "stored is empty")]
    [InlineData("""{"stored":[null],"time":"2026-11-22T13:43:36Z"}""", "an entry of stored has no id, or a rev below 1")]
    [InlineData("""{"stored":[{"id":"a","rev":0}],"time":"2026-11-22T13:43:36Z"}""", "an entry of stored has no id, or a rev below 1")]
    [InlineData("""{"stored":[{"id":"a"}],"time":"2026-11-22T13:43:36Z"}""", "not as agreed at $.stored[0]")]
    [InlineData("""{"stored":[{"id":"a","rev":1}],"time":"yesterday"}""", "not as agreed at $.time")]
    public void What_is_not_a_receipt_is_refused_with_a_reason(string text, string expected)
    {
        Assert.False(ReceiptReader.TryRead(Encoding.UTF8.GetBytes(text), out _, out var reason));
        Assert.Equal(expected, reason);
    }

    [Fact]
    public void Any_bytes_give_a_receipt_or_a_reason()
    {
        Gen.Byte.Array[0, 200].Sample(bytes =>
            Assert.True(ReceiptReader.TryRead(bytes, out var receipt, out var reason) == (reason is null) && (receipt is null) == (reason is not null)));
    }
}
