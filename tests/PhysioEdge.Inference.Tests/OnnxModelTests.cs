using System.Runtime.InteropServices;
using PhysioEdge.Inference.Conversion;
using PhysioEdge.Inference.Models;
using PhysioEdge.Inference.Tests.Conversion;
using PhysioEdge.TestKit;

namespace PhysioEdge.Inference.Tests;

public sealed class OnnxModelTests
{
    [Fact]
    public void Running_a_model_allocates_nothing()
    {
        using var model = Lite(threads: 1);
        model.Run();

        Assert.Equal(0, AllocatedBytes.Of(model.Run));
    }

    [Fact]
    public void Whoever_loads_a_model_tells_nobody_outside_the_box()
    {
        using var model = Lite(threads: 1);

        Assert.Equal("1", Marshal.PtrToStringUTF8(NativeVariable("ORT_DISABLE_TELEMETRY")));
    }

    [Fact]
    public void The_outputs_follow_the_input_from_run_to_run()
    {
        using var model = Lite(threads: 1);
        model.Run();
        var black = model.Output("Identity").ToArray();
        model.Input.Fill(0.5f);
        model.Run();
        var grey = model.Output("Identity").ToArray();
        model.Input.Clear();
        model.Run();

        Assert.NotEqual(black, grey);
        Assert.Equal(black, model.Output("Identity").ToArray());
    }

    [Fact]
    public void Two_threads_give_what_one_gives()
    {
        using var one = Lite(threads: 1);
        using var two = Lite(threads: 2);
        foreach (var model in new[] { one, two })
        {
            model.Input.Fill(0.25f);
            model.Run();
        }

        var (expected, actual) = (one.Output("Identity").ToArray(), two.Output("Identity").ToArray());
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-3));
    }

    [Fact]
    public void An_output_that_is_not_there_is_named_with_those_that_are()
    {
        using var model = Lite(threads: 1);

        var error = Assert.Throws<ArgumentException>(() => model.Output("Identity_2").Length);

        Assert.Contains("'Identity_2'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Identity_3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_the_runtime_refuses_are_an_error_that_names_the_model()
    {
        var onnx = TfliteConverter.Convert(SmallNetwork.Build(), "small", SmallNetwork.Outputs);
        foreach (var bytes in new[] { [], [1, 2, 3], onnx[..(onnx.Length / 2)] })
        {
            var error = Assert.Throws<ModelException>(() => new OnnxModel("small", bytes));
            Assert.Contains("'small'", error.Message, StringComparison.Ordinal);
        }
    }

    private static OnnxModel Lite(int threads) =>
        new("pose_landmark_lite", ModelStore.Open().ReadVerified(PoseModel.Lite), threads);

    /// <summary>What native code sees, which is not what .NET does.</summary>
    [DllImport("libc", EntryPoint = "getenv")]
    private static extern nint NativeVariable([MarshalAs(UnmanagedType.LPUTF8Str)] string name);
}
