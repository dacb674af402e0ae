using System.Text.Json;
using PhysioEdge.TestKit.Chromium;

namespace PhysioEdge.Appliance.Tests.Setup;

/// <summary>News of wearables that the page takes for the box's.</summary>
internal static class MadeUpNews
{
    /// <summary>Before the page's scripts: keeps what the page listens to, and counts the tones.</summary>
    public const string Script =
        """
        window.EventSource = class extends EventSource { constructor(address) { super(address); window.box = this; } };
        window.tones = 0;
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (...when) { window.tones++; return start.apply(this, when); };
        """;

    public static Task WarnAsync(Tab tab) => SayAsync(tab, "warning", new { side = "right", kg = 23.4, percent = 32 });

    public static Task SayFeetAsync(Tab tab, double left, double right) => SayAsync(tab, "feet", new { left = Foot(left), right = Foot(right), walk = 104 });

    public static async Task SayAllAsync(Tab tab)
    {
        await SayFeetAsync(tab, 61.3, 23.4);
        await SayAsync(tab, "steps", new
        {
            steps = (object[])[Step("left", 71.5, false), Step("right", 17.1, false), Step("left", 70.2, false), Step("right", 23.4, true)],
            left = 120,
            right = 119,
            load = new { percent = -8.3, confidence = 2.1, strides = 58 },
            timing = new { percent = 4.0, confidence = (double?)null, strides = 3 },
        });
        await SayAsync(tab, "heart", new { bpm = 134, zone = 2, limit = 130, max = 180 });
        await SayAsync(tab, "pain", new { score = 4, time = "2026-01-01T10:00:00+00:00" });
    }

    public static Task SayAsync(Tab tab, string kind, object news)
        => tab.EvaluateAsync($"box.dispatchEvent(new MessageEvent('{kind}', {{ data: {JsonSerializer.Serialize(JsonSerializer.Serialize(news))} }}))");

    private static object Foot(double kg) => new { kg, x = 0.12, y = -0.05, cells = Enumerable.Range(1, 16).Select(i => kg * i / 60) };

    private static object Step(string side, double kg, bool over) => new { side, kg, percent = 90, stance_s = 0.72, over };
}
