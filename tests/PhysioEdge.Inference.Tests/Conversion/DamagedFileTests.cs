using PhysioEdge.Inference.Conversion;

namespace PhysioEdge.Inference.Tests.Conversion;

/// <summary>Nothing but <see cref="ModelException"/> may come out of a damaged file, and no model that the runtime refuses.</summary>
public sealed class DamagedFileTests
{
    private const int Mutations = 5000;
    private const int Seed = 20260722;

    // A flatbuffer may end in zeros that nothing refers to.
    private const int AlignmentBytes = 8;

    [Fact]
    public void A_file_cut_short_anywhere_is_a_clear_error()
    {
        var whole = SmallNetwork.Build();
        for (var length = 0; length < whole.Length - AlignmentBytes; length++)
        {
            var error = Assert.Throws<ModelException>(() => TfliteConverter.Convert(whole.AsMemory(0, length), "cut", SmallNetwork.Outputs));
            Assert.Contains("'cut'", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_with_changed_bytes_is_refused_or_makes_a_model_that_loads()
    {
        var random = new Random(Seed);
        var whole = SmallNetwork.Build();
        var refused = 0;
        for (var i = 0; i < Mutations; i++)
        {
            var damaged = whole.ToArray();
            for (var change = random.Next(1, 4); change > 0; change--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            refused += ConvertsAndLoads(damaged) ? 0 : 1;
        }
        Assert.InRange(refused, Mutations / 10, Mutations - 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("TFL3")]
    [InlineData("<!doctype html><html><body>404 Not Found</body></html>")]
    public void Something_else_altogether_is_not_a_tflite_file(string content)
    {
        var error = Assert.Throws<ModelException>(() => TfliteConverter.Convert(System.Text.Encoding.UTF8.GetBytes(content), "page", ["Identity"]));
        Assert.Contains("'page' is not a readable tflite file", error.Message, StringComparison.Ordinal);
    }

    private static bool ConvertsAndLoads(byte[] tflite)
    {
        byte[] onnx;
        try
        {
            onnx = TfliteConverter.Convert(tflite, "damaged", SmallNetwork.Outputs);
        }
        catch (ModelException)
        {
            return false;
        }
        using var model = new OnnxModel("damaged", onnx);
        return true;
    }
}
