using System.Buffers.Binary;
using System.Globalization;

namespace PhysioEdge.TestKit.Video;

/// <summary>Videos of every awkward kind, made by ffmpeg once per run when they are first asked for.</summary>
public static class Clips
{
    private const int RateHz = 30;
    private const int SomeWidth = 320;
    private const int SomeHeight = 240;

    private static readonly Lazy<string> Folder = new(MakeFolder);
    private static readonly Lazy<Clip> LazySteady = new(() => Encode("steady.mp4", 60, ["-bf", "0", "-g", "10"]));
    private static readonly Lazy<Clip> LazyBFrames = new(() => Encode("b-frames.mp4", 60, ["-bf", "3", "-g", "15"]));
    private static readonly Lazy<Clip> LazyLive = new(() => Encode("live.mp4", 1200, ["-preset", "ultrafast", "-bf", "0", "-g", "10"]));
    private static readonly Lazy<Clip> LazyVariableRate = new(MakeVariableRate);
    private static readonly Lazy<Clip> LazyEditList = new(MakeEditList);
    private static readonly Lazy<Clip> LazyRotated = new(MakeRotated);
    private static readonly Lazy<Clip> LazyOddSize = new(() => Encode("odd.mp4", 5, ["-pix_fmt", "yuv444p"], 321, 241));
    private static readonly Lazy<Clip> LazySizeChange = new(MakeSizeChange);
    private static readonly Lazy<Clip> Lazy8K = new(() => Encode("8k.mp4", 1, ["-preset", "ultrafast"], 7680, 4320));
    private static readonly Lazy<string> LazyCutShort = new(() => Cut(Encode("whole.mp4", 120, ["-g", "30", "-movflags", "+faststart"]).Path, "cut-short.mp4"));
    private static readonly Lazy<string> LazyCutShortMatroska = new(() => Cut(Encode("whole.mkv", 180, ["-g", "30"]).Path, "cut-short.mkv"));
    private static readonly Lazy<string> LazyWithoutIndex = new(() => Cut(Steady.Path, "without-index.mp4"));
    private static readonly Lazy<string> LazyZeroSize = new(MakeZeroSize);
    private static readonly Lazy<string> LazyPicture = new(() => Make("picture.jpg", "-i", Steady.Path, "-frames:v", "1"));
    private static readonly Lazy<string> LazySound = new(() => Make("sound.m4a", "-f", "lavfi", "-i", "sine=duration=1"));

    /// <summary>Gets 60 pictures, 30 a second, in the order they are stored.</summary>
    public static Clip Steady => LazySteady.Value;

    /// <summary>Gets 60 pictures, 30 a second, stored out of order.</summary>
    public static Clip BFrames => LazyBFrames.Value;

    /// <summary>Gets 40 s with a key picture every third of a second, for a server to stream.</summary>
    public static Clip Live => LazyLive.Value;

    public static Clip VariableRate => LazyVariableRate.Value;

    /// <summary>Gets a clip whose edit list hides the pictures before 0.7 s.</summary>
    public static Clip EditList => LazyEditList.Value;

    /// <summary>Gets a clip stored lying on its side, to be shown upright.</summary>
    public static Clip Rotated => LazyRotated.Value;

    public static Clip OddSize => LazyOddSize.Value;

    /// <summary>Gets a clip whose pictures grow to 640 × 480 after the first 30.</summary>
    public static Clip SizeChange => LazySizeChange.Value;

    /// <summary>Gets one picture of 7680 × 4320.</summary>
    public static Clip EightK => Lazy8K.Value;

    /// <summary>Gets the first half of an MP4 of 120 pictures, index included.</summary>
    public static string CutShort => LazyCutShort.Value;

    /// <summary>Gets the first half of a Matroska file of 180 pictures.</summary>
    public static string CutShortMatroska => LazyCutShortMatroska.Value;

    /// <summary>Gets the first half of an MP4 whose index was at its end.</summary>
    public static string WithoutIndex => LazyWithoutIndex.Value;

    public static string ZeroSize => LazyZeroSize.Value;

    public static string Picture => LazyPicture.Value;

    public static string Sound => LazySound.Value;

    public static string Text { get; } = Write("text.mp4", "A letter, not a video.\n"u8);

    public static string Empty { get; } = Write("empty.mp4", []);

    /// <summary>A path in the folder of the clips, which goes when the run ends.</summary>
    public static string PathOf(string name) => Path.Combine(Folder.Value, name);

    /// <summary>A copy under a name of its own, by which its readers can be told from others.</summary>
    public static string CopyOf(Clip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        var copy = PathOf($"{Path.GetRandomFileName()}{Path.GetExtension(clip.Path)}");
        File.Copy(clip.Path, copy);
        return copy;
    }

    /// <summary>Encodes numbered pictures of a size.</summary>
    public static Clip Encode(string name, int count, IEnumerable<string> arguments, int width = SomeWidth, int height = SomeHeight)
    {
        Encode(name, Enumerable.Range(0, count), width, height, RateHz, arguments);
        return new(PathOf(name), width, height, [.. Enumerable.Range(0, count).Select(i => (i, At(i, RateHz)))]);
    }

    private static void Encode(string name, IEnumerable<int> numbers, int width, int height, int rateHz, IEnumerable<string> arguments)
    {
        string[] input = ["-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-video_size", $"{width}x{height}", "-framerate", rateHz.ToString(CultureInfo.InvariantCulture), "-i", "-"];
        string[] codec = arguments.Contains("-pix_fmt") ? ["-c:v", "libx264"] : ["-c:v", "libx264", "-pix_fmt", "yuv420p"];
        Tool.Feed("ffmpeg", [.. input, .. codec, .. arguments, PathOf(name)], stdin =>
        {
            var rgb = new byte[width * height * 3];
            foreach (var number in numbers)
            {
                FrameCode.Paint(rgb, width, height, number);
                stdin.Write(rgb);
            }
        });
    }

    private static Clip MakeVariableRate()
    {
        // In milliseconds: pauses between 19 and 61, none like the one before.
        List<int> times = [.. Enumerable.Range(0, 60).Select(i => (40 * i) + (3 * (i * i % 7)))];
        Encode("variable-rate.mp4", Enumerable.Range(0, 60), SomeWidth, SomeHeight, 1000, ["-vf", "setpts=40*N+3*mod(N*N\\,7)", "-fps_mode", "passthrough", "-bf", "2"]);
        return new(PathOf("variable-rate.mp4"), SomeWidth, SomeHeight, [.. times.Select((ms, i) => (i, TimeSpan.FromMilliseconds(ms)))]);
    }

    private static Clip MakeEditList()
    {
        var path = Make("edit-list.mp4", "-ss", "0.7", "-i", BFrames.Path, "-c", "copy");
        return new(path, SomeWidth, SomeHeight, [.. Enumerable.Range(21, 39).Select(i => (i, At(i - 21, RateHz)))]);
    }

    // A phone held upright stores its pictures lying and writes the matrix of a clockwise quarter turn into the track header
    // (ISO/IEC 14496-12 §8.3.2): x' = −y, y' = x. It stands 40 bytes behind the start of the header, in 16.16 fixed point.
    private static Clip MakeRotated()
    {
        var path = Make("rotated.mp4", "-i", Encode("upright.mp4", 10, [], SomeHeight, SomeWidth).Path, "-vf", "transpose=cclock");
        var bytes = File.ReadAllBytes(path);
        var matrix = bytes.AsSpan(bytes.AsSpan().IndexOf("tkhd"u8) + 4 + 40, 20);
        ReadOnlySpan<int> clockwise = [0, 1, 0, -1, 0];
        for (var i = 0; i < clockwise.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(matrix[(4 * i)..], clockwise[i] << 16);
        File.WriteAllBytes(path, bytes);
        return new(path, SomeHeight, SomeWidth, [.. Enumerable.Range(0, 10).Select(i => (i, At(i, RateHz)))]);
    }

    private static Clip MakeSizeChange()
    {
        string[] plain = ["-bf", "0", "-g", "10"];
        Encode("small.ts", Enumerable.Range(0, 30), SomeWidth, SomeHeight, RateHz, plain);
        Encode("large.ts", Enumerable.Range(30, 30), 640, 480, RateHz, [.. plain, "-output_ts_offset", "1"]);
        var path = PathOf("size-change.ts");
        File.WriteAllBytes(path, [.. File.ReadAllBytes(PathOf("small.ts")), .. File.ReadAllBytes(PathOf("large.ts"))]);
        return new(path, 640, 480, [.. Enumerable.Range(0, 60).Select(i => (i, At(i, RateHz)))]);
    }

    // An AVI states the picture size in its main header and in the format of the stream; raw pictures have no other.
    private static string MakeZeroSize()
    {
        var path = Make("zero-size.avi", "-i", Steady.Path, "-frames:v", "5", "-c:v", "rawvideo", "-pix_fmt", "bgr24");
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan(bytes.AsSpan().IndexOf("avih"u8) + 8 + 32, 8).Clear();
        bytes.AsSpan(bytes.AsSpan().IndexOf("strf"u8) + 8 + 4, 8).Clear();
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static string Make(string name, params string[] arguments)
    {
        Tool.Run("ffmpeg", ["-v", "error", "-y", .. arguments, PathOf(name)]);
        return PathOf(name);
    }

    private static string Cut(string whole, string name)
    {
        var bytes = File.ReadAllBytes(whole);
        return Write(name, bytes.AsSpan(0, bytes.Length / 2));
    }

    private static string Write(string name, ReadOnlySpan<byte> content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    private static TimeSpan At(int index, int rateHz) =>
        TimeSpan.FromTicks(((2 * index * TimeSpan.TicksPerSecond) + rateHz) / (2 * rateHz));

    private static string MakeFolder()
    {
        var folder = Directory.CreateTempSubdirectory("physioedge-clips-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}
