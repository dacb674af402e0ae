using PhysioEdge.Analysis.Exercises;
using PhysioEdge.Appliance.Sessions.Coaching;

namespace PhysioEdge.Appliance.Tests.Sessions.Coaching;

public class PatientWordsTests
{
    [Fact]
    public void Every_exercise_and_every_cue_has_words_of_its_own()
    {
        var exercises = Enum.GetValues<ExerciseKind>();

        Assert.Equal(exercises.Length, exercises.Select(PatientWords.TitleOf).Distinct().Count());
        foreach (var cue in Enum.GetValues<Cue>().Except([Cue.None]))
            Assert.All(exercises, exercise => Assert.NotEmpty(PatientWords.Of(cue, exercise)));
        Assert.Empty(PatientWords.Of(Cue.None, ExerciseKind.Squat));
    }

    [Fact]
    public void More_of_an_exercise_is_said_as_one_says_it()
    {
        Assert.Equal("A little deeper", PatientWords.Of(Cue.GoFurther, ExerciseKind.Squat));
        Assert.Equal("Stand tall", PatientWords.Of(Cue.GoFurther, ExerciseKind.SitToStand));
        Assert.Equal("A little higher", PatientWords.Of(Cue.GoFurther, ExerciseKind.ShoulderAbduction));
    }
}
