namespace PhysioEdge.Inference.Conversion.Tflite;

/// <summary>The field numbers that are read. Source: tensorflow/lite/schema/schema.fbs, schema version 3.</summary>
internal static class TfliteSchema
{
    public const int Version = 3;

    internal static class Model
    {
        public const int Version = 0;
        public const int OperatorCodes = 1;
        public const int Subgraphs = 2;
        public const int Buffers = 4;
    }

    internal static class OperatorCode
    {
        public const int DeprecatedBuiltinCode = 0;
        public const int CustomCode = 1;
        public const int BuiltinCode = 3;
    }

    internal static class Subgraph
    {
        public const int Tensors = 0;
        public const int Inputs = 1;
        public const int Outputs = 2;
        public const int Operators = 3;
    }

    internal static class Buffer
    {
        public const int Data = 0;
    }

    internal static class Tensor
    {
        public const int Shape = 0;
        public const int Type = 1;
        public const int Buffer = 2;
        public const int Name = 3;
        public const int Quantization = 4;
        public const int Sparsity = 6;
    }

    internal static class Quantization
    {
        public const int Scale = 2;
    }

    internal static class Sparsity
    {
        public const int TraversalOrder = 0;
        public const int BlockMap = 1;
        public const int Dimensions = 2;
    }

    internal static class Dimension
    {
        public const int Format = 0;
        public const int DenseSize = 1;
        public const int SegmentsType = 2;
        public const int Segments = 3;
        public const int IndicesType = 4;
        public const int Indices = 5;
    }

    internal static class IndexVector
    {
        public const int Values = 0;
    }

    internal static class Operator
    {
        public const int OpcodeIndex = 0;
        public const int Inputs = 1;
        public const int Outputs = 2;
        public const int OptionsType = 3;
        public const int Options = 4;
    }

    internal static class Convolution
    {
        public const int Padding = 0;
        public const int StrideX = 1;
        public const int StrideY = 2;
        public const int Activation = 3;
        public const int DilationX = 4;
        public const int DilationY = 5;
    }

    internal static class DepthwiseConvolution
    {
        public const int Padding = 0;
        public const int StrideX = 1;
        public const int StrideY = 2;
        public const int Multiplier = 3;
        public const int Activation = 4;
        public const int DilationX = 5;
        public const int DilationY = 6;
    }

    internal static class Pool
    {
        public const int Padding = 0;
        public const int StrideX = 1;
        public const int StrideY = 2;
        public const int KernelX = 3;
        public const int KernelY = 4;
        public const int Activation = 5;
    }

    internal static class Add
    {
        public const int Activation = 0;
    }

    internal static class Concatenation
    {
        public const int Axis = 0;
        public const int Activation = 1;
    }

    internal static class ResizeBilinear
    {
        public const int AlignCorners = 2;
        public const int HalfPixelCenters = 3;
    }

    internal static class DepthToSpace
    {
        public const int BlockSize = 0;
    }
}
