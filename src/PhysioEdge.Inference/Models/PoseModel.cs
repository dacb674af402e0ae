namespace PhysioEdge.Inference.Models;

/// <summary>The BlazePose models: the one that finds people, and three sizes of the one that places landmarks.</summary>
public enum PoseModel
{
    Detection,
    Lite,
    Full,
    Heavy,
}
