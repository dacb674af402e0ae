using System.Text.Json;
using PhysioEdge.Contracts.Documents;

namespace PhysioEdge.Contracts.CarePlans;

/// <summary>
/// What a schema cannot say about a care plan. Works on the document rather than the plan, so that a plan with a fault
/// of form is still told its faults of meaning: whatever is not of the form it should have is passed over here.
/// </summary>
internal static class CarePlanRules
{
    public static IEnumerable<DocumentError> ErrorsIn(JsonElement plan, string sourceName)
    {
        var before = new List<(string Exercise, string Side, int Index)>();
        foreach (var (index, exercise) in Items(plan, "exercises").Index())
        {
            var path = $"exercises[{index}]";
            if (Text(exercise, "exercise") is { } name && Text(exercise, "side") is { } side)
            {
                var twin = before.Find(other => other.Exercise == name && (other.Side == side || other.Side == "both" || side == "both"));
                if (twin.Exercise is not null)
                    yield return new(sourceName, path, $"{name} ({side}) is already prescribed in exercises[{twin.Index}]; each exercise and side may be there once");
                before.Add((name, side, index));
            }

            foreach (var error in ErrorsInMeasures(exercise, path, sourceName))
                yield return error;
        }

        if (Property(plan, "heart_rate") is { } heart)
        {
            foreach (var error in ErrorsInHeartRate(heart, sourceName))
                yield return error;
        }
    }

    private static IEnumerable<DocumentError> ErrorsInHeartRate(JsonElement heart, string sourceName)
    {
        if (Number(heart, "max_bpm") is not null && Number(heart, "age") is not null)
            yield return new(sourceName, "heart_rate.age", "the measured max_bpm is there too; leave one of the two out");
        if (Number(heart, "max_bpm") is { } highest && Number(heart, "limit_bpm") is { } limit && limit > highest)
            yield return new(sourceName, "heart_rate.limit_bpm", FormattableString.Invariant($"{limit} is above the max_bpm of {highest}; allowed: at most max_bpm"));
        if (Number(heart, "limit_bpm") is { } most && Number(heart, "resting_bpm") is { } resting && resting >= most)
            yield return new(sourceName, "heart_rate.resting_bpm", FormattableString.Invariant($"{resting} is not below the limit_bpm of {most}; allowed: less than limit_bpm"));
        if (Number(heart, "max_bpm") is { } max && Number(heart, "resting_bpm") is { } rest && rest >= max)
            yield return new(sourceName, "heart_rate.resting_bpm", FormattableString.Invariant($"{rest} is not below the max_bpm of {max}; allowed: less than max_bpm"));
    }

    private static IEnumerable<DocumentError> ErrorsInMeasures(JsonElement exercise, string path, string sourceName)
    {
        var before = new HashSet<string>();
        foreach (var (index, measure) in Items(exercise, "measures").Index())
        {
            var place = $"{path}.measures[{index}]";
            if (Text(measure, "code") is { } code)
            {
                if (!before.Add(code))
                    yield return new(sourceName, $"{place}.code", $"{code} is there twice; each measure may be there once");
                if (Text(exercise, "exercise") is { } name && DoesNotBelong(code, name))
                    yield return new(sourceName, $"{place}.code", $"{code} is not measured in {name}; allowed: {string.Join(", ", Measures.Of(name).Select(known => known.Code))}");
                if (Measures.Find(code) is { } known && Text(measure, "unit") is ("deg" or "s") and var unit && unit != known.Unit)
                    yield return new(sourceName, $"{place}.unit", $"{code} is measured in {known.Unit}; allowed: {known.Unit}");
            }

            if (Number(measure, "limit") is { } limit && Number(measure, "target") is { } target && limit > target)
                yield return new(sourceName, $"{place}.limit", FormattableString.Invariant($"{limit} is above the target of {target}; allowed: at most the target"));
        }
    }

    private static bool DoesNotBelong(string code, string exercise) =>
        ExerciseNames.All.Contains(exercise) && Measures.Find(code) is { } known && !known.Exercises.Contains(exercise);

    private static JsonElement.ArrayEnumerator Items(JsonElement parent, string name) =>
        Property(parent, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default;

    private static string? Text(JsonElement parent, string name) =>
        Property(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static double? Number(JsonElement parent, string name) =>
        Property(parent, name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static JsonElement? Property(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : null;
}
