using System.Numerics;
using PhysioEdge.Simulation.Body;

namespace PhysioEdge.Simulation.Rendering;

/// <summary>
/// Draws one capsule into a canvas. q(u) = q0 + 2·q1·u + q2·u² with q0 and q1 changing over the picture; where q2 &lt; 0 the front
/// surface Depth(u) − √q(u) is least at q = e / (1 − slope²/q2), e being the greatest q and slope that of Depth;
/// where q2 ≥ 0 one end covers all the rest.
/// </summary>
internal readonly ref struct CapsuleRaster
{
    private const float EndOnLimit = -1e-3f;

    private readonly CapsuleImage _image;
    private readonly Shading _shading;
    private readonly Surface _surface;
    private readonly Vector2 _along;
    private readonly Vector2 _lean;
    private readonly Vector2 _q1Slope;
    private readonly float _spreadXX;
    private readonly float _spreadXY;
    private readonly float _spreadYY;
    private readonly float _q0Start;
    private readonly float _q1Start;
    private readonly float _q2;
    private readonly float _slope;
    private readonly float _peakShare;
    private readonly float _edge;

    public CapsuleRaster(in CapsuleImage image, in Shading shading, Rgb colour)
    {
        (_image, _shading) = (image, shading);
        var mzz = image.MetricZ.Z;
        _lean = new Vector2(image.MetricZ.X, image.MetricZ.Y) / mzz;
        _spreadXX = (image.MetricX.X - (image.MetricX.Z * _lean.X)) / mzz;
        _spreadXY = (image.MetricX.Y - (image.MetricX.Z * _lean.Y)) / mzz;
        _spreadYY = (image.MetricY.Y - (image.MetricY.Z * _lean.Y)) / mzz;

        _along = new Vector2(image.Along.X, image.Along.Y);
        _q1Slope = new Vector2((_spreadXX * _along.X) + (_spreadXY * _along.Y), (_spreadXY * _along.X) + (_spreadYY * _along.Y));
        _q0Start = image.StartRadius * image.StartRadius / mzz;
        _q1Start = image.StartRadius * image.Growth / mzz;
        _q2 = (image.Growth * image.Growth / mzz) - Vector2.Dot(_along, _q1Slope);
        _slope = image.Along.Z + Vector2.Dot(_lean, _along);
        _peakShare = 1 / (1 - (_slope * _slope / _q2));
        var radius = MathF.Max(image.StartRadius, image.StartRadius + image.Growth);
        _edge = radius * MathF.Sqrt((_spreadXX + _spreadYY) / mzz);
        _surface = new Surface(colour, radius / MathF.Sqrt(mzz) / image.PixelsPerMetre);
    }

    public void Draw(in Canvas canvas)
    {
        var (start, end) = (_image.Start, _image.Start + _image.Along);
        var (left, right) = Range(start.X, end.X, _image.HalfExtent.X, canvas.Width);
        var (top, bottom) = Range(start.Y, end.Y, _image.HalfExtent.Y, canvas.Height);
        for (var y = top; y < bottom; y++)
        {
            var down = y + 0.5f - start.Y;
            var (first, last) = _q2 > EndOnLimit ? (left, right) : Span(down, left, right);
            for (var x = first; x < last; x++)
                Draw(canvas, (y * canvas.Width) + x, new Vector2(x + 0.5f - start.X, down));
        }
    }

    private static (int First, int End) Range(float from, float to, float reach, int size)
    {
        var first = MathF.Floor(MathF.Min(from, to) - reach - 1);
        var end = MathF.Ceiling(MathF.Max(from, to) + reach + 1);
        return ((int)Math.Clamp(first, 0, size), (int)Math.Clamp(end, 0, size));
    }

    /// <summary>The part of a row where the greatest q, a parabola over the row, is not below the edge.</summary>
    private (int First, int End) Span(float down, int left, int right)
    {
        var q1 = _q1Start + (down * _q1Slope.Y);
        var square = -_spreadXX - (_q1Slope.X * _q1Slope.X / _q2);
        var half = -(_spreadXY * down) - (_q1Slope.X * q1 / _q2);
        var constant = _q0Start - (_spreadYY * down * down) - (q1 * q1 / _q2) + _edge;
        if (square >= -1e-9f)
            return (left, right);
        var discriminant = (half * half) - (square * constant);
        if (discriminant < 0)
            return (0, 0);
        var (middle, reach) = (_image.Start.X - (half / square), MathF.Sqrt(discriminant) / -square);
        return ((int)Math.Clamp(middle - reach - 1, left, right), (int)Math.Clamp(middle + reach + 1, left, right));
    }

    private void Draw(in Canvas canvas, int pixel, Vector2 offset)
    {
        var spread = (_spreadXX * offset.X * offset.X) + (2 * _spreadXY * offset.X * offset.Y) + (_spreadYY * offset.Y * offset.Y);
        var q1 = _q1Start + (offset.X * _q1Slope.X) + (offset.Y * _q1Slope.Y);
        if (!FindFront(_q0Start - spread, q1, out var u, out var q))
            return;
        var (right, down) = (offset.X - (u * _along.X), offset.Y - (u * _along.Y));
        var coverage = Coverage(q, right, down);
        if (coverage <= 0)
            return;
        var ahead = -(_lean.X * right) - (_lean.Y * down) - MathF.Sqrt(MathF.Max(0, q));
        var depth = (_image.Start.Z + (u * _image.Along.Z) + ahead) / _image.PixelsPerMetre;
        coverage *= _surface.InFront(canvas, pixel, depth);
        if (coverage > 0)
            _surface.Paint(canvas, pixel, depth, coverage, _shading.Brightness(Normal(right, down, ahead)));
    }

    /// <summary>Finds the point of the axis whose ball is in front over a pixel; q reaches a little below 0 outside the outline.</summary>
    private bool FindFront(float q0, float q1, out float u, out float q)
    {
        if (_q2 > EndOnLimit)
            return FindNearerEnd(q0, q1, out u, out q);

        var peak = q0 - (q1 * q1 / _q2);
        q = MathF.Max(0, peak) * _peakShare;
        u = ((_slope * MathF.Sqrt(q)) - q1) / _q2;
        if (peak > 0 && u is >= 0 and <= 1)
            return true;
        u = Math.Clamp(u, 0, 1);
        q = q0 + (u * ((2 * q1) + (u * _q2)));
        return q > -_edge;
    }

    private bool FindNearerEnd(float qStart, float q1, out float u, out float q)
    {
        var qEnd = qStart + (2 * q1) + _q2;
        var endIsFront = qStart > 0 && qEnd > 0 ? _slope - MathF.Sqrt(qEnd) < -MathF.Sqrt(qStart) : qEnd > qStart;
        (u, q) = endIsFront ? (1, qEnd) : (0, qStart);
        return q > -_edge;
    }

    /// <summary>The part of the pixel inside the outline: q over its gradient is the distance to where q = 0.</summary>
    private float Coverage(float q, float right, float down)
    {
        var (x, y) = ((_spreadXX * right) + (_spreadXY * down), (_spreadXY * right) + (_spreadYY * down));
        var gradient = (x * x) + (y * y);
        return q > 0 && q * q >= gradient ? 1 : MathF.Min(1, (q / (2 * MathF.Sqrt(gradient))) + 0.5f);
    }

    /// <summary>M times the offset, the shear of M taken back.</summary>
    private Vector3 Normal(float right, float down, float ahead)
    {
        var normal = (_image.MetricX * right) + (_image.MetricY * down) + (_image.MetricZ * ahead);
        return normal with { Z = normal.Z - (_image.Slant.X * normal.X) - (_image.Slant.Y * normal.Y) };
    }
}
