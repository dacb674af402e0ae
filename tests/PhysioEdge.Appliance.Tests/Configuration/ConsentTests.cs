using PhysioEdge.Appliance.Configuration;
using PhysioEdge.Appliance.Tests.Setup;

namespace PhysioEdge.Appliance.Tests.Configuration;

public sealed class ConsentTests : IDisposable
{
    private readonly BoxFolder _box = new BoxFolder("squats.mp4").Wearing();

    [Fact]
    public void Each_source_needs_its_patients_consent_to_its_kind()
    {
        _box.WriteConsent("video", "heart-rate");

        var box = BoxConfigurationReader.Read(_box.Write());

        Assert.True(box.Consents.Cover(box.Cameras[0]));
        Assert.Equal([false, false, true], box.Devices.Select(box.Consents.Cover));
    }

    [Fact]
    public void A_consent_that_was_withdrawn_does_not_hold()
    {
        _box.Write("consents/pt-7f3a.json", """{"patient":"pt-7f3a","consents":[{"modality":"video","given_on":"2026-11-02","withdrawn_on":"2026-11-20"}]}""");

        var box = BoxConfigurationReader.Read(_box.Write());

        Assert.False(box.Consents.Cover(box.Cameras[0]));
    }

    [Fact]
    public void What_is_wrong_with_a_consent_is_named_with_file_and_field()
    {
        _box.Write("consents/pt-7f3a.json", """{"patient":"pt-7f3a","consents":[{"modality":"x-ray","given_on":"yesterday"}]}""");

        var refusal = Assert.Throws<ConfigurationException>(() => BoxConfigurationReader.Read(_box.Write())).Message;

        Assert.Contains("consents/pt-7f3a.json: consents[0].modality: 'x-ray' is not known", refusal, StringComparison.Ordinal);
        Assert.Contains("consents/pt-7f3a.json: consents[0].given_on:", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_camera_whose_patient_has_not_agreed_is_never_opened_and_the_box_says_so()
    {
        using var box = new BoxFolder(await PhantomVideo.PathAsync()).Live();
        box.WriteConsent();
        using var service = await RunningService.StartAsync(box);

        var status = await service.StatusAsync(s => s.GetProperty("cameras")[0].GetProperty("state").GetString() == "switched_off");

        Assert.Equal(0, status.GetProperty("cameras")[0].GetProperty("captured").GetInt64());
        var problem = status.GetProperty("health").GetProperty("problems")[0];
        Assert.Equal("camera/cam-1", problem.GetProperty("component").GetString());
        Assert.Contains("there is no consent of its patient in consents/", problem.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    public void Dispose() => _box.Dispose();
}
