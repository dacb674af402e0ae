using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Simulations;
using PhysioEdge.Simulation.Body;
using PhysioEdge.Simulation.Motion;
using PhysioEdge.Simulation.Rendering;

namespace PhysioEdge.Appliance.Commands;

/// <summary><c>simulate</c>.</summary>
internal sealed class SimulateCommand
{
    private const string Session = "session";
    private const int LeastSide = 64;
    private const int MostSide = 1920;

    private static readonly CourseRequest Usual = new();
    private static readonly IReadOnlyList<string> Exercises = [.. Enum.GetValues<ScriptedExercise>().Select(NameOf)];

    private readonly Option<string> _output = new("--out") { Description = "the folder for simulated.mp4, truth.csv and truth.json; made with its parents", Required = true };
    private readonly Option<string> _exercise = new("--exercise")
    {
        Description = $"what the patient does: {string.Join(", ", Exercises)}; or {Session}, that of the run without a configuration",
        DefaultValueFactory = _ => Session,
    };

    private readonly NumberOption _repetitions = new("--repetitions", "a whole number of repetitions", 1, 100, $"of walking, lengths to and fro; {Usual.Repetitions} if not given");
    private readonly Option<string?> _side = new("--side") { Description = "the side that moves: left, right or both; both if not given, left where only one can" };
    private readonly NumberOption _bodyHeight = new("--body-height-m", "the patient's height in metres", 1, 2.2, "that of the build if not given");
    private readonly Option<string> _build = new("--build")
    {
        Description = $"the patient's build: {string.Join(", ", Builds.Named.Keys)}",
        DefaultValueFactory = _ => Usual.Build,
    };

    private readonly NumberOption _fatigue = new("--fatigue", "the percentage of the range that is lost from the first to the last repetition", 0, 90, "0 if not given");
    private readonly Option<string?> _weakerSide = new("--weaker-side") { Description = "the side that does not go as far: left or right; neither if not given" };
    private readonly NumberOption _weakerBy = new("--weaker-by-deg", "by how many degrees it goes less far", 1, 40, Default(Usual.WeakerByDegrees));
    private readonly NumberOption _trunkLean = new("--trunk-lean-deg", "the greatest forward lean of the trunk in degrees", 0, 60, "what suits the exercise if not given");
    private readonly NumberOption _tremor = new("--tremor-deg", "a tremor of 4 to 6 Hz in degrees", 0, 10, "none if not given");
    private readonly Option<string?> _limp = new("--limp") { Description = "walking: the leg that is spared, left or right; neither if not given" };
    private readonly NumberOption _seed = new("--seed", "a whole number that varies the small movements", 0, 1_000_000, "1 if not given");
    private readonly NumberOption _skin = new("--skin", "a whole number, the skin phototype of Fitzpatrick from light to dark", 1, 6, "as suits the clothes if not given");
    private readonly Option<string?> _clothes = new("--clothes") { Description = $"hair and clothes: {string.Join(", ", Looks.Named.Keys)}; plain if not given" };
    private readonly Option<string?> _light = new("--light") { Description = $"the light: {string.Join(", ", Lights.Named.Keys)}; daylight if not given" };
    private readonly Option<bool> _passerBy = new("--passer-by") { Description = "somebody walks by behind the patient" };
    private readonly NumberOption _yaw = new("--yaw-deg", "the direction of the camera in degrees, 0 in front, positive to the patient's left", -180, 180, "65 if not given, 0 for shoulder-abduction, 30 for walking");
    private readonly NumberOption _cameraHeight = new("--camera-height-m", "the height of the camera in metres", 0.2, 3, "1.1 if not given");
    private readonly NumberOption _cameraDistance = new("--camera-distance-m", "the distance of the camera in metres", 1.5, 8, "3 if not given, 4.5 for walking");
    private readonly NumberOption _rate = new("--rate-hz", "pictures per second", 1, 120, "30 if not given");
    private readonly Option<(int Width, int Height)?> _size = new("--size")
    {
        Description = $"the picture as WIDTHxHEIGHT in pixels, even numbers of {LeastSide} to {MostSide}; 480x640 if not given",
        CustomParser = ParseSize,
    };

    private IReadOnlyList<Option> OfCourse =>
        [_repetitions, _side, _bodyHeight, _build, _fatigue, _weakerSide, _weakerBy, _trunkLean, _tremor, _limp, _seed];

    public static Command Create() => new SimulateCommand().CreateCommand();

    private Command CreateCommand()
    {
        var command = new Command("simulate", "Film a simulated patient whose joint angles are known: a video, and what is true of it.");
        IReadOnlyList<Option> options = [_output, _exercise, .. OfCourse, _skin, _clothes, _light, _passerBy, _yaw, _cameraHeight, _cameraDistance, _rate, _size];
        foreach (var option in options)
            command.Options.Add(option);
        command.Does(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = Read(parsed);
        var scene = SimulatedScene.Of(request);
        await SimulatedVideo.WriteAsync(CommandLine.MakeFolder(parsed.GetValue(_output)!), request, scene, cancellationToken);
        return CommandLine.Done;
    }

    private SimulationRequest Read(ParseResult parsed)
    {
        var name = parsed.GetValue(_exercise)!;
        var (width, height) = parsed.GetValue(_size) ?? (480, 640);
        return new SimulationRequest
        {
            Exercise = name == Session ? NoCourse(parsed) : Chosen(_exercise, name, [.. Exercises, Session], ExerciseOf),
            Course = ReadCourse(parsed),
            View = new ViewRequest
            {
                YawDegrees = parsed.GetValue(_yaw),
                CameraHeightMetres = parsed.GetValue(_cameraHeight),
                CameraDistanceMetres = parsed.GetValue(_cameraDistance),
                SkinTone = Whole(parsed, _skin),
                Clothes = parsed.GetValue(_clothes) is { } clothes ? Chosen(_clothes, clothes, [.. Looks.Named.Keys], static name => name) : null,
                Light = parsed.GetValue(_light) is { } light ? Chosen(_light, light, [.. Lights.Named.Keys], static name => name) : null,
                PasserBy = parsed.GetValue(_passerBy),
                Width = width,
                Height = height,
            },
            RateHz = parsed.GetValue(_rate) ?? 30,
        };
    }

    private CourseRequest ReadCourse(ParseResult parsed) => new()
    {
        Repetitions = Whole(parsed, _repetitions) ?? Usual.Repetitions,
        Side = parsed.GetValue(_side) is { } side ? Chosen(_side, side, ["left", "right", "both"], SideOf) : null,
        BodyHeightMetres = parsed.GetValue(_bodyHeight),
        Build = Chosen(_build, parsed.GetValue(_build)!, [.. Builds.Named.Keys], static build => build),
        FatiguePercent = parsed.GetValue(_fatigue) ?? Usual.FatiguePercent,
        WeakerSide = parsed.GetValue(_weakerSide) is { } weaker ? Chosen(_weakerSide, weaker, ["left", "right"], SideOf) : null,
        WeakerByDegrees = parsed.GetValue(_weakerBy) ?? Usual.WeakerByDegrees,
        TrunkLeanDegrees = parsed.GetValue(_trunkLean),
        TremorDegrees = parsed.GetValue(_tremor) ?? Usual.TremorDegrees,
        Limp = parsed.GetValue(_limp) is { } limp ? Chosen(_limp, limp, ["left", "right"], SideOf) : null,
        Seed = Whole(parsed, _seed) ?? Usual.Seed,
    };

    /// <summary>A session has its own course; what was asked of it would be silently left out.</summary>
    private ScriptedExercise? NoCourse(ParseResult parsed)
        => OfCourse.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } given
            ? throw new InputException($"{given.Name}: the session has its own course. Choose one exercise: {_exercise.Name} {string.Join(", ", Exercises)}")
            : null;

    private static int? Whole(ParseResult parsed, NumberOption option) => parsed.GetValue(option) switch
    {
        null => null,
        { } number when Math.Floor(number) == number => (int)number,
        { } number => throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{option.Name} {number}: {option.Description!.Split(',')[0]} is expected")),
    };

    private static T Chosen<T>(Option option, string name, IReadOnlyList<string> allowed, Func<string, T> read)
        => allowed.Contains(name) ? read(name) : throw new InputException($"{option.Name} {name}: not known; allowed: {string.Join(", ", allowed)}");

    private static string NameOf(ScriptedExercise exercise) => JsonNamingPolicy.KebabCaseLower.ConvertName(exercise.ToString());

    private static ScriptedExercise? ExerciseOf(string name) => Enum.GetValues<ScriptedExercise>().First(e => NameOf(e) == name);

    private static Side SideOf(string name) => Enum.Parse<Side>(name, ignoreCase: true);

    private static string Default(double value) => string.Create(CultureInfo.InvariantCulture, $"{value} if not given");

    private static (int Width, int Height)? ParseSize(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        int[] sides = [.. text.Split('x').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var side) ? side : 0)];
        if (sides is [var width, var height] && sides.All(side => side is >= LeastSide and <= MostSide && side % 2 == 0))
            return (width, height);
        result.AddError($"--size {text}: WIDTHxHEIGHT in pixels is expected, even numbers of {LeastSide} to {MostSide}");
        return null;
    }
}
