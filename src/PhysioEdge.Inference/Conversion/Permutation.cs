namespace PhysioEdge.Inference.Conversion;

/// <summary>Puts the dimensions of a half-precision tensor into another order.</summary>
internal static class Permutation
{
    private const int ElementBytes = sizeof(ushort);

    /// <param name="source">The values, last dimension fastest.</param>
    /// <param name="shape">The size of each dimension of the source.</param>
    /// <param name="order">For each dimension of the result, the dimension of the source that it is.</param>
    public static byte[] Apply(ReadOnlySpan<byte> source, int[] shape, int[] order)
    {
        var result = new byte[source.Length];
        var strides = Strides(shape);
        var position = new int[order.Length];
        for (var target = 0; target < source.Length; target += ElementBytes)
        {
            var element = 0;
            for (var d = 0; d < order.Length; d++)
                element += position[d] * strides[order[d]];
            source.Slice(element * ElementBytes, ElementBytes).CopyTo(result.AsSpan(target));
            Advance(position, shape, order);
        }
        return result;
    }

    private static int[] Strides(int[] shape)
    {
        var strides = new int[shape.Length];
        for (int d = shape.Length - 1, stride = 1; d >= 0; stride *= shape[d--])
            strides[d] = stride;
        return strides;
    }

    private static void Advance(int[] position, int[] shape, int[] order)
    {
        for (var d = order.Length - 1; d >= 0; d--)
        {
            if (++position[d] < shape[order[d]])
                return;
            position[d] = 0;
        }
    }
}
