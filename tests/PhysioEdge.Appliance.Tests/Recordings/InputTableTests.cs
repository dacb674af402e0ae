using System.IO.Compression;
using System.Text;
using PhysioEdge.Appliance.Commands;
using PhysioEdge.Appliance.Recordings;
using PhysioEdge.TestKit;

namespace PhysioEdge.Appliance.Tests.Recordings;

public sealed class InputTableTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Quoted_fields_may_hold_commas_quotes_and_line_ends()
    {
        var table = Read("time_s,\"activity\"\r\n1,\"walking, slowly\"\r\n\"2\",\"the \"\"get up\"\" test\"\r\n3,\"two\nlines\"\r\n");

        Assert.Equal(["time_s", "activity"], table.Columns);
        Assert.Equal(["walking, slowly", "the \"get up\" test", "two\nlines"], table.Texts("activity"));
        Assert.Equal([1, 2, 3], table.Numbers("time_s"));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_column()
    {
        Assert.True(Read("\uFEFFrr_ms\n800\n").Has("rr_ms"));
        Assert.True(Read("\uFEFF\"rr_ms\",x\n800,1\n").Has("rr_ms"));
    }

    [Fact]
    public void What_a_spreadsheet_writes_where_the_comma_is_the_decimal_sign_is_read()
    {
        var table = Read("time_s;hr_bpm\n0,5;71,25\n1.5;72\n");

        Assert.Equal([0.5, 1.5], table.Numbers("time_s"));
        Assert.Equal([71.25, 72], table.Numbers("hr_bpm"));
    }

    [Fact]
    public void Tabs_part_columns_too() => Assert.Equal([2, 4], Read("a\tb\n1\t2\n3\t4\n").Numbers("b"));

    [Fact]
    public void Blank_lines_are_passed_over_and_empty_fields_are_unknown()
    {
        var table = Read("a,b\n\n1,\n   \n ,2\n\n");

        Assert.Equal([1, double.NaN], table.Numbers("a"));
        Assert.Equal([double.NaN, 2], table.Numbers("b"));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("a,b\n1,2\n1,2,3\n", "line 3: 3 fields, but the header has 2")]
    [InlineData("a,b\n1,x\"y\n", "line 2: a quote where none belongs")]
    [InlineData("a,b\n1,\"never closed\n2,3\n", "a quote where none belongs")]
    [InlineData("a,b\n1,\"1,5\"\n", "row 1, column 'b': '1,5' is no number")]
    public void What_is_wrong_with_a_file_is_said_in_one_line(string content, string says)
    {
        var message = Assert.Throws<InputException>(() => Read(content).Numbers("b")).Message;

        Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.StartsWith(_folder.File("input.csv"), message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_gzipped_file_is_read_as_it_is_and_a_broken_one_named()
    {
        var path = _folder.File("input.csv.gz");
        using (var gzip = new GZipStream(File.Create(path), CompressionMode.Compress))
            gzip.Write(Encoding.UTF8.GetBytes("a\n1\n"));
        Assert.Equal([1], InputTable.Read(path).Numbers("a"));

        File.WriteAllText(path, "a\n1\n");
        Assert.Contains("cannot be read", Assert.Throws<InputException>(() => InputTable.Read(path)).Message, StringComparison.Ordinal);
    }

    private InputTable Read(string content)
    {
        File.WriteAllText(_folder.File("input.csv"), content);
        return InputTable.Read(_folder.File("input.csv"));
    }
}
