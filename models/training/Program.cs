using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Motion;
using System.Globalization;
using PhysioEdge.Inference.Models;
using PhysioEdge.Training.Captures;
using PhysioEdge.Training.Films;
using PhysioEdge.Training.Learning;
using PhysioEdge.Training.Sights;

if (args[0] == "score")
{
    var score = new FilmScore(args[1], File.ReadAllBytes(args[2]), Enum.Parse<PoseModel>(args[3], true));
    foreach (var line in await score.RunAsync(int.Parse(args[5]), int.Parse(args[4])))
        Console.WriteLine(line);
    return;
}

if (args[0] == "films")
{
    var store = ModelStore.Open(args[1]);
    PhysioEdge.Inference.OnnxModel Load(PoseModel m) => new(store.Describe(m).Name, store.ReadVerified(m));
    using var o = new BinaryWriter(new BufferedStream(File.Create(args[2]), 1 << 20));
    for (var i = 0; i < int.Parse(args[4]); i++)
        (await Film.MakeAsync(int.Parse(args[3]) + i, () => new PhysioEdge.Vision.Pose.PoseTracker(Load(PoseModel.Detection), Load(i % 3 == 2 ? PoseModel.Lite : PoseModel.Full), TimeProvider.System)))?.Write(o);
    return;
}

if (args[0] == "dump")
{
    using var o = new BinaryWriter(File.Create(args[1])); var s = new Skeleton();
    for (var c = 0; c < 200; c++)
    {
        var n = new SeededNumbers(c * 7919 + 13);
        var m = new PhysioEdge.Training.Motions.GaitMotion(new PhysioEdge.Simulation.Body.BodySize(), n, 6);
        for (var f = 0; f < 180; f++) { m.Pose(f / 30.0, s); foreach (var i in PhysioEdge.Vision.Lifting.LiftedLandmarks.All) { var v = s[i]; o.Write(v.X); o.Write(v.Y); o.Write(v.Z); } }
    }
    return;
}

var captures = CaptureLibrary.Read(args[0]);
var plan = new TrainingPlan { Clips = int.Parse(args[2]), Steps = int.Parse(args[3]), Width = int.Parse(args[4]), BatchSize = int.Parse(args[5]) };
var clips = Enumerable.Range(1000, plan.Clips).AsParallel().AsOrdered().Select(seed => Clip.Make(captures, seed)).ToList();
var heldOut = Enumerable.Range(900_000, 300).Select(seed => Clip.Make(captures, seed)).ToList();
var films = new List<Film>();
foreach (var path in args.Skip(6).SelectMany(folder => Directory.GetFiles(folder, "*.films").Order()))
{
    using var file = new BinaryReader(File.OpenRead(path));
    while (file.BaseStream.Position < file.BaseStream.Length)
        films.Add(Film.Read(file));
}

films.AddRange(films.Select(film => film.Mirrored()).ToList());
Console.WriteLine($"{clips.Count} clips, {films.Count} films");
var time = TimeProvider.System;
var start = time.GetTimestamp();
var network = new Teacher(new Material(clips, films), heldOut, plan).Train(line => Console.WriteLine($"{time.GetElapsedTime(start).TotalSeconds:F0} s {line}"));
File.WriteAllBytes(args[1], LiftExport.Write(network));
