using System.Device.Gpio;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Privacy;
using PhysioEdge.Contracts.Status;
using PhysioEdge.Storage.Audit;
using PhysioEdge.TestKit;

namespace PhysioEdge.Appliance.Tests.Privacy;

/// <summary>The button as a hand finds it.</summary>
public sealed class PanelTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly CaptureGate _gate = new();
    private readonly AuditLog _audit;
    private readonly PrivacySwitch _privacy;
    private readonly PrivacyButton _button;

    public PanelTests()
    {
        _audit = AuditLog.Open(_folder.Path, _time);
        _privacy = new PrivacySwitch(_folder.Path, _gate, _audit, NullLogger<PrivacySwitch>.Instance);
        _button = new PrivacyButton(_privacy, _time);
    }

    [Fact]
    public void The_first_touch_stops_everything()
    {
        _button.Pressed();

        Assert.False(_gate.IsOpen);
    }

    [Fact]
    public void A_bouncing_contact_or_a_second_touch_does_not_switch_it_off_again()
    {
        foreach (var _ in Enumerable.Range(0, 5))
        {
            _button.Pressed();
            _time.Advance(TimeSpan.FromMilliseconds(3));
            _button.Released();
        }

        Assert.True(_privacy.IsOn);
    }

    [Fact]
    public void Holding_it_for_two_seconds_switches_it_off()
    {
        _button.Pressed();
        _button.Released();

        _button.Pressed();
        _time.Advance(TimeSpan.FromSeconds(1.9));
        _button.Released();
        Assert.True(_privacy.IsOn);
        _button.Pressed();
        _time.Advance(TimeSpan.FromSeconds(2));
        _button.Released();

        Assert.False(_privacy.IsOn);
        Assert.Equal(["button", "button"], _audit.ReadNewest(10).Select(record => record.Entry.Actor));
    }

    [Fact]
    public void The_hand_that_switched_it_on_may_stay_on_the_button()
    {
        _button.Pressed();
        _time.Advance(TimeSpan.FromSeconds(10));
        _button.Released();

        Assert.True(_privacy.IsOn);
    }

    [Fact]
    public void It_stays_on_over_a_restart()
    {
        _privacy.SwitchOn("button");

        var (gate, logger) = (new CaptureGate(), NullLogger<PrivacySwitch>.Instance);
        Assert.True(new PrivacySwitch(_folder.Path, gate, _audit, logger).IsOn);
        Assert.False(gate.IsOpen);
    }

    [Fact]
    public async Task A_press_on_the_wired_button_stops_everything_and_lights_its_lamp()
    {
        var (chip, ready, lit) = (new FakeGpioDriver(), new TaskCompletionSource(), new TaskCompletionSource());
        chip.Lit += (line, isLit) => _ = isLit && (line == 27 ? lit : ready).TrySetResult();
        using var panel = new Panel(
            new PanelOptions { Button = 17, PrivacyLed = 27, StatusLed = 22 }, _privacy, () => HealthLevel.Good, new PanelState(), () => new GpioController(chip), TimeProvider.System, NullLogger<Panel>.Instance);
        await panel.StartAsync(TestContext.Current.CancellationToken);
        await ready.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        chip.Drive(17, PinValue.Low);

        Assert.False(_gate.IsOpen);
        await lit.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await panel.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Without_a_gpio_chip_the_service_goes_on_and_says_that_the_button_does_nothing()
    {
        var state = new PanelState();
        using var panel = new Panel(
            new PanelOptions { Button = 17 }, _privacy, () => HealthLevel.Good, state, () => throw new IOException("no chip"), TimeProvider.System, NullLogger<Panel>.Instance);

        await panel.StartAsync(TestContext.Current.CancellationToken);
        await panel.ExecuteTask!;

        Assert.Contains("so that the privacy button does nothing: no chip", state.Problem, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _audit.Dispose();
        _folder.Dispose();
    }
}
