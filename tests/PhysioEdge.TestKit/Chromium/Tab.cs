using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PhysioEdge.TestKit.Chromium;

/// <summary>One tab, as somebody sits in front of it.</summary>
public sealed class Tab
{
    private static readonly Dictionary<string, int> KeyCodes = new() { ["Tab"] = 9, ["Enter"] = 13, [" "] = 32 };

    private readonly DevTools _tools;
    private readonly string _session;
    private readonly CancellationToken _cancellationToken;
    private readonly ConcurrentQueue<string> _complaints = new();

    internal Tab(DevTools tools, string session, CancellationToken cancellationToken)
    {
        (_tools, _session, _cancellationToken) = (tools, session, cancellationToken);
        tools.Told += (of, method, told) =>
        {
            if (of == session && IsComplaint(method, told))
                _complaints.Enqueue(told.GetRawText());
        };
    }

    /// <summary>Gets the errors that the page or the browser has complained of.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public async Task GoAsync(string address) => await AskAsync("Page.navigate", new() { ["url"] = address });

    /// <summary>Runs a script before those of every page that is opened from now on.</summary>
    public Task PrepareAsync(string script) => AskAsync("Page.addScriptToEvaluateOnNewDocument", new() { ["source"] = script });

    public Task ReloadAsync() => AskAsync("Page.reload");

    public Task ResizeAsync(int width, int height, double scale = 1) => AskAsync(
        "Emulation.setDeviceMetricsOverride",
        new() { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = scale, ["mobile"] = false });

    /// <summary>What the system prefers, for example <c>prefers-color-scheme</c> dark.</summary>
    public Task PreferAsync(string feature, string value) => AskAsync(
        "Emulation.setEmulatedMedia",
        new() { ["features"] = new JsonArray(new JsonObject { ["name"] = feature, ["value"] = value }) });

    /// <summary>The value of an expression, promises waited for.</summary>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        var answer = await AskAsync("Runtime.evaluate", new() { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true });
        if (answer.TryGetProperty("exceptionDetails", out var failure))
            throw new InvalidOperationException($"{expression}: {failure.GetRawText()}");
        return answer.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    /// <summary>The words that are seen in an element.</summary>
    public async Task<string> TextAsync(string selector)
        => (await EvaluateAsync($"document.querySelector({Quoted(selector)}).innerText")).GetString()!;

    /// <summary>Types text into what has the focus.</summary>
    public Task TypeAsync(string text) => AskAsync("Input.insertText", new() { ["text"] = text });

    /// <summary>Waits, in the page, until an expression is true; gives up long after it should be.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="patienceSeconds">How long to wait.</param>
    public async Task UntilAsync(string expression, int patienceSeconds = 60)
    {
        var come = await EvaluateOverReloadAsync(
            $$"""
            new Promise(done => {
              const end = performance.now() + {{patienceSeconds * 1000}};
              const look = () => {
                let come = false;
                try { come = !!({{expression}}); } catch { }
                if (come || performance.now() > end) done(come); else setTimeout(look, 30);
              };
              look();
            })
            """);
        if (!come.GetBoolean())
            throw new TimeoutException($"Not within {patienceSeconds} s: {expression}. The page says: {await TextAsync("body")}. {string.Join(Environment.NewLine, Complaints)}");
    }

    public async Task PressAsync(string key)
    {
        foreach (var type in (string[])["keyDown", "keyUp"])
        {
            var text = key switch { "Enter" => "\r", " " => " ", _ => "" };
            await AskAsync("Input.dispatchKeyEvent", new()
            {
                ["type"] = type,
                ["key"] = key,
                ["code"] = key == " " ? "Space" : key,
                ["windowsVirtualKeyCode"] = KeyCodes[key],
                ["text"] = type == "keyDown" ? text : "",
            });
        }
    }

    /// <summary>Puts a finger on the middle of an element.</summary>
    public async Task TapAsync(string selector)
    {
        var middle = await EvaluateAsync(
            $"(() => {{ const r = document.querySelector({Quoted(selector)}).getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; }})()");
        var point = new JsonObject { ["x"] = middle[0].GetDouble(), ["y"] = middle[1].GetDouble() };
        await AskAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchStart", ["touchPoints"] = new JsonArray(point) });
        await AskAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = new JsonArray() });
    }

    /// <summary>What is seen now, as a PNG file.</summary>
    public async Task<byte[]> ScreenshotAsync()
        => (await AskAsync("Page.captureScreenshot", new() { ["format"] = "png" })).GetProperty("data").GetBytesFromBase64();

    internal async Task StartAsync()
    {
        foreach (var domain in (string[])["Page", "Runtime", "Log"])
            await AskAsync($"{domain}.enable");
        await AskAsync("Emulation.setTouchEmulationEnabled", new() { ["enabled"] = true });
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static bool IsComplaint(string method, JsonElement told) => method switch
    {
        "Runtime.exceptionThrown" => true,
        "Log.entryAdded" => told.GetProperty("entry").GetProperty("level").GetString() == "error",
        _ => false,
    };

    private Task<JsonElement> AskAsync(string method, JsonObject? parameters = null) => _tools.AskAsync(method, parameters, _session, _cancellationToken);

    /// <summary>The page that was asked may go away meanwhile: then the next one is.</summary>
    private async Task<JsonElement> EvaluateOverReloadAsync(string expression)
    {
        while (true)
        {
            try
            {
                return await EvaluateAsync(expression);
            }
            catch (InvalidOperationException exception) when (exception.Message.Contains("navigated", StringComparison.Ordinal) || exception.Message.Contains("context", StringComparison.Ordinal))
            {
                // It is asked again.
            }
        }
    }
}
