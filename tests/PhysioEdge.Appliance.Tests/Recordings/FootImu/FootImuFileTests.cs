using System.Globalization;
using PhysioEdge.Analysis.Gait.FootImu;
using PhysioEdge.Appliance.Commands;
using PhysioEdge.Appliance.Recordings.FootImu;
using PhysioEdge.TestKit;

namespace PhysioEdge.Appliance.Tests.Recordings.FootImu;

public sealed class FootImuFileTests : IDisposable
{
    private const double RateHz = 100;
    private const string Header = "count,acc_x,acc_y,acc_z,gyr_x,gyr_y,gyr_z";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_counter_rows_are_time()
        => Assert.Equal([0, 0.01, 0.02], Read([Row(7), Row(7), Row(9)], counter: null).Select(s => s.CapturedAt.TotalSeconds));

    [Fact]
    public void With_a_counter_lost_rows_leave_a_gap()
        => Assert.Equal([0, 0.01, 0.05], Read([Row(70), Row(71), Row(75)]).Select(s => s.CapturedAt.TotalSeconds));

    [Fact]
    public void A_counter_that_wraps_counts_on()
        => Assert.Equal([0, 1, 3, 4], Read([Row(65534), Row(65535), Row(1), Row(2)]).Select(s => s.Tick));

    [Fact]
    public void A_counter_of_more_than_16_bits_counts_on_too()
        => Assert.Equal([0, 1, 3], Read([Row(4_000_000), Row(4_000_001), Row(4_000_003)]).Select(s => s.Tick));

    [Fact]
    public void A_device_that_began_to_count_anew_is_followed_after_a_gap()
    {
        var samples = Read([.. Rows(5000, 300), .. Rows(0, 300)]);

        Assert.Equal(600, samples.Count);
        Assert.All(samples.Zip(samples.Skip(1)), pair => Assert.True(pair.First.Tick < pair.Second.Tick));
        Assert.True(samples[300].Tick - samples[299].Tick >= RateHz);
    }

    [Fact]
    public void Rows_that_came_late_or_twice_are_put_in_order()
        => Assert.Equal([0, 1, 2, 3, 4], Read([Row(0), Row(2), Row(1), Row(2), Row(3), Row(4)]).Select(s => s.Tick));

    [Theory]
    [InlineData("1,,0,9.8,0,0,0")]
    [InlineData("1,0,0,9.8,0,nan,0")]
    [InlineData(",0,0,9.8,0,0,0")]
    public void A_row_with_an_empty_field_is_a_lost_sample(string row)
        => Assert.Equal([0, 2], Read([Row(0), row, Row(2)]).Select(s => s.Tick));

    [Fact]
    public void Names_of_columns_may_be_written_in_any_case_and_gyro_in_full()
    {
        var samples = FootImuFile.Read(Written("Acc_X,Acc_Y,Acc_Z,Gyro_X,Gyro_Y,Gyro_Z", ["0,0,9.8,0,90,0"]), RateHz, null, Math.PI / 180);

        Assert.Equal(Math.PI / 2, Assert.Single(samples).AngularVelocity.Y, 1e-6);
    }

    [Fact]
    public void A_file_with_nothing_but_a_header_has_no_samples() => Assert.Empty(Read([]));

    [Theory]
    [InlineData("count,acc_x,acc_y,acc_z,gyr_x,gyr_y", "0,0,0,9.8,0,0", "gyr_z")]
    [InlineData("acc_x,acc_y,acc_z,gyr_x,gyr_y,gyr_z", "0,0,9.8,0,0,0", "count")]
    [InlineData(Header, "1.5,0,0,9.8,0,0,0", "whole numbers")]
    [InlineData(Header, "-1,0,0,9.8,0,0,0", "whole numbers")]
    [InlineData(Header, "0,0,x,9.8,0,0,0", "acc_y")]
    [InlineData(Header, "0,0,0,9.8,0,0", "line 2")]
    [InlineData(Header, "0,0,0,1.01,0,0,0", "look like g")]
    [InlineData(Header, "0,0,0,9.8,0,310,0", "--gyro-unit dps")]
    public void What_is_no_recording_of_a_foot_is_refused_by_name(string header, string row, string says)
    {
        var file = Written(header, [row]);

        var error = Assert.Throws<InputException>(() => FootImuFile.Read(file, RateHz, "count", 1));

        Assert.StartsWith(file, error.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        File.WriteAllText(_folder.File("foot.csv"), "");

        Assert.Contains("is empty", Assert.Throws<InputException>(() => FootImuFile.Read(_folder.File("foot.csv"), RateHz, null, 1)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Rows(int from, int count) => Enumerable.Range(from, count).Select(Row);

    private static string Row(int count) => string.Create(CultureInfo.InvariantCulture, $"{count},0,0,9.8,0,0,0");

    private List<ImuSample> Read(IEnumerable<string> rows, string? counter = "count")
        => [.. FootImuFile.Read(Written(Header, rows), RateHz, counter, 1)];

    private string Written(string header, IEnumerable<string> rows)
    {
        var file = _folder.File("foot.csv");
        File.WriteAllLines(file, rows.Prepend(header));
        return file;
    }
}
