using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Training.Motions;

/// <summary>How far hip, knee and ankle are bent over the gait cycle, from one initial contact of a foot to the next; degrees.</summary>
internal sealed class GaitCurves
{
    private const int Points = 50;

    private readonly float[] _hip;
    private readonly float[] _knee;
    private readonly float[] _ankle;

    private GaitCurves(float[] hip, float[] knee, float[] ankle) => (_hip, _knee, _ankle) = (hip, knee, ankle);

    /// <summary>Gets the curves of normal gait, rounded from those in Perry and Burnfield, "Gait Analysis: Normal and Pathological Function", 2nd ed., 2010.</summary>
    public static GaitCurves Usual { get; } = Of(
        Through((0, 30), (0.1f, 26), (0.2f, 18), (0.3f, 8), (0.4f, -2), (0.5f, -9), (0.6f, -4), (0.7f, 13), (0.8f, 25), (0.9f, 31), (1, 30)),
        Through((0, 5), (0.06f, 12), (0.14f, 18), (0.22f, 14), (0.3f, 9), (0.4f, 5), (0.5f, 11), (0.57f, 26), (0.65f, 48), (0.72f, 60), (0.8f, 49), (0.9f, 15), (0.96f, 3), (1, 5)),
        Through((0, 0), (0.07f, -5), (0.2f, 2), (0.35f, 7), (0.48f, 10), (0.55f, 0), (0.62f, -17), (0.7f, -8), (0.8f, 0), (0.9f, 2), (1, 0)));

    /// <summary>Curves that are known at every phase.</summary>
    public static GaitCurves Of(Func<float, float> hip, Func<float, float> knee, Func<float, float> ankle) => new(Sampled(hip), Sampled(knee), Sampled(ankle));

    public static GaitCurves Mix(GaitCurves a, GaitCurves b, float part) => new(Mix(a._hip, b._hip, part), Mix(a._knee, b._knee, part), Mix(a._ankle, b._ankle, part));

    public float Hip(float phase) => Read(_hip, phase);

    public float Knee(float phase) => Read(_knee, phase);

    public float Ankle(float phase) => Read(_ankle, phase);

    /// <summary>The same of somebody else: each curve a little higher here and lower there.</summary>
    public GaitCurves Varied(SeededNumbers n, float degrees) => new(Varied(_hip, n, degrees), Varied(_knee, n, degrees), Varied(_ankle, n, degrees));

    private static float[] Varied(float[] curve, SeededNumbers n, float degrees)
    {
        var varied = curve.ToArray();
        for (var wave = 1; wave <= 4; wave++)
        {
            var (size, shift) = (degrees / wave * n.Between(0f, 1f), n.Between(0f, 1f));
            for (var i = 0; i < varied.Length; i++)
                varied[i] += size * MathF.Sin(MathF.Tau * ((wave * i / (float)Points) + shift));
        }

        return varied;
    }

    private static float[] Sampled(Func<float, float> curve) => [.. Enumerable.Range(0, Points).Select(i => curve(i / (float)Points))];

    private static float[] Mix(float[] a, float[] b, float part) => [.. a.Zip(b, (one, other) => one + (part * (other - one)))];

    private static float Read(float[] curve, float phase)
    {
        var at = (phase - MathF.Floor(phase)) * Points;
        var i = (int)at;
        float Near(int step) => curve[(i + step + Points) % Points];
        return CatmullRom(Near(-1), Near(0), Near(1), Near(2), at - i);
    }

    private static Func<float, float> Through(params (float At, float Degrees)[] knots) => phase =>
    {
        var i = Math.Max(0, Array.FindIndex(knots, knot => knot.At > phase) - 1);
        var (before, after) = (i > 0 ? knots[i - 1].Degrees : knots[^2].Degrees, i + 2 < knots.Length ? knots[i + 2].Degrees : knots[1].Degrees);
        return CatmullRom(before, knots[i].Degrees, knots[i + 1].Degrees, after, (phase - knots[i].At) / (knots[i + 1].At - knots[i].At));
    };

    /// <summary>Between the second and the third of four points (Catmull and Rom, 1974).</summary>
    private static float CatmullRom(float before, float a, float b, float after, float t)
        => a + (0.5f * t * (b - before + (t * ((2 * before) - (5 * a) + (4 * b) - after + (t * ((3 * (a - b)) + after - before))))));
}
