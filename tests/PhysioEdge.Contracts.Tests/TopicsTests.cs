namespace PhysioEdge.Contracts.Tests;

public sealed class TopicsTests
{
    [Fact]
    public void A_box_has_its_topics_below_its_site()
    {
        var topics = new Topics("clinic-01", "edge-0001");

        Assert.Equal("pe/v1/clinic-01/edge-0001/status", topics.Status);
        Assert.Equal("pe/v1/clinic-01/edge-0001/receipt", topics.Receipt);
        Assert.Equal("pe/v1/clinic-01/edge-0001/event/rom.deficit", topics.Event("rom.deficit"));
    }

    [Fact]
    public void The_topic_of_an_event_is_taken_apart_again()
    {
        var topics = new Topics("clinic-01", "edge-0001");

        Assert.True(Topics.TryParseEvent(topics.Event("rom.deficit"), out var box, out var kind));
        Assert.Equal((topics, "rom.deficit"), (box, kind));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("+")]
    [InlineData("#")]
    [InlineData("a\nb")]
    public void A_name_that_would_break_the_topic_is_refused(string name)
    {
        Assert.Contains("MQTT topic", Assert.Throws<ArgumentException>(() => new Topics(name, "edge-0001")).Message, StringComparison.Ordinal);
        Assert.Contains("MQTT topic", Assert.Throws<ArgumentException>(() => new Topics("clinic-01", name)).Message, StringComparison.Ordinal);
    }
}
