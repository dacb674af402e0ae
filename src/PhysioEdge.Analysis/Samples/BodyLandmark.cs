namespace PhysioEdge.Analysis.Samples;

/// <summary>
/// The 33 body landmarks of BlazePose, in the order the model gives them
/// (Bazarevsky et al., "BlazePose: On-device Real-time Body Pose tracking", 2020). Left and right are the patient's.
/// </summary>
public enum BodyLandmark
{
#pragma warning disable CS1591 // The names are the definition.
    Nose,
    LeftEyeInner,
    LeftEye,
    LeftEyeOuter,
    RightEyeInner,
    RightEye,
    RightEyeOuter,
    LeftEar,
    RightEar,
    MouthLeft,
    MouthRight,
    LeftShoulder,
    RightShoulder,
    LeftElbow,
    RightElbow,
    LeftWrist,
    RightWrist,
    LeftPinky,
    RightPinky,
    LeftIndex,
    RightIndex,
    LeftThumb,
    RightThumb,
    LeftHip,
    RightHip,
    LeftKnee,
    RightKnee,
    LeftAnkle,
    RightAnkle,
    LeftHeel,
    RightHeel,
    LeftFootIndex,
    RightFootIndex,
#pragma warning restore CS1591
}
