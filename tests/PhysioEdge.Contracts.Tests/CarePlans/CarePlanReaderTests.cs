using PhysioEdge.Contracts.CarePlans;

namespace PhysioEdge.Contracts.Tests.CarePlans;

public sealed class CarePlanReaderTests
{
    private const string Squat = """
        {"exercise":"squat","side":"both","sets":2,"reps":5,"measures":[{"code":"knee-flexion-rom","target":90,"limit":75,"unit":"deg"}]}
        """;

    [Fact]
    public void The_example_plans_are_valid()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "careplans"));

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Empty(CarePlanReader.Read(File.ReadAllBytes(file), file).Errors));
    }

    [Fact]
    public void A_plan_is_read_with_its_default_pause()
    {
        var plan = CarePlanReader.Read(Plan(Squat), "careplans/pt-7f3a.json").Value;

        Assert.NotNull(plan);
        Assert.Equal(("pt-7f3a", 3), (plan.Patient, plan.Version));
        var exercise = Assert.Single(plan.Exercises);
        Assert.Equal((ExerciseNames.Squat, PrescribedSide.Both, 2, 5, 20.0), (exercise.Exercise, exercise.Side, exercise.Sets, exercise.Reps, exercise.MaxPauseSeconds));
        Assert.Equal(new PrescribedMeasure { Code = Measures.KneeFlexionRom, Target = 90, Limit = 75, Unit = "deg" }, Assert.Single(exercise.Measures));
    }

    [Fact]
    public void Three_errors_in_three_places_are_all_named_at_once()
    {
        var plan = Plan(
            """{"exercise":"sqat","side":"both","sets":2,"reps":5,"measures":[]}""",
            """{"exercise":"squat","side":"both","sets":0,"reps":5,"measures":[{"code":"knee-flexion-rom","target":75,"limit":90.5,"unit":"deg"}]}""");

        Assert.Equal(
            [
                "careplans/pt-7f3a.json: exercises[0].exercise: 'sqat' is not known; did you mean 'squat'? allowed: squat, sit-to-stand, knee-extension, shoulder-abduction, marching, single-leg-stance, walking",
                "careplans/pt-7f3a.json: exercises[1].sets: 0 is below the minimum of 1",
                "careplans/pt-7f3a.json: exercises[1].measures[0].limit: 90.5 is above the target of 75; allowed: at most the target",
            ],
            Errors(plan));
    }

    [Fact]
    public void A_line_break_inside_a_name_does_not_break_the_error_in_two()
    {
        var error = Assert.Single(Errors(Plan(Squat.Replace("knee-flexion-rom", "\\nee-flexion-rom", StringComparison.Ordinal))));

        Assert.StartsWith("careplans/pt-7f3a.json: exercises[0].measures[0].code: '\\u000Aee-flexion-rom' is not known", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"reps\":5", "\"reps\":5,\"rep\":5", "exercises[0].rep: is not known; did you mean 'reps'? allowed: exercise, side, sets, reps, max_pause_s, max_trunk_lean_deg, min_repetition_s, measures")]
    [InlineData("\"reps\":5,", "", "exercises[0].reps: is missing; expected a whole number from 1 to 100 (how many repetitions make one set)")]
    [InlineData("\"sets\":2", "\"sets\":\"two\"", "exercises[0].sets: a text is of the wrong type; expected a whole number from 1 to 20")]
    [InlineData("\"sets\":2", "\"sets\":2.5", "exercises[0].sets: 2.5 is not a whole number; expected a whole number from 1 to 20")]
    [InlineData("\"sets\":2", "\"sets\":21", "exercises[0].sets: 21 is above the maximum of 20")]
    [InlineData("\"sets\":2", "\"sets\":null", "exercises[0].sets: null is of the wrong type; expected a whole number from 1 to 20")]
    [InlineData("\"side\":\"both\"", "\"side\":\"links\"", "exercises[0].side: 'links' is not known; allowed: left, right, both")]
    [InlineData("\"side\":\"both\"", "\"side\":3", "exercises[0].side: 3 is of the wrong type; expected one of left, right, both")]
    [InlineData("knee-flexion-rom", "knee-extension-rom", "exercises[0].measures[0].code: knee-extension-rom is not measured in squat; allowed: knee-flexion-rom, knee-flexion-peak")]
    [InlineData("knee-flexion-rom", "knee-flexion", "exercises[0].measures[0].code: 'knee-flexion' is not known; did you mean 'knee-flexion-rom'? allowed: knee-flexion-rom, knee-flexion-peak, knee-extension-rom, shoulder-abduction-rom, shoulder-abduction-peak, hip-flexion-rom, hip-flexion-peak, single-leg-stance-time")]
    [InlineData("\"unit\":\"deg\"", "\"unit\":\"s\"", "exercises[0].measures[0].unit: knee-flexion-rom is measured in deg; allowed: deg")]
    [InlineData("\"unit\":\"deg\"", "\"unit\":\"rad\"", "exercises[0].measures[0].unit: 'rad' is not known; allowed: deg, s")]
    [InlineData("\"target\":90", "\"target\":1e400", "exercises[0].measures[0].target: Infinity is above the maximum of 180")]
    [InlineData("\"version\":3", "\"version\":0", "version: 0 is below the minimum of 1")]
    [InlineData("\"exercises\":[", "\"exercises\":[3,", "exercises[0]: 3 is of the wrong type; expected an object { … }")]
    public void One_error_gets_one_line_that_says_what_is_allowed(string right, string wrong, string line)
    {
        Assert.Equal([$"careplans/pt-7f3a.json: {line}"], Errors(Plan(Squat).Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_name_in_place_of_the_pseudonym_is_refused_and_not_repeated()
    {
        var line = Assert.Single(Errors(Plan(Squat).Replace("pt-7f3a", "Erika Mustermann", StringComparison.Ordinal)));

        Assert.StartsWith("careplans/pt-7f3a.json: patient: has the wrong form; expected the site's pseudonym", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Erika", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("both", "both", true)]
    [InlineData("left", "both", true)]
    [InlineData("left", "left", true)]
    [InlineData("left", "right", false)]
    public void An_exercise_may_be_prescribed_once_for_each_side(string first, string second, bool twice)
    {
        var plan = Plan(Squat.Replace("both", first, StringComparison.Ordinal), Squat.Replace("both", second, StringComparison.Ordinal));

        Assert.Equal(
            twice ? [$"careplans/pt-7f3a.json: exercises[1]: squat ({second}) is already prescribed in exercises[0]; each exercise and side may be there once"] : [],
            Errors(plan));
    }

    [Fact]
    public void A_measure_may_be_there_once()
    {
        const string Measure = """{"code":"knee-flexion-rom","target":90,"limit":75,"unit":"deg"}""";

        Assert.Equal(
            ["careplans/pt-7f3a.json: exercises[0].measures[1].code: knee-flexion-rom is there twice; each measure may be there once"],
            Errors(Plan(Squat.Replace(Measure, $"{Measure},{Measure}", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("  \n", "the file is empty")]
    [InlineData("{\n  \"patient\": pt-7f3a\n}", "not JSON: line 2, column 14: 'p' is an invalid start of a value")]
    [InlineData("{\"patient\":\"pt-1\",\"patient\":\"pt-2\"}", "not JSON: ")]
    [InlineData("{\"patient\":\"\\ud800\"}", "has a text that is not valid Unicode; save the file as UTF-8")]
    public void What_is_not_JSON_is_said_with_its_place(string text, string line)
    {
        Assert.StartsWith($"careplans/pt-7f3a.json: {line}", Assert.Single(Errors(text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"plan\"")]
    public void A_document_of_another_type_is_refused_once(string text)
    {
        Assert.EndsWith("is of the wrong type; expected an object { … }", Assert.Single(Errors(text)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm()
    {
        Assert.Empty(CarePlanReader.Read("\uFEFF" + Plan(Squat), "plan.json").Errors);
    }

    [Fact]
    public void What_wearables_are_held_against_is_read()
    {
        var plan = CarePlanReader.Read(
            With("\"body_mass_kg\":72,\"weight_bearing\":{\"side\":\"right\",\"limit_kg\":20},\"asymmetry_limit_percent\":15,\"heart_rate\":{\"limit_bpm\":130,\"age\":58},\"pain_limit\":5"),
            "plan.json").Value;

        Assert.NotNull(plan);
        Assert.Equal((72.0, 15.0, 5), (plan.BodyMassKilograms, plan.AsymmetryLimitPercent, plan.PainLimit));
        Assert.Equal(new PrescribedWeightBearing(PrescribedSide.Right, 20), plan.WeightBearing);
        Assert.Equal(new PrescribedHeartRate { LimitBpm = 130, Age = 58 }, plan.HeartRate);
    }

    [Fact]
    public void Without_them_nothing_is_limited_but_strong_pain()
    {
        var plan = CarePlanReader.Read(Plan(Squat), "plan.json").Value;

        Assert.NotNull(plan);
        Assert.Null(plan.BodyMassKilograms);
        Assert.Null(plan.WeightBearing);
        Assert.Null(plan.AsymmetryLimitPercent);
        Assert.Null(plan.HeartRate);
        Assert.Equal(7, plan.PainLimit);
    }

    [Theory]
    [InlineData("\"weight_bearing\":{\"side\":\"both\",\"limit_kg\":20}", "weight_bearing.side: 'both' is not known; allowed: left, right")]
    [InlineData("\"weight_bearing\":{\"side\":\"left\"}", "weight_bearing.limit_kg: is missing; expected a number from 1 to 300 (the most that a scale under that foot may show)")]
    [InlineData("\"heart_rate\":{\"max_bpm\":170,\"age\":58}", "heart_rate.age: the measured max_bpm is there too; leave one of the two out")]
    [InlineData("\"heart_rate\":{\"max_bpm\":150,\"limit_bpm\":160.5}", "heart_rate.limit_bpm: 160.5 is above the max_bpm of 150; allowed: at most max_bpm")]
    [InlineData("\"heart_rate\":{\"limit_bpm\":90,\"resting_bpm\":90}", "heart_rate.resting_bpm: 90 is not below the limit_bpm of 90; allowed: less than limit_bpm")]
    [InlineData("\"heart_rate\":{\"max_bpm\":100,\"resting_bpm\":110}", "heart_rate.resting_bpm: 110 is not below the max_bpm of 100; allowed: less than max_bpm")]
    [InlineData("\"pain_limit\":11", "pain_limit: 11 is above the maximum of 10")]
    [InlineData("\"asymmetry_limit_percent\":1", "asymmetry_limit_percent: 1 is below the minimum of 5")]
    public void An_error_in_what_wearables_are_held_against_is_said(string fields, string line)
    {
        Assert.Equal([$"careplans/pt-7f3a.json: {line}"], Errors(With(fields)));
    }

    private static string With(string fields) => Plan(Squat)[..^1] + "," + fields + "}";

    private static string Plan(params string[] exercises) =>
        $$"""{"patient":"pt-7f3a","version":3,"exercises":[{{string.Join(',', exercises)}}]}""";

    private static IEnumerable<string> Errors(string plan) =>
        CarePlanReader.Read(plan, "careplans/pt-7f3a.json").Errors.Select(error => error.ToString());
}
