using System.Numerics;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Training.Captures;

/// <summary>The bones of an Acclaim ASF file, and where they are in a frame of its AMC.</summary>
internal sealed class AcclaimSkeleton
{
    private const float MetresPerInch = 0.0254f;

    private readonly List<Bone> _bones = [];
    private readonly float _metres;

    private AcclaimSkeleton(float lengthUnit) => _metres = MetresPerInch / lengthUnit;

    public static AcclaimSkeleton Read(string path)
    {
        var lines = TextFile.Lines(path).Select(TextFile.Words).Where(words => words.Length > 0).ToList();
        var skeleton = new AcclaimSkeleton(TextFile.Number(lines.First(words => words[0] == "length" && words.Length == 2)[1]));
        var bones = Bones(lines).ToDictionary(bone => bone.Name);
        foreach (var words in lines.SkipWhile(words => words[0] != ":hierarchy").Skip(1))
        {
            // Parents come before their children.
            foreach (var child in words.Skip(1).Where(bones.ContainsKey))
                skeleton._bones.Add(bones[child] with { Parent = words[0] });
        }

        return skeleton;
    }

    /// <summary>Where the joints are at the ends of the bones, and where each begins; metres, y up.</summary>
    public void Place(IReadOnlyDictionary<string, float[]> frame, Dictionary<string, Vector3> ends)
    {
        var root = frame["root"];
        var turns = new Dictionary<string, Quaternion> { ["root"] = Turn(root[3], root[4], root[5]) };
        ends["root"] = _metres * new Vector3(root[0], root[1], root[2]);
        foreach (var bone in _bones)
        {
            var turn = turns[bone.Parent] * bone.Own(frame.GetValueOrDefault(bone.Name, []));
            turns[bone.Name] = turn;
            ends[bone.Name] = ends[bone.Parent] + (_metres * bone.Length * Vector3.Transform(bone.Direction, turn));
        }

        ends["ahead"] = Vector3.Transform(Vector3.UnitZ, turns["head"]);
    }

    private static Quaternion Turn(float x, float y, float z) => Angle.AboutZ(z) * Angle.AboutY(y) * Angle.AboutX(x);

    private static IEnumerable<Bone> Bones(IEnumerable<string[]> lines)
    {
        var bone = default(Bone);
        foreach (var words in lines.SkipWhile(words => words[0] != ":bonedata").TakeWhile(words => words[0] != ":hierarchy"))
        {
            switch (words[0])
            {
                case "begin":
                    bone = new Bone("", "", default, 0, Quaternion.Identity, []);
                    break;
                case "name":
                    bone = bone with { Name = words[1] };
                    break;
                case "direction":
                    bone = bone with { Direction = Vector3.Normalize(new Vector3(TextFile.Number(words[1]), TextFile.Number(words[2]), TextFile.Number(words[3]))) };
                    break;
                case "length":
                    bone = bone with { Length = TextFile.Number(words[1]) };
                    break;
                case "axis":
                    bone = bone with { Axis = Turn(TextFile.Number(words[1]), TextFile.Number(words[2]), TextFile.Number(words[3])) };
                    break;
                case "dof":
                    bone = bone with { Freedoms = words[1..] };
                    break;
                case "end":
                    yield return bone;
                    break;
            }
        }
    }

    private readonly record struct Bone(string Name, string Parent, Vector3 Direction, float Length, Quaternion Axis, string[] Freedoms)
    {
        public Quaternion Own(float[] angles) => Axis * Turn(About("rx", angles), About("ry", angles), About("rz", angles)) * Quaternion.Inverse(Axis);

        private float About(string freedom, float[] angles) => Array.IndexOf(Freedoms, freedom) is >= 0 and var i && i < angles.Length ? angles[i] : 0;
    }
}
