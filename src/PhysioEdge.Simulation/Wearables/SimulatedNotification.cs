namespace PhysioEdge.Simulation.Wearables;

/// <summary>Bytes that a device sends.</summary>
/// <param name="At">When, since the beginning of the simulation.</param>
/// <param name="Address">The device's address.</param>
/// <param name="Characteristic">The characteristic that notifies.</param>
/// <param name="Value">The bytes.</param>
public readonly record struct SimulatedNotification(TimeSpan At, string Address, Guid Characteristic, byte[] Value);
