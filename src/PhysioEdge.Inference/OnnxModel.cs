using Microsoft.ML.OnnxRuntime;

namespace PhysioEdge.Inference;

/// <summary>
/// A loaded ONNX model with one float input and float outputs of fixed shape. The buffers are bound once:
/// fill <see cref="Input"/>, <see cref="Run"/>, read <see cref="Output"/>; nothing is allocated on the way.
/// One thread at a time may use it.
/// </summary>
public sealed class OnnxModel : IDisposable
{
    private readonly string _name;
    private readonly InferenceSession _session;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _runOptions = new();
    private readonly List<OrtValue> _values = [];
    private readonly Dictionary<string, float[]> _outputs = [];
    private readonly float[] _input;

    static OnnxModel() => RuntimeTelemetry.Forbid();

    /// <param name="name">The name of the model, for messages.</param>
    /// <param name="model">The ONNX file, verified by whoever read it.</param>
    /// <param name="threads">The threads that one run may use, 1 or more; the caller's own is one of them.</param>
    /// <exception cref="ModelException">ONNX Runtime refuses the model, or it is not of the kind above.</exception>
    public OnnxModel(string name, byte[] model, int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _name = name;
        _session = Load(name, model, threads);
        _binding = _session.CreateIoBinding();
        if (_session.InputMetadata.Count != 1)
            throw new ModelException($"The model '{name}' has {_session.InputMetadata.Count} inputs where one is expected.");
        var (inputName, inputMetadata) = _session.InputMetadata.First();
        InputShape = FixedShape(inputName, inputMetadata);
        _input = Bind(InputShape, value => _binding.BindInput(inputName, value));
        foreach (var (outputName, metadata) in _session.OutputMetadata)
        {
            var shape = FixedShape(outputName, metadata);
            _outputs[outputName] = Bind(shape, value => _binding.BindOutput(outputName, value));
        }
    }

    /// <summary>Gets the shape of the input, for a picture [1, 3, height, width].</summary>
    public IReadOnlyList<long> InputShape { get; }

    public IReadOnlyList<string> OutputNames => _session.OutputNames;

    /// <summary>Gets the values that the next run reads; they stay what they are until the caller changes them.</summary>
    public Span<float> Input => _input;

    /// <summary>Gives the values that the last run wrote to an output. The next run overwrites them.</summary>
    public ReadOnlySpan<float> Output(string name) => _outputs.TryGetValue(name, out var values)
        ? values
        : throw new ArgumentException($"The model '{_name}' has no output '{name}', only {string.Join(", ", _outputs.Keys)}.", nameof(name));

    /// <exception cref="ModelException">ONNX Runtime failed.</exception>
    public void Run()
    {
        try
        {
            _session.RunWithBinding(_runOptions, _binding);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new ModelException($"The model '{_name}' failed to run: {exception.Message}", exception);
        }
    }

    public void Dispose()
    {
        _binding.Dispose();
        foreach (var value in _values)
            value.Dispose();
        _runOptions.Dispose();
        _session.Dispose();
    }

    private static InferenceSession Load(string name, byte[] model, int threads)
    {
        using var options = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            EnableMemoryPattern = true,
        };
        // Idle workers that spin would take the cores of the capture and the pipeline.
        if (threads > 1)
            options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        try
        {
            return new InferenceSession(model, options);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new ModelException($"ONNX Runtime refuses the model '{name}': {exception.Message}", exception);
        }
    }

    private long[] FixedShape(string tensor, NodeMetadata metadata) =>
        metadata.OnnxValueType == OnnxValueType.ONNX_TYPE_TENSOR && metadata.ElementType == typeof(float)
            && Array.TrueForAll(metadata.Dimensions, static size => size > 0)
            ? Array.ConvertAll(metadata.Dimensions, static size => (long)size)
            : throw new ModelException($"The tensor '{tensor}' of the model '{_name}' is not one of floats with a fixed shape.");

    private float[] Bind(IReadOnlyList<long> shape, Action<OrtValue> bind)
    {
        var buffer = GC.AllocateArray<float>((int)shape.Aggregate(1L, static (count, size) => count * size), pinned: true);
        var value = OrtValue.CreateTensorValueFromMemory(buffer, [.. shape]);
        _values.Add(value);
        bind(value);
        return buffer;
    }
}
