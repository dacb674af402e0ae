using System.Text.Json;
using PhysioEdge.Contracts.CarePlans;

namespace PhysioEdge.Contracts.Tests.CarePlans;

public sealed class MeasuresTests
{
    [Fact]
    public void The_schema_offers_the_measures_exercises_and_sides_that_the_box_knows()
    {
        using var stream = typeof(CarePlanReader).Assembly.GetManifestResourceStream(CarePlanReader.SchemaResource)!;
        using var schema = JsonDocument.Parse(stream);

        Assert.Equal(Measures.All.Select(measure => measure.Code), Choices("measure", "code"));
        Assert.Equal(Measures.All.Select(measure => measure.Unit).Distinct(), Choices("measure", "unit"));
        Assert.Equal(ExerciseNames.All, Choices("exercise", "exercise"));
        Assert.Equal(Enum.GetNames<PrescribedSide>(), Choices("exercise", "side"), StringComparer.OrdinalIgnoreCase);

        IEnumerable<string?> Choices(string definition, string property) => schema.RootElement
            .GetProperty("definitions").GetProperty(definition).GetProperty("properties").GetProperty(property)
            .GetProperty("enum").EnumerateArray().Select(choice => choice.GetString());
    }

    [Fact]
    public void Every_measure_belongs_to_known_exercises_and_every_exercise_but_walking_has_a_measure()
    {
        Assert.All(Measures.All, measure => Assert.Subset(ExerciseNames.All.ToHashSet(), measure.Exercises.ToHashSet()));
        Assert.All(ExerciseNames.All.Except([ExerciseNames.Walking]), exercise => Assert.NotEmpty(Measures.Of(exercise)));
    }

    [Theory]
    [InlineData("knee-flexion-rom", PrescribedSide.Left, "41343-5")]
    [InlineData("knee-flexion-rom", PrescribedSide.Right, "41347-6")]
    [InlineData("knee-extension-rom", PrescribedSide.Left, "41345-0")]
    [InlineData("knee-extension-rom", PrescribedSide.Right, "41349-2")]
    [InlineData("shoulder-abduction-rom", PrescribedSide.Left, "41299-9")]
    [InlineData("knee-flexion-rom", PrescribedSide.Both, null)]
    [InlineData("knee-flexion-peak", PrescribedSide.Left, null)]
    [InlineData("heart-rate", PrescribedSide.Both, "8867-4")]
    [InlineData("pain-score", PrescribedSide.Both, "72514-3")]
    [InlineData("peak-load", PrescribedSide.Left, null)]
    public void A_measure_has_its_LOINC_code_by_side(string code, PrescribedSide side, string? loinc)
    {
        Assert.Equal(loinc, Measures.LoincOf(code, side));
    }
}
