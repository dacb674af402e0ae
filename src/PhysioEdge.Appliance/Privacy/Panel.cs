using System.Device.Gpio;
using PhysioEdge.Contracts.Status;

namespace PhysioEdge.Appliance.Privacy;

/// <summary>The button and the lamps of the box. Without them, or where they cannot be reached, everything else works.</summary>
internal sealed class Panel(PanelOptions options, PrivacySwitch privacy, Func<HealthLevel> health, PanelState state, Func<GpioController> open, TimeProvider time, ILogger<Panel> logger) : BackgroundService
{
    // Well below the 200 ms in which a press has to show.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    private const int TicksPerLook = 40;

    private readonly PrivacyButton _button = new(privacy, time);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var gpio = open();
            Watch(gpio);
            await ShowAsync(gpio, stoppingToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidOperationException or PlatformNotSupportedException or DllNotFoundException)
        {
            state.Problem = $"The button and lamps cannot be reached, so that the privacy button does nothing: {exception.Message} Check panel in {Configuration.BoxConfigurationReader.FileName}, and that the service may use the GPIO chip (group gpio).";
            PrivacyLog.NoPanel(logger, state.Problem);
        }
    }

    private void Watch(GpioController gpio)
    {
        if (options.Button is not { } line)
            return;
        gpio.OpenPin(line, PinMode.InputPullUp);
        gpio.RegisterCallbackForPinValueChangedEvent(line, PinEventTypes.Falling, (_, _) => _button.Pressed());
        gpio.RegisterCallbackForPinValueChangedEvent(line, PinEventTypes.Rising, (_, _) => _button.Released());

        // It may be held down already.
        if (gpio.Read(line) == PinValue.Low)
            _button.Pressed();
    }

    private async Task ShowAsync(GpioController gpio, CancellationToken stoppingToken)
    {
        Open(gpio, options.PrivacyLed);
        Open(gpio, options.StatusLed);
        var level = HealthLevel.Good;
        using var timer = new PeriodicTimer(Tick, time);
        for (var tick = 0; ; tick++)
        {
            if (tick % TicksPerLook == 0)
                level = health();
            Light(gpio, options.PrivacyLed, privacy.IsOn);
            Light(gpio, options.StatusLed, IsLit(level, tick));
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
        }

        Light(gpio, options.StatusLed, false);
    }

    /// <summary>Steady when all is well; once in two seconds a blink when it is not quite; quickly when nothing works.</summary>
    private static bool IsLit(HealthLevel level, int tick) => level switch
    {
        HealthLevel.Good => true,
        HealthLevel.Degraded => tick % 40 < 20,
        _ => tick % 8 < 4,
    };

    private static void Open(GpioController gpio, int? line)
    {
        if (line is { } number)
            gpio.OpenPin(number, PinMode.Output, PinValue.Low);
    }

    private static void Light(GpioController gpio, int? line, bool lit)
    {
        if (line is { } number)
            gpio.Write(number, lit ? PinValue.High : PinValue.Low);
    }
}
