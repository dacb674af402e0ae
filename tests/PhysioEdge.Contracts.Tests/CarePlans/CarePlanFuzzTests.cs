using System.Text;
using CsCheck;
using PhysioEdge.Contracts.CarePlans;

namespace PhysioEdge.Contracts.Tests.CarePlans;

public sealed class CarePlanFuzzTests
{
    private static readonly byte[] Good = Encoding.UTF8.GetBytes(
        """{"patient":"pt-1","version":1,"exercises":[{"exercise":"squat","side":"both","sets":2,"reps":5,"measures":[{"code":"knee-flexion-rom","target":90,"limit":75,"unit":"deg"}]}]}""");

    [Fact]
    public void Any_bytes_give_a_plan_or_errors_of_one_line_each()
    {
        Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Byte, Gen.Int[0, 12]).Sample((position, value, cut) =>
        {
            byte[] damaged = [.. Good[..position], value, .. Good[Math.Min(Good.Length, position + cut)..]];
            var reading = CarePlanReader.Read(damaged, "plan.json");
            Assert.True(reading.IsValid == (reading.Errors.Count == 0));
            Assert.All(reading.Errors, error => Assert.DoesNotContain('\n', error.ToString()));
        });
    }
}
