using System.Globalization;
using PhysioEdge.Analysis.Exercises;

namespace PhysioEdge.Analysis.Anomalies;

/// <summary>
/// Flags a trunk that leans further than the plan allows or, without a limit, further than in the patient's own first three
/// repetitions, whose form was under the therapist's eye.
/// </summary>
/// <remarks>
/// The lean is against that at the start of the same repetition, so that posture and a tilted camera fall out. More than 15°
/// forwards or 10° sideways above the usual is beyond what the pose model's noise (3–6° in the trunk) makes of equal repetitions.
/// </remarks>
internal sealed class CompensationDetector(ExerciseLimits limits) : FormDetector(limits, "form.compensation", "trunk-lean/1")
{
    private const int ToLearn = 3;
    private const double AllowedForward = 15;
    private const double AllowedSideways = 10;
    private const double Scatters = 3;

    private readonly Usual _forward = new(AllowedForward);
    private readonly Usual _sideways = new(AllowedSideways);

    protected override Finding? Judge(Repetition repetition, int number)
    {
        if (repetition.Form is not { } form)
            return null;
        var forward = Judge(repetition, number, "trunk-lean", form.TrunkForwardDegrees, _forward);
        var sideways = Judge(repetition, number, "trunk-side-lean", form.TrunkSidewaysDegrees is { } s ? Math.Abs(s) : null, _sideways);
        return sideways is not null && !(sideways.Excess <= forward?.Excess) ? sideways : forward;
    }

    protected override string Sentence(Finding finding) => string.Create(
        CultureInfo.InvariantCulture,
        $"The trunk leant {finding.Value:F0}° {Direction(finding)} in repetition {finding.Repetition} of {ExerciseName} ({Expected(finding)}).");

    protected override string LastWord(Finding worst, int count, int of) => string.Create(
        CultureInfo.InvariantCulture,
        $"The trunk leant too far in {count} of {of} repetitions of {ExerciseName}, at most {worst.Value:F0}° {Direction(worst)} in repetition {worst.Repetition} ({Expected(worst)}).");

    private static string Direction(Finding finding) => finding.Code == "trunk-lean" ? "forward" : "sideways";

    private static string Expected(Finding finding) => finding.Limit is { } limit
        ? string.Create(CultureInfo.InvariantCulture, $"limit {limit:F0}°")
        : string.Create(CultureInfo.InvariantCulture, $"usual {finding.Usual:F0}°");

    private Finding? Judge(Repetition repetition, int number, string code, double? degrees, Usual usual)
    {
        if (degrees is not { } exact)
            return null;
        var value = Math.Round(exact);
        var quality = repetition.Form!.TrunkQuality;
        if (Limits.MaxTrunkLeanDegrees is { } limit)
            return new Finding(number, repetition.Start, repetition.Side, code, value, "deg", limit, null, (value - limit) / usual.Allowed, quality);
        return usual.Judge(value) is var (baseline, excess)
            ? new Finding(number, repetition.Start, repetition.Side, code, value, "deg", null, baseline, excess, quality)
            : null;
    }

    /// <summary>What is usual in one direction, and how far beyond it a value is.</summary>
    private sealed class Usual(double allowed)
    {
        private readonly List<double> _first = [];

        public double Allowed => allowed;

        /// <returns>The usual value and the excess over what is allowed beyond it; null while it is being learnt.</returns>
        public (double Usual, double Excess)? Judge(double value)
        {
            if (_first.Count < ToLearn)
            {
                _first.Add(value);
                return null;
            }

            var usual = _first.Order().ElementAt(ToLearn / 2);
            var scatter = (_first.Max() - _first.Min()) / 2;
            var bound = Math.Max(allowed, Scatters * scatter);
            return (usual, (value - usual - bound) / bound);
        }
    }
}
