using System.Globalization;
using PhysioEdge.Appliance.Phantoms;

namespace PhysioEdge.Appliance.SelfTests;

/// <summary>What the technician reads.</summary>
internal static class SelfTestReport
{
    public static IEnumerable<string> Lines(string model, SelfTestResult result, HealthyModel healthy, double tolerance)
    {
        var verdict = new SelfTestVerdict(result, healthy, tolerance);
        yield return $"Model {model}. Mean error of the angles in degrees, on a simulated patient whose angles are known:";
        yield return "";
        yield return Row("joint", "healthy box", "this box", "");
        foreach (var joint in Joint.All)
            yield return Row(joint.Name, Number(healthy.MaeDeg[joint.Name]), Number(result.Errors.Mae(joint)), verdict.IsAsHealthy(joint) ? "as it should be" : "NOT as it should be");
        yield return "";
        yield return Row("repetitions", Whole(healthy.Repetitions), Whole(result.CountedRepetitions), $"of {result.TrueRepetitions} done");
        yield return Row("nobody found", Whole(healthy.WithoutPose), Whole(result.Errors.WithoutPose), $"of {result.Errors.Pictures} pictures");
        yield return "";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{result.MillisecondsPerPicture:F1} ms per picture: enough for {1000 / result.MillisecondsPerPicture:F0} pictures a second from one camera.");
        yield return verdict.IsHealthy
            ? string.Create(CultureInfo.InvariantCulture, $"Healthy: this box measures as the program does elsewhere (within {tolerance}°).")
            : $"NOT healthy: {string.Join(", ", verdict.Faults)} differ from those of a healthy box. Check the models (physioedge models verify); if they are in order, install the program again.";
    }

    private static string Row(string name, string healthy, string measured, string remark) => $"  {name,-14}{healthy,12}{measured,12}   {remark}".TrimEnd();

    private static string Number(double degrees) => degrees.ToString("F1", CultureInfo.InvariantCulture);

    private static string Whole(int count) => count.ToString(CultureInfo.InvariantCulture);
}
