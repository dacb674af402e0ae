using System.CommandLine;

var root = new RootCommand("PhysioEdge: the box in the treatment room.");
return await root.Parse(args).InvokeAsync();
