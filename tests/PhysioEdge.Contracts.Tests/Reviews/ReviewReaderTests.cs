using System.Text;
using System.Text.Json;
using CsCheck;
using PhysioEdge.Contracts.Reviews;

namespace PhysioEdge.Contracts.Tests.Reviews;

public sealed class ReviewReaderTests
{
    [Fact]
    public void A_verdict_is_written_and_read()
    {
        var review = new Review("r-1", "01J9", 2, Verdict.Dismissed, new DateTimeOffset(2026, 11, 22, 13, 43, 36, TimeSpan.Zero));

        var bytes = JsonSerializer.SerializeToUtf8Bytes(review, ContractsJson.Wire);

        Assert.Equal("""{"id":"r-1","event":"01J9","rev":2,"verdict":"dismissed","time":"2026-11-22T13:43:36.000Z"}""", Encoding.UTF8.GetString(bytes));
        Assert.True(ReviewReader.TryRead(bytes, out var read, out _));
        Assert.Equal(review, read);
    }

    [Theory]
    [InlineData("", "not the JSON that was agreed")]
    [InlineData("""{"id":"","event":"a","rev":1,"verdict":"confirmed","time":"2026-11-22T13:43:36Z"}""", "id is no identifier")]
    [InlineData("""{"id":"r","event":"Erika Mustermann","rev":1,"verdict":"confirmed","time":"2026-11-22T13:43:36Z"}""", "event is no identifier")]
    [InlineData("""{"id":"r","event":"a","rev":0,"verdict":"confirmed","time":"2026-11-22T13:43:36Z"}""", "rev is below 1")]
    [InlineData("""{"id":"r","event":"a","rev":1,"verdict":"maybe","time":"2026-11-22T13:43:36Z"}""", "not as agreed at $.verdict")]
    [InlineData("""{"id":"r","event":"a","rev":1,"verdict":1,"time":"2026-11-22T13:43:36Z"}""", "not as agreed at $.verdict")]
    public void What_is_not_a_verdict_is_refused_with_a_reason(string text, string expected)
    {
        Assert.False(ReviewReader.TryRead(Encoding.UTF8.GetBytes(text), out _, out var reason));
        Assert.Equal(expected, reason);
    }

    [Fact]
    public void Any_bytes_give_a_verdict_or_a_reason()
    {
        Gen.Byte.Array[0, 200].Sample(bytes =>
            Assert.True(ReviewReader.TryRead(bytes, out var review, out var reason) == (reason is null) && (review is null) == (reason is not null)));
    }
}
