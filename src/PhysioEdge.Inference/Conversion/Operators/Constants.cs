using PhysioEdge.Inference.Conversion.Tflite;

namespace PhysioEdge.Inference.Conversion.Operators;

/// <summary>DENSIFY and DEQUANTIZE: how TFLite unpacks its half-precision weights at run time. They leave no node behind.</summary>
internal static class Constants
{
    public static void ConvertDensify(ConversionContext context, TfliteOperator op) =>
        context.Weights.Densify(context.InputTensor(op, 0), context.OutputTensor(op));

    public static void ConvertDequantize(ConversionContext context, TfliteOperator op) =>
        context.Weights.Dequantize(context.InputTensor(op, 0), context.OutputTensor(op));
}
