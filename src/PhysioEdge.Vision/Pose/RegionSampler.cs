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
/// Four points at a time, in vectors that x64 and ARM both have; whole numbers to the end, so that nothing is rounded on the way.
/// </remarks>
internal sealed class RegionSampler
{
    private const int FractionBits = 8;
    private const int Unit = 1 << FractionBits;
    private const int AccumulatorBits = 24;
    private const int Lanes = 4;

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
            var x = new Axis(Fixed(x0 - (row * step * sin)), Fixed(step * cos), width);
            var y = new Axis(Fixed(y0 + (row * step * cos)), Fixed(step * sin), height);
            var at = row * _size;
            SampleLine(picture, x, y, planes.Slice(at, _size), planes.Slice(plane + at, _size), planes.Slice((2 * plane) + at, _size));
        }
    }

    private static long Fixed(double pixels) => (long)Math.Round(pixels * (1L << (FractionBits + AccumulatorBits)));

    private void SampleLine(Picture picture, Axis x, Axis y, Span<float> r, Span<float> g, Span<float> b)
    {
        for (var i = 0; i < r.Length; i += Lanes)
        {
            var (atX, atY) = (x.Next(), y.Next());
            var (red, green, blue) = picture.Read(x.Split(atX), y.Split(atY));
            if (_border == Border.Black)
            {
                var inside = x.Holds(atX) & y.Holds(atY);
                (red, green, blue) = (red & inside, green & inside, blue & inside);
            }

            Write(red, r[i..]);
            Write(green, g[i..]);
            Write(blue, b[i..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(Vector128<int> sum, Span<float> row)
    {
        var value = (Vector128.ConvertToSingle(sum) * _scale) + Vector128.Create(_low);
        if (!value.TryCopyTo(row))
        {
            for (var i = 0; i < row.Length; i++)
                row[i] = value[i];
        }
    }

    private readonly ref struct Picture
    {
        private readonly ReadOnlySpan<byte> _rgb;
        private readonly int _stride;

        public Picture(ReadOnlySpan<byte> rgb, int width, int height)
        {
            _stride = width * 3;
            _rgb = rgb[..(_stride * height)];

            // Each pixel is read with its neighbours to the right and below, even where there are none and their share is 0.
            if (width < 2 || height < 2)
                _rgb = (byte[])[.. _rgb, .. new byte[_stride + 6]];
        }

        /// <summary>The colours at four points, in 1/65536.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (Vector128<int> R, Vector128<int> G, Vector128<int> B) Read(in Place x, in Place y)
        {
            var at = (y.Pixel * _stride) + (x.Pixel * 3);
            ref var top = ref MemoryMarshal.GetReference(_rgb);
            ref var bottom = ref Unsafe.Add(ref top, _stride);

            // Rows are blended in 16 bits (at most 255 × 256), two colours to a lane; then columns in 32.
            var share = (y.Share | (y.Share << 16)).AsUInt16();
            var (left0, right0, green0) = Unpack(Load(ref top, at), Load(ref Unsafe.Add(ref top, 2), at));
            var (left1, right1, green1) = Unpack(Load(ref bottom, at), Load(ref Unsafe.Add(ref bottom, 2), at));
            var left = Blend(left0, left1, share);
            var right = Blend(right0, right1, share);
            var green = Blend(green0, green1, share);
            return (Blend(Low(left), Low(right), x.Share), Blend(Low(green), High(green), x.Share), Blend(High(left), High(right), x.Share));
        }

        private static Vector128<uint> Load(ref byte first, Vector128<int> at) => Vector128.Create(
            Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, at[0])),
            Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, at[1])),
            Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, at[2])),
            Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, at[3])));

        /// <summary>Two pixels side by side, of which <paramref name="right"/> begins with the left one's blue.</summary>
        private static (Vector128<ushort> LeftRedBlue, Vector128<ushort> RightRedBlue, Vector128<ushort> Greens) Unpack(
            Vector128<uint> left, Vector128<uint> right)
        {
            var redBlue = Vector128.Create(0x00FF00FFu);
            var greens = ((left >> 8) & Vector128.Create(0xFFu)) | (right & Vector128.Create(0xFF0000u));
            return ((left & redBlue).AsUInt16(), ((right >> 8) & redBlue).AsUInt16(), greens.AsUInt16());
        }

        private static Vector128<ushort> Blend(Vector128<ushort> a, Vector128<ushort> b, Vector128<ushort> share)
            => (a * (Vector128.Create((ushort)Unit) - share)) + (b * share);

        private static Vector128<int> Blend(Vector128<int> a, Vector128<int> b, Vector128<int> share)
            => (a * (Vector128.Create(Unit) - share)) + (b * share);

        private static Vector128<int> Low(Vector128<ushort> pairs) => pairs.AsInt32() & Vector128.Create(0xFFFF);

        private static Vector128<int> High(Vector128<ushort> pairs) => pairs.AsInt32() >>> 16;
    }

    /// <summary>One coordinate of four points.</summary>
    /// <param name="Pixel">The pixel on the left of (or above) the point, never the last one.</param>
    /// <param name="Share">How much of the next pixel there is in it, of <see cref="Unit"/>.</param>
    private readonly record struct Place(Vector128<int> Pixel, Vector128<int> Share);

    /// <summary>One coordinate of the points along a row of the region, through a picture of that length.</summary>
    private struct Axis(long start, long step, int length)
    {
        private const long Half = 1L << (AccumulatorBits - 1);

        private readonly Vector128<int> _end = Vector128.Create(length * Unit);
        private readonly Vector128<int> _lastButOne = Vector128.Create(Math.Max(length - 2, 0));
        private readonly Vector128<long> _stride = Vector128.Create(Lanes * step);
        private Vector128<long> _even = Vector128.Create(start + Half, start + step + Half);
        private Vector128<long> _odd = Vector128.Create(start + (2 * step) + Half, start + (3 * step) + Half);

        /// <summary>The next four, in 1/256 pixel; pixel centres are at whole pixels.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector128<int> Next()
        {
            // What is narrowed away makes a logical shift as good as an arithmetic one, which x64 has not.
            var next = Vector128.Narrow(_even >>> AccumulatorBits, _odd >>> AccumulatorBits);
            (_even, _odd) = (_even + _stride, _odd + _stride);
            return next;
        }

        /// <summary>Places the points; what lies outside is at the nearest pixel.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Place Split(Vector128<int> at)
        {
            at = Vector128.Max(Vector128.Min(at, _end - Vector128.Create(Unit)), Vector128<int>.Zero);
            var pixel = Vector128.Min(at >> FractionBits, _lastButOne);
            return new Place(pixel, at - (pixel << FractionBits));
        }

        /// <summary>Which of the points lie in the picture.</summary>
        public readonly Vector128<int> Holds(Vector128<int> at)
            => Vector128.GreaterThanOrEqual(at, Vector128.Create(-Unit / 2)) & Vector128.LessThanOrEqual(at, _end - Vector128.Create(Unit / 2));
    }
}
