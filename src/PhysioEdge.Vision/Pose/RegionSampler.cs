using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PhysioEdge.Vision.Pose;

/// <summary>What lies outside the picture.</summary>
internal enum Border
{
    /// <summary>Black.</summary>
    Black,

    /// <summary>The nearest pixel of the picture, on and on.</summary>
    Replicate,
}

/// <summary>
/// Cuts a turned square out of a picture and writes it as the three planes (R, G, B) of a model's input.
/// </summary>
/// <remarks>
/// Samples at pixel centres, bilinearly, as MediaPipe's GPU pipeline does; coordinates are kept to 1/256 pixel.
/// </remarks>
internal sealed class RegionSampler
{
    private const int FractionBits = 8;
    private const int Unit = 1 << FractionBits;
    private const int AccumulatorBits = 24;

    private readonly int _size;
    private readonly Border _border;
    private readonly float _low;
    private readonly float _scale;

    /// <param name="size">The length of a side of the model's input, in pixels.</param>
    /// <param name="border">What lies outside the picture.</param>
    /// <param name="low">What black becomes.</param>
    /// <param name="high">What 255 becomes.</param>
    public RegionSampler(int size, Border border, float low, float high)
    {
        (_size, _border, _low) = (size, border, low);
        _scale = (high - low) / (255f * Unit * Unit);
    }

    /// <summary>Samples the region into <paramref name="planes"/>, 3 × size × size values.</summary>
    public void Sample(ReadOnlySpan<byte> rgb, int width, int height, BodyRegion region, Span<float> planes)
    {
        var (sin, cos) = Math.SinCos(region.Rotation);
        var step = region.Size / (double)_size;
        var half = (_size - 1) / 2.0;
        var x0 = region.Center.X - 0.5 - (half * step * (cos - sin));
        var y0 = region.Center.Y - 0.5 - (half * step * (sin + cos));

        var plane = _size * _size;
        var picture = new Picture(rgb, width, height);
        for (var row = 0; row < _size; row++)
        {
            var line = new Line(
                Fixed(x0 - (row * step * sin)),
                Fixed(y0 + (row * step * cos)),
                Fixed(step * cos),
                Fixed(step * sin));
            var at = row * _size;
            var r = planes.Slice(at, _size);
            var g = planes.Slice(plane + at, _size);
            var b = planes.Slice((2 * plane) + at, _size);
            if (line.StaysInside(_size, width, height))
                SampleInside(picture, line, r, g, b);
            else
                SampleAcrossBorder(picture, line, r, g, b);
        }
    }

    private static long Fixed(double pixels) => (long)Math.Round(pixels * (1L << (FractionBits + AccumulatorBits)));

    private void SampleInside(Picture picture, Line line, Span<float> r, Span<float> g, Span<float> b)
    {
        ref var pixels = ref MemoryMarshal.GetReference(picture.Rgb);
        for (var i = 0; i < r.Length; i++)
        {
            var (x, y) = line.At(i);
            var (fx, fy) = ((uint)x & (Unit - 1), (ushort)(y & (Unit - 1)));
            ref var top = ref Unsafe.Add(ref pixels, (nint)(((y >> FractionBits) * picture.Stride) + ((x >> FractionBits) * 3)));
            ref var bottom = ref Unsafe.Add(ref top, (nint)picture.Stride);

            // Two rows of two RGB pixels: blend the rows in 16 bits (at most 255 × 256), then the columns in 32.
            var column = (Load(ref top) * (ushort)(Unit - fy)) + (Load(ref bottom) * fy);
            var left = Vector128.WidenLower(column);
            var right = Vector128.WidenLower(Vector128.Shuffle(column, Vector128.Create((ushort)3, 4, 5, 6, 7, 7, 7, 7)));
            var sum = ((left * (Unit - fx)) + (right * fx)).AsInt32();
            var value = (Vector128.ConvertToSingle(sum) * _scale) + Vector128.Create(_low);
            r[i] = value.GetElement(0);
            g[i] = value.GetElement(1);
            b[i] = value.GetElement(2);
        }
    }

    private static Vector128<ushort> Load(ref byte at)
        => Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref at)).AsByte());

    private void SampleAcrossBorder(Picture picture, Line line, Span<float> r, Span<float> g, Span<float> b)
    {
        for (var i = 0; i < r.Length; i++)
        {
            var (x, y) = line.At(i);
            if (_border == Border.Black && !picture.Holds(x, y))
            {
                r[i] = g[i] = b[i] = _low;
                continue;
            }

            var (fx, fy) = (x & (Unit - 1), y & (Unit - 1));
            var (column, row) = (x >> FractionBits, y >> FractionBits);
            var top = (picture.At(column, row) * (Unit - fx)) + (picture.At(column + 1, row) * fx);
            var bottom = (picture.At(column, row + 1) * (Unit - fx)) + (picture.At(column + 1, row + 1) * fx);
            var sum = (top * (Unit - fy)) + (bottom * fy);
            var value = (Vector128.ConvertToSingle(sum) * _scale) + Vector128.Create(_low);
            r[i] = value.GetElement(0);
            g[i] = value.GetElement(1);
            b[i] = value.GetElement(2);
        }
    }

    private readonly ref struct Picture(ReadOnlySpan<byte> rgb, int width, int height)
    {
        public readonly ReadOnlySpan<byte> Rgb = rgb;
        public readonly int Stride = width * 3;

        /// <summary>The pixel there, or the nearest one, as (R, G, B, 0).</summary>
        public Vector128<int> At(int x, int y)
        {
            var at = (Math.Clamp(y, 0, height - 1) * Stride) + (Math.Clamp(x, 0, width - 1) * 3);
            return Vector128.Create(Rgb[at], Rgb[at + 1], Rgb[at + 2], 0);
        }

        /// <summary>Whether the point, in fixed point with pixel centres at whole numbers, lies in the picture.</summary>
        public bool Holds(int x, int y)
            => x >= -Unit / 2 && y >= -Unit / 2 && x <= (width * Unit) - (Unit / 2) && y <= (height * Unit) - (Unit / 2);
    }

    /// <summary>One row of the region as a line through the picture, in fixed point.</summary>
    private readonly record struct Line(long X, long Y, long StepX, long StepY)
    {
        private const long Half = 1L << (AccumulatorBits - 1);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (int X, int Y) At(int index)
            => ((int)((X + (index * StepX) + Half) >> AccumulatorBits), (int)((Y + (index * StepY) + Half) >> AccumulatorBits));

        /// <summary>Whether every read of this line, eight bytes from each pixel on, stays within the picture.</summary>
        public bool StaysInside(int length, int width, int height)
        {
            var (ax, ay) = At(0);
            var (bx, by) = At(length - 1);
            return Math.Min(ax, bx) >= 0 && Math.Max(ax, bx) >> FractionBits < width - 2
                && Math.Min(ay, by) >= 0 && Math.Max(ay, by) >> FractionBits < height - 1;
        }
    }
}
