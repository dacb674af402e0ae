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

var captures = CaptureLibrary.Read(args[0]);
var plan = new TrainingPlan { Clips = int.Parse(args[2]), Steps = int.Parse(args[3]), Width = int.Parse(args[4]), BatchSize = int.Parse(args[5]) };
var clips = Enumerable.Range(1000, plan.Clips).AsParallel().AsOrdered().Select(seed => Clip.Make(captures, seed)).ToList();
var heldOut = Enumerable.Range(900_000, 300).Select(seed => Clip.Make(captures, seed)).ToList();
var time = TimeProvider.System;
var start = time.GetTimestamp();
var network = new Teacher(clips, heldOut, plan).Train(line => Console.WriteLine($"{time.GetElapsedTime(start).TotalSeconds:F0} s {line}"));
File.WriteAllBytes(args[1], LiftExport.Write(network));
