// Makes the pictures of the page in the README from the simulated session, in a real browser:
//   dotnet run -c Release --project tests/PhysioEdge.Pictures -- docs/images
using PhysioEdge.Pictures;
using PhysioEdge.TestKit.Chromium;

if (args is not [var folder])
{
    Console.Error.WriteLine("Give the folder for the pictures.");
    return 2;
}

Directory.CreateDirectory(folder);
await using var browser = await Browser.StartAsync(CancellationToken.None);
using (var box = await SimulatedBox.StartAsync())
    await new PicturedSession(box.Page, browser, folder).PhotographAsync();
using (var box = await SimulatedBox.StartAsync())
    await new PicturedSession(box.Page, browser, folder).FilmAsync();
return 0;
