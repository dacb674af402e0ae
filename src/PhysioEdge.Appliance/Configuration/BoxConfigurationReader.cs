using System.Net;
using System.Text.Json;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Appliance.Models;
using PhysioEdge.Appliance.Pages.Access;
using PhysioEdge.Contracts.CarePlans;
using PhysioEdge.Contracts.Documents;
using PhysioEdge.Inference.Models;
using PhysioEdge.Publishing.Broker;
using PhysioEdge.Publishing.Identity;
using PhysioEdge.Storage.Influx;
using PhysioEdge.Storage.Measurements;
using PhysioEdge.Storage.Secrets;
using PhysioEdge.Vision.Capture;
using PhysioEdge.Wearables.InsoleProfiles;

namespace PhysioEdge.Appliance.Configuration;

/// <summary>Reads the folder that says what differs from box to box; everything that is wrong in it is said at once.</summary>
internal static class BoxConfigurationReader
{
    public const string FileName = "box.json";
    public const string Simulated = "simulated";

    private static readonly JsonDocumentValidator Validator =
        JsonDocumentValidator.FromResource(typeof(BoxConfigurationReader).Assembly, "box.schema.json");

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Reads <c>box.json</c> and the care plans of that folder.</summary>
    /// <exception cref="ConfigurationException">There are errors; the message has all of them.</exception>
    public static BoxConfiguration Read(string folder)
    {
        var errors = new List<DocumentError>();
        var plans = CarePlanFiles.ReadFolder(Path.Combine(folder, "careplans"), Path.Combine(folder, "careplans"), errors);
        var consents = ConsentFiles.ReadFolder(Path.Combine(folder, ConsentFiles.Folder), errors);
        var insoles = InsoleProfileFiles.ReadFolder(Path.Combine(folder, "insoles"), errors);
        var shown = Path.Combine(folder, FileName);
        var box = ReadBox(shown, errors);
        if (box is not null)
            errors.AddRange(ErrorsIn(box, plans, shown).Concat(DeviceRules.ErrorsIn(box.Devices, plans, insoles, shown)));
        if (errors.Count > 0)
            throw new ConfigurationException(errors);
        return Complete(box!, plans, Path.GetFullPath(folder)) with
        {
            InsoleProfiles = insoles,
            Consents = consents,
            Devices = [.. box!.Devices.Select(d => Complete(d, plans, insoles))],
            Panel = box.Panel,
            Bluetooth = new BluetoothOptions { Adapter = box.Bluetooth?.Adapter, Bus = box.Bluetooth?.Bus },
        };
    }

    /// <summary>The box of the default run: the simulated patient, the embedded broker, no hardware.</summary>
    /// <param name="speed">How fast the patient's session goes by; 1 is real time.</param>
    public static BoxConfiguration ForDemo(double speed)
    {
        using var resource = typeof(BoxConfigurationReader).Assembly.GetManifestResourceStream("pt-demo.json")!;
        using var reader = new StreamReader(resource);
        var plan = CarePlanReader.Read(reader.ReadToEnd(), "pt-demo.json").Value!;
        var insole = InsoleProfileFiles.ReadSimulated();
        return new BoxConfiguration
        {
            Site = "demo",
            Edge = "edge-demo",
            DataFolder = DefaultDataFolder(),
            Model = PoseModels.Default,
            SessionIdle = TimeSpan.FromSeconds(30),
            Cameras = [new(new CameraOptions { Name = Simulated, Address = Simulated, ReplaySpeed = speed }, plan, true)],
            Devices =
            [
                new() { Id = "insole-left", CarePlan = plan, Address = Simulated, Insole = new InsoleFit(Side.Left, insole, "42") },
                new() { Id = "insole-right", CarePlan = plan, Address = Simulated, Insole = new InsoleFit(Side.Right, insole, "42") },
                new() { Id = "watch", CarePlan = plan, Address = Simulated },
            ],
        };
    }

    private static BoxDocument? ReadBox(string path, List<DocumentError> errors)
    {
        if (ConfigurationFile.ReadBytes(path, path, errors) is not { } bytes)
            return null;
        var (document, found) = Validator.Check(bytes, path);
        using (document)
        {
            errors.AddRange(found);
            return found.Count == 0 ? document!.RootElement.Deserialize<BoxDocument>(Json) : null;
        }
    }

    private static IEnumerable<DocumentError> ErrorsIn(BoxDocument box, IReadOnlyDictionary<string, CarePlan> plans, string shown)
    {
        if (box.Broker is { Host: null } embedded && (embedded.Tls || embedded.UserName is not null || embedded.PasswordFile is not null))
            yield return new(shown, "broker", "tls, user_name and password_file are for a broker elsewhere; give its host, or leave them out");
        if (box.Broker is { Tls: false } open && (open.AuthorityFile ?? open.CertificateFile ?? open.KeyFile) is not null)
            yield return new(shown, "broker", "authority_file, certificate_file and key_file are for an encrypted connection; set tls to true, or leave them out");
        if (box.Broker is { } broker && broker.CertificateFile is null != broker.KeyFile is null)
            yield return new(shown, "broker", "certificate_file and key_file belong together; give both, or leave both out");
        var kept = Complete(box.Storage);
        if (kept.Summaries < kept.Details)
            yield return new(shown, "storage.summaries_days", $"is {kept.Summaries.TotalDays:0}, and details_days {kept.Details.TotalDays:0}; what sums up has to be kept as long as the details at least");
        if (box.Page is { } page && page.TherapistPinFile is null != page.TechnicianPinFile is null)
            yield return new(shown, "page", "therapist_pin_file and technician_pin_file belong together; give both, or leave both out");
        if (box.Page is { Address: { } address, TherapistPinFile: null } && !IPAddress.IsLoopback(IPAddress.Parse(address)))
            yield return new(shown, "page.address", $"{address} can be reached from elsewhere; give therapist_pin_file and technician_pin_file too, or listen on 127.0.0.1");
        if (box.Panel is { } panel && ((int?[])[panel.Button, panel.PrivacyLed, panel.StatusLed]).OfType<int>() is var lines && lines.Distinct().Count() < lines.Count())
            yield return new(shown, "panel", "button, privacy_led and status_led are lines of their own; one is there twice");
        foreach (var error in ErrorsIn(box.Influx))
            yield return new(shown, "influx", error);
        foreach (var (index, camera) in box.Cameras.Index())
        {
            if (!plans.ContainsKey(camera.Patient))
                yield return new(shown, $"cameras[{index}].patient", $"there is no care plan for {camera.Patient} in careplans/; known: {string.Join(", ", plans.Keys.DefaultIfEmpty("none"))}");
            if (box.Cameras.Take(index).Any(c => c.Id == camera.Id))
                yield return new(shown, $"cameras[{index}].id", $"{camera.Id} is there twice; each camera needs a name of its own");
        }
    }

    private static IEnumerable<string> ErrorsIn(InfluxDocument? influx)
    {
        if (influx is not null && !Uri.TryCreate(influx.Url, UriKind.Absolute, out _))
            yield return $"url {influx.Url} is no address; it should look like https://influx.clinic.example:8086";
        if (influx is { PasswordFile: not null, UserName: null })
            yield return "password_file is for a user; give user_name too, or leave it out";
        if (influx is { TokenFile: not null, UserName: not null })
            yield return "token_file is in place of user_name and password_file; leave out the one or the others";
    }

    private static BoxConfiguration Complete(BoxDocument box, IReadOnlyDictionary<string, CarePlan> plans, string folder)
    {
        var configuration = new BoxConfiguration
        {
            Site = box.Site,
            Edge = box.Edge,
            DataFolder = box.DataFolder is { } data ? Path.GetFullPath(data, folder) : DefaultDataFolder(),
            Model = box.Model is { } model ? Enum.Parse<PoseModel>(model, ignoreCase: true) : PoseModels.Default,
            Page = Complete(box.Page, folder),
            Broker = Complete(box.Broker, folder),
            Retention = Complete(box.Storage),
            Influx = box.Influx is { } influx ? Complete(influx, box, folder) : null,
            Cameras = [.. box.Cameras.Select(c => new CameraConfiguration(Complete(c, folder), plans[c.Patient], c.Address == Simulated))],
        };
        return box.SessionIdleS is { } idle ? configuration with { SessionIdle = TimeSpan.FromSeconds(idle) } : configuration;
    }

    private static DeviceConfiguration Complete(
        DeviceDocument device, IReadOnlyDictionary<string, CarePlan> plans, IReadOnlyDictionary<string, InsoleProfile> profiles)
    {
        var configuration = new DeviceConfiguration
        {
            Id = device.Id,
            CarePlan = plans[device.Patient],
            Address = device.Address == Simulated ? Simulated : device.Address?.ToUpperInvariant(),
            Name = device.Name,
            Insole = device.Profile is { } name ? Fit(device, profiles[name]) : null,
            Notify = device.Notify ?? "auto",
        };
        return device.SilenceS is { } silence ? configuration with { Silence = TimeSpan.FromSeconds(silence) } : configuration;
    }

    private static InsoleFit Fit(DeviceDocument device, InsoleProfile profile)
        => new(Enum.Parse<Side>(device.Side!, ignoreCase: true), profile, device.Size ?? profile.Sizes.Keys.Single());

    private static PageOptions Complete(PageDocument? page, string folder)
    {
        var usual = new PageOptions();
        return page is null
            ? usual
            : new PageOptions
            {
                Address = page.Address ?? usual.Address,
                Port = page.Port ?? usual.Port,
                VideoScreens = page.VideoScreens ?? [],
                Pins = page is { TherapistPinFile: { } therapist, TechnicianPinFile: { } technician }
                    ? new PinFiles(SecretFile.Resolve(therapist, folder), SecretFile.Resolve(technician, folder))
                    : null,
            };
    }

    private static BrokerOptions Complete(BrokerDocument? broker, string folder) => broker is null
        ? new BrokerOptions()
        : new BrokerOptions
        {
            Host = broker.Host,
            Port = broker.Port ?? (broker.Tls ? 8883 : 1883),
            BindAddress = IPAddress.Parse(broker.BindAddress ?? IPAddress.Loopback.ToString()),
            Tls = broker.Tls,
            UserName = broker.UserName,
            PasswordFile = broker.PasswordFile is { } file ? SecretFile.Resolve(file, folder) : null,
            Identity = new IdentityFiles(
                broker.CertificateFile is { } certificate ? Path.GetFullPath(certificate, folder) : null,
                broker.KeyFile is { } key ? SecretFile.Resolve(key, folder) : null,
                broker.AuthorityFile is { } authority ? Path.GetFullPath(authority, folder) : null),
        };

    private static RetentionOptions Complete(StorageDocument? storage)
    {
        var usual = new RetentionOptions();
        return new RetentionOptions
        {
            Details = storage?.DetailsDays is { } details ? TimeSpan.FromDays(details) : usual.Details,
            Summaries = storage?.SummariesDays is { } summaries ? TimeSpan.FromDays(summaries) : usual.Summaries,
            MostBytes = storage?.LimitMb is { } megabytes ? (long)(megabytes * 1e6) : usual.MostBytes,
        };
    }

    private static InfluxOptions Complete(InfluxDocument influx, BoxDocument box, string folder)
    {
        var options = new InfluxOptions
        {
            Url = new Uri(influx.Url),
            Database = influx.Database,
            Site = box.Site,
            Edge = box.Edge,
            UserName = influx.UserName,
            PasswordFile = influx.PasswordFile is { } password ? SecretFile.Resolve(password, folder) : null,
            TokenFile = influx.TokenFile is { } token ? SecretFile.Resolve(token, folder) : null,
        };
        return influx.IntervalS is { } interval ? options with { Interval = TimeSpan.FromSeconds(interval) } : options;
    }

    private static CameraOptions Complete(CameraDocument camera, string folder)
    {
        var options = new CameraOptions
        {
            Name = camera.Id,
            Address = IsFile(camera.Address) ? Path.GetFullPath(camera.Address, folder) : camera.Address,
            Backend = Enum.Parse<CaptureBackend>(camera.Backend ?? nameof(CaptureBackend.Auto), ignoreCase: true),
            ReplaySpeed = camera.Speed is 0 ? null : camera.Speed ?? 1,
            Loop = camera.Loop,
        };
        if (camera.StallTimeoutS is { } stall)
            options.StallTimeout = TimeSpan.FromSeconds(stall);
        return options;
    }

    private static bool IsFile(string address) => address != Simulated && !address.Contains("://", StringComparison.Ordinal);

    private static string DefaultDataFolder() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "physioedge");
}
