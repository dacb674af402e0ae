using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Analysis.TimedTests;

namespace PhysioEdge.Appliance.Sessions.Coaching;

/// <summary>Exercises, measures and cues as one says them to a patient.</summary>
internal static class PatientWords
{
    public static string TitleOf(ExerciseKind exercise) => exercise switch
    {
        ExerciseKind.Squat => "Squats",
        ExerciseKind.SitToStand => "Standing up from a chair",
        ExerciseKind.KneeExtension => "Straightening the knee",
        ExerciseKind.ShoulderAbduction => "Raising the arm sideways",
        ExerciseKind.Marching => "Marching on the spot",
        ExerciseKind.SingleLegStance => "Standing on one leg",
        _ => "Walking",
    };

    /// <summary>A timed test, with the leg that was stood on.</summary>
    public static string TitleOf(TimedTest test, Side side) => test switch
    {
        TimedTest.FiveTimesSitToStand => "Five times sit-to-stand",
        TimedTest.ThirtySecondChairStand => "30-second chair stand",
        TimedTest.TimedUpAndGo => "Timed up and go",
        _ => $"Standing on one leg, {SideOf(side)}",
    };

    /// <summary>Which side, to go after the title; empty for both.</summary>
    public static string SideOf(Side side) => side switch { Side.Left => "left", Side.Right => "right", _ => "" };

    /// <summary>What the trace shows.</summary>
    public static string MeasureOf(ExerciseKind exercise) => exercise switch
    {
        ExerciseKind.Squat => "How far your knees bend",
        ExerciseKind.SitToStand => "How far you stand up",
        ExerciseKind.KneeExtension => "How far your knee straightens",
        ExerciseKind.ShoulderAbduction => "How high your arm goes",
        ExerciseKind.Marching => "How high your knee goes",
        ExerciseKind.SingleLegStance => "How long you stand",
        _ => "How you walk",
    };

    public static string Of(Cue cue, ExerciseKind exercise) => cue switch
    {
        Cue.StepIn => "Step into the picture",
        Cue.StepBack => "Step back a little, so that all of you is in the picture",
        Cue.Turn => exercise == ExerciseKind.ShoulderAbduction ? "Turn to face the camera" : "Turn a little to the side, so that the camera can tell",
        Cue.Ready => "Begin when you are ready",
        Cue.GoFurther => FurtherOf(exercise),
        Cue.TrunkUpright => "Keep your trunk upright",
        Cue.Slower => "A little slower",
        Cue.Hold => "Hold",
        Cue.SlowlyBack => "Slowly back",
        Cue.StandTall => "Stand tall",
        Cue.WellDone => "Well done",
        Cue.SetDone => "Well done. Rest a moment",
        Cue.AllDone => "All done. Well done!",
        _ => "",
    };

    private static string FurtherOf(ExerciseKind exercise) => exercise switch
    {
        ExerciseKind.Squat => "A little deeper",
        ExerciseKind.SitToStand => "Stand tall",
        ExerciseKind.KneeExtension => "A little straighter",
        ExerciseKind.SingleLegStance => "A little longer",
        _ => "A little higher",
    };
}
