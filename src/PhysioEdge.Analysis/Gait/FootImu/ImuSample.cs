using System.Numerics;

namespace PhysioEdge.Analysis.Gait.FootImu;

/// <summary>One reading of an inertial sensor that is fixed to a foot, any way round.</summary>
/// <param name="Tick">The sample's number by the device's own counter, unwrapped: lost samples leave a gap.</param>
/// <param name="CapturedAt">When it was taken.</param>
/// <param name="Acceleration">The specific force, m/s², along the sensor's axes: about 9.81 upwards at rest.</param>
/// <param name="AngularVelocity">The angular velocity, rad/s, about the sensor's axes, right-handed.</param>
public readonly record struct ImuSample(long Tick, TimeSpan CapturedAt, Vector3 Acceleration, Vector3 AngularVelocity);
