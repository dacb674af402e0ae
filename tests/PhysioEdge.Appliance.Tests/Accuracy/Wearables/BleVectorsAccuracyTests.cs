using PhysioEdge.Appliance.Accuracy.Wearables;

namespace PhysioEdge.Appliance.Tests.Accuracy.Wearables;

public sealed class BleVectorsAccuracyTests : IDisposable
{
    private readonly PhantomData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void Only_what_is_decoded_or_refused_as_expected_counts()
    {
        _data.Write("ble_vectors/vectors.json", """
            [
              {"characteristic":"2A19 Battery Level","hex":"32","expected":{"percent":50}},
              {"characteristic":"2A19 Battery Level","hex":"33","expected":{"percent":50}},
              {"characteristic":"2A19 Battery Level","hex":"65","expected":{"error":"above 100"}},
              {"characteristic":"2A19 Battery Level","hex":"64","expected":{"error":"above 100"}},
              {"characteristic":"2A37 Heart Rate Measurement","hex":"10480104","expected":{"rr_1024":[1025],"rr_ms":[1000]}},
              {"characteristic":"2A37 Heart Rate Measurement","hex":"10480104","expected":{"rr_1024":[1025, 1]}}
            ]
            """);

        var scores = BleVectorsAccuracy.Measure(Path.Combine(_data.Path, "ble_vectors")).ToList();

        Assert.Equal([("ble_vectors/2A19", 2.0, 4.0), ("ble_vectors/2A37", 1, 2), ("ble_vectors/all", 3, 6)], scores.Select(s => (s.Recording, s.Value, s.AtLeast!.Value)));
        Assert.All(scores, s => Assert.False(s.IsMet));
    }
}
