using System.Collections.Concurrent;
using System.Device.Gpio;

namespace PhysioEdge.Appliance.Tests.Privacy;

/// <summary>A GPIO chip without a chip: what is wired to it is a test.</summary>
internal sealed class FakeGpioDriver : GpioDriver
{
    private readonly ConcurrentDictionary<int, PinValue> _values = new();
    private readonly ConcurrentDictionary<int, PinMode> _modes = new();
    private readonly ConcurrentQueue<(int Line, PinEventTypes Types, PinChangeEventHandler Handler)> _listeners = new();

    protected override int PinCount => 28;

    /// <summary>Is told each change of a lamp.</summary>
    public event Action<int, bool>? Lit;

    /// <summary>What the outside does to an input.</summary>
    public void Drive(int line, PinValue value)
    {
        _values[line] = value;
        var type = value == PinValue.Low ? PinEventTypes.Falling : PinEventTypes.Rising;
        foreach (var listener in _listeners.Where(l => l.Line == line && l.Types.HasFlag(type)))
            listener.Handler(this, new PinValueChangedEventArgs(type, line));
    }

    protected override void OpenPin(int pinNumber) => _values.TryAdd(pinNumber, PinValue.High);

    protected override void ClosePin(int pinNumber) => _modes.TryRemove(pinNumber, out _);

    protected override void SetPinMode(int pinNumber, PinMode mode) => _modes[pinNumber] = mode;

    protected override PinMode GetPinMode(int pinNumber) => _modes[pinNumber];

    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) => true;

    protected override PinValue Read(int pinNumber) => _values.GetValueOrDefault(pinNumber, PinValue.High);

    protected override void Write(int pinNumber, PinValue value)
    {
        if (_values.TryGetValue(pinNumber, out var before) && before == value)
            return;
        _values[pinNumber] = value;
        Lit?.Invoke(pinNumber, value == PinValue.High);
    }

    protected override WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) => throw new NotSupportedException();

    protected override void AddCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback) =>
        _listeners.Enqueue((pinNumber, eventTypes, callback));

    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback)
    {
        // The chip goes with its test.
    }
}
