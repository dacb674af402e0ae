using System.Numerics;

namespace PhysioEdge.Analysis.Gait.FootImu;

/// <summary>
/// Learns from the motion how the sensor sits on the foot: the axis about which the foot turns in the sagittal plane, pointing to the
/// patient's right, so that a toe that rises turns positively about it.
/// </summary>
/// <remarks>
/// The axis lies level when the foot stands, and the foot turns about it more than about any other level axis: it is the principal axis of the
/// angular velocity within the plane across gravity. (After Laidig, Schauer and Seel, "Exploiting kinematic constraints to compensate
/// magnetic disturbances when calculating joint angles", 2017, and Jasiewicz et al., "Gait event detection using linear accelerometers or
/// angular velocity transducers", Gait Posture 2006, who align by hand.) Which of its ends is right follows from the way the foot goes: forward × up.
/// </remarks>
internal sealed class SagittalAxis
{
    private const float LeastRate = 1;
    private const double MemorySeconds = 8;
    private const float SignMemory = 0.8f;

    private readonly float _keep;
    private Vector3 _squareX;
    private Vector3 _squareY;
    private Vector3 _squareZ;
    private Vector3 _up;
    private Vector3 _axis;
    private Vector3 _right;

    public SagittalAxis(double samplingRateHz) => _keep = (float)Math.Exp(-1 / (MemorySeconds * samplingRateHz));

    /// <summary>Gets a value indicating whether it is known which end of the axis is right.</summary>
    public bool IsSigned => _right != Vector3.Zero;

    /// <summary>The angular velocity in the sagittal plane, rad/s, positive where the toe rises against the heel.</summary>
    public float RateOf(Vector3 angularVelocity) => Vector3.Dot(angularVelocity, _axis);

    /// <summary>Learns which way is up while the foot stands.</summary>
    /// <param name="up">The unit vector in the sensor's frame.</param>
    public void LearnUp(Vector3 up) => _up = up;

    /// <summary>Learns from a sample of angular velocity; slow ones say nothing.</summary>
    public void LearnTurning(Vector3 rate)
    {
        if (rate.LengthSquared() < LeastRate * LeastRate)
            return;
        _squareX = (_squareX * _keep) + (rate * rate.X);
        _squareY = (_squareY * _keep) + (rate * rate.Y);
        _squareZ = (_squareZ * _keep) + (rate * rate.Z);
        Turn(_axis == Vector3.Zero ? rate : _axis);
    }

    /// <summary>Learns from where the foot went.</summary>
    /// <param name="forward">The velocity or the way, in the sensor's frame as it was when the foot stood; the longer, the more it counts.</param>
    public void LearnForward(Vector3 forward)
    {
        _right = (_right * SignMemory) + Vector3.Cross(forward, _up);
        Turn(_axis);
    }

    private void Turn(Vector3 from)
    {
        var level = Level(new Vector3(Vector3.Dot(_squareX, from), Vector3.Dot(_squareY, from), Vector3.Dot(_squareZ, from)));
        var size = level.Length();
        if (size < 1e-6f)
            return;
        _axis = level / size;
        if (Vector3.Dot(_axis, _right) < 0)
            _axis = -_axis;
    }

    private Vector3 Level(Vector3 vector) => vector - (_up * Vector3.Dot(vector, _up));
}
