using System.Numerics;
using System.Runtime.CompilerServices;
using PhysioEdge.Vision.Capture;

namespace PhysioEdge.Vision.Pose;

/// <summary>
/// What a person's trunk looks like: the distribution of its colours, by which the patient is told from others in the room.
/// It is held in memory only, as long as the patient is followed.
/// </summary>
internal struct TorsoColours
{
    private const int Levels = 5;
    private const int Bins = Levels * Levels * Levels;
    private const int Columns = 7;
    private const int Rows = 9;

    private Histogram _shares;

    /// <summary>Reads the colours of the trunk of somebody whose hips and upright are known.</summary>
    public static TorsoColours Read(VideoFrame frame, Vector2 midHip, Vector2 onCircle)
    {
        // In parts of the circle's radius the trunk reaches from the hips to about a half, and a seventh to either side.
        var up = onCircle - midHip;
        var across = new Vector2(-up.Y, up.X);
        var colours = default(TorsoColours);
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var height = 0.08f + (0.42f * row / (Rows - 1));
                var side = 0.14f * ((2f * column / (Columns - 1)) - 1);
                colours.Add(frame, midHip + (height * up) + (side * across));
            }
        }

        colours.Normalise();
        return colours;
    }

    /// <summary>How different two trunks look, from 0 (alike) to 1 (no colour in common): the Hellinger distance.</summary>
    public readonly float DistanceTo(in TorsoColours other)
    {
        var common = 0f;
        for (var i = 0; i < Bins; i++)
            common += MathF.Sqrt(_shares[i] * other._shares[i]);
        return MathF.Sqrt(Math.Max(0, 1 - common));
    }

    /// <summary>Learns a little of a newer look.</summary>
    public void Blend(in TorsoColours newer, float weight)
    {
        for (var i = 0; i < Bins; i++)
            _shares[i] = float.Lerp(_shares[i], newer._shares[i], weight);
    }

    private void Add(VideoFrame frame, Vector2 at)
    {
        var (x, y) = ((int)at.X, (int)at.Y);
        if (x < 0 || y < 0 || x >= frame.Width || y >= frame.Height)
            return;
        var pixel = frame.Rgb.Slice(((y * frame.Width) + x) * 3, 3);
        var (r, fr) = Level(pixel[0]);
        var (g, fg) = Level(pixel[1]);
        var (b, fb) = Level(pixel[2]);

        // Shared out between the neighbouring levels, so that a small change of light changes little.
        for (var corner = 0; corner < 8; corner++)
        {
            var (dr, dg, db) = (corner & 1, (corner >> 1) & 1, corner >> 2);
            var weight = (dr == 1 ? fr : 1 - fr) * (dg == 1 ? fg : 1 - fg) * (db == 1 ? fb : 1 - fb);
            _shares[((((r + dr) * Levels) + g + dg) * Levels) + b + db] += weight;
        }
    }

    private void Normalise()
    {
        var sum = 0f;
        foreach (var share in _shares)
            sum += share;
        for (var i = 0; sum > 0 && i < Bins; i++)
            _shares[i] /= sum;
    }

    private static (int Lower, float Share) Level(byte value)
    {
        var scaled = value * ((Levels - 1) / 255.001f);
        return ((int)scaled, scaled - (int)scaled);
    }

    [InlineArray(Bins)]
    private struct Histogram
    {
        private float _first;
    }
}
