using PhysioEdge.Appliance.Commands;

return await CommandLine.InvokeAsync(args);
