using System.Buffers.Binary;
using PhysioEdge.Analysis.Samples;

namespace PhysioEdge.Appliance.Sessions;

/// <summary>
/// The landmarks of the last seconds, to be kept with an event: what a therapist may ask for. No picture can be made of them.
/// Allocates only when it is read.
/// </summary>
internal sealed class LandmarkTrail
{
    /// <summary>How far it reaches back.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    /// <summary>Two moments in it are at least this far apart.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private const int Numbers = LandmarkSet.Count * 3;
    private const int MomentBytes = sizeof(int) + sizeof(byte) + (Numbers * sizeof(short));

    private readonly Moment[] _moments = new Moment[(int)(Length / Step)];
    private int _count;
    private int _next;

    /// <summary>Takes in a pose.</summary>
    public void Add(in PoseFrame pose)
    {
        if (_count > 0)
        {
            var since = pose.CapturedAt - _moments[Before(_next)].At;
            if (since >= TimeSpan.Zero && since < Step - TimeSpan.FromMilliseconds(5))
                return;
        }

        ref var moment = ref _moments[_next];
        (moment.At, moment.HasPose) = (pose.CapturedAt, pose.HasPose);
        moment.Landmarks = pose.InSpace;
        _next = (_next + 1) % _moments.Length;
        _count = Math.Min(_count + 1, _moments.Length);
    }

    /// <summary>What is in it, as bytes; null if nothing is.</summary>
    public byte[]? Read()
    {
        if (_count == 0)
            return null;
        var newest = _moments[Before(_next)].At;
        var count = Enumerable.Range(1, _count).TakeWhile(back => newest - At(back).At <= Length).Count();
        var bytes = new byte[count * MomentBytes];
        for (var i = 0; i < count; i++)
            Write(At(count - i), newest, bytes.AsSpan(i * MomentBytes, MomentBytes));
        return bytes;
    }

    /// <summary>The moments in what <see cref="Read"/> gave: ms before the newest, and x, y, z of each landmark in mm, or none.</summary>
    public static IEnumerable<(int AtMs, int[] PointsMm)> Parse(ReadOnlyMemory<byte> bytes)
    {
        for (var start = 0; start + MomentBytes <= bytes.Length; start += MomentBytes)
        {
            var moment = bytes.Span.Slice(start, MomentBytes);
            var points = new int[moment[sizeof(int)] == 0 ? 0 : Numbers];
            for (var i = 0; i < points.Length; i++)
                points[i] = BinaryPrimitives.ReadInt16LittleEndian(moment[(sizeof(int) + 1 + (i * sizeof(short)))..]);
            yield return (BinaryPrimitives.ReadInt32LittleEndian(moment), points);
        }
    }

    private static void Write(in Moment moment, TimeSpan newest, Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes, (int)Math.Clamp((moment.At - newest).TotalMilliseconds, int.MinValue, int.MaxValue));
        bytes[sizeof(int)] = moment.HasPose ? (byte)1 : (byte)0;
        for (var i = 0; i < Numbers; i++)
        {
            var metres = moment.Landmarks[i / 3].World[i % 3];
            BinaryPrimitives.WriteInt16LittleEndian(bytes[(sizeof(int) + 1 + (i * sizeof(short)))..], (short)Math.Clamp(MathF.Round(1000 * metres), short.MinValue, short.MaxValue));
        }
    }

    /// <summary>The moment so many back, from 1.</summary>
    private ref readonly Moment At(int back) => ref _moments[(_next - back + _moments.Length) % _moments.Length];

    private int Before(int index) => (index - 1 + _moments.Length) % _moments.Length;

    private struct Moment
    {
        public TimeSpan At;
        public bool HasPose;
        public LandmarkSet Landmarks;
    }
}
