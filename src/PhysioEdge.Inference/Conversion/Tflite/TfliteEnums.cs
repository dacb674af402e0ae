namespace PhysioEdge.Inference.Conversion.Tflite;

// The values are those of tensorflow/lite/schema/schema.fbs; only what the converter knows is named.

internal enum TfliteOpcode
{
    Add = 0,
    Concatenation = 2,
    Conv2D = 3,
    DepthwiseConv2D = 4,
    DepthToSpace = 5,
    Dequantize = 6,
    Logistic = 14,
    MaxPool2D = 17,
    Reshape = 22,
    ResizeBilinear = 23,
    Pad = 34,
    Densify = 124,
}

internal enum TfliteType
{
    Float32 = 0,
    Float16 = 1,
    Int32 = 2,
}

internal enum TflitePadding
{
    Same = 0,
    Valid = 1,
}

internal enum TfliteActivation
{
    None = 0,
    Relu = 1,
    Relu6 = 3,
}

internal enum TfliteOptionsType
{
    Conv2D = 1,
    DepthwiseConv2D = 2,
    Pool2D = 5,
    Concatenation = 10,
    Add = 11,
    ResizeBilinear = 15,
    DepthToSpace = 94,
}

internal enum TfliteDimensionFormat
{
    Dense = 0,
    SparseCsr = 1,
}

internal enum TfliteIndexType
{
    None = 0,
    Int32 = 1,
    UInt16 = 2,
    UInt8 = 3,
}
