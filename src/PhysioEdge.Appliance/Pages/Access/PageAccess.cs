using System.Security.Cryptography;
using System.Text;
using PhysioEdge.Appliance.Commands;
using PhysioEdge.Storage.Secrets;

namespace PhysioEdge.Appliance.Pages.Access;

/// <summary>
/// Lets people sign in at the page, and knows who they are afterwards. Without PINs everybody is everything, which is for a page that only
/// the box itself can reach. May be called from any thread.
/// </summary>
internal sealed class PageAccess(PinFiles? pins, TimeProvider time)
{
    public const string Cookie = "physioedge";

    /// <summary>A screen that nobody touches any more is signed out.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(30);

    /// <summary>So many wrong PINs are borne in a <see cref="Window"/>, whoever gave them: ten thousand of four digits take a week.</summary>
    public const int MostWrong = 5;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const int MostSessions = 100;
    private const int ShortestPin = 4;
    private const string TherapistField = "page.therapist_pin_file";
    private const string TechnicianField = "page.technician_pin_file";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (PageRole Role, long Seen)> _sessions = new(StringComparer.Ordinal);
    private readonly Queue<long> _wrong = new();

    /// <summary>Gets a value indicating whether there are PINs.</summary>
    public bool IsGuarded => pins is not null;

    /// <summary>Who sends a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isTouch">Whether a person has done something, and not only a screen asked.</param>
    public PageRole RoleOf(HttpRequest request, bool isTouch = false)
    {
        if (!IsGuarded)
            return PageRole.Therapist | PageRole.Technician;
        if (request.Cookies[Cookie] is not { } token)
            return PageRole.Patient;
        lock (_gate)
        {
            if (!_sessions.TryGetValue(token, out var session) || time.GetElapsedTime(session.Seen) > IdleLimit)
            {
                _sessions.Remove(token);
                return PageRole.Patient;
            }

            if (isTouch)
                _sessions[token] = session with { Seen = time.GetTimestamp() };
            return session.Role;
        }
    }

    /// <summary>Looks whether the files of PINs can be read, and have some.</summary>
    /// <exception cref="SecretException">One cannot be read, or others may read it too.</exception>
    /// <exception cref="InputException">One has no PIN in it that is long enough.</exception>
    public void Check()
    {
        if (pins is null)
            return;
        foreach (var (file, field) in ((string, string)[])[(pins.TherapistFile, TherapistField), (pins.TechnicianFile, TechnicianField)])
        {
            if (SecretFile.ReadLine(file, field).Length < ShortestPin)
                throw new InputException($"{file} ({field}) has no PIN of at least {ShortestPin} digits in its first line.");
        }
    }

    /// <summary>Tries a PIN.</summary>
    /// <returns>The token for the cookie and the role; null if it is nobody's.</returns>
    /// <exception cref="SecretException">A file of PINs cannot be read.</exception>
    public (string Token, PageRole Role)? TrySignIn(string pin)
    {
        lock (_gate)
        {
            var role = RoleOf(pin);
            if (role == PageRole.Patient)
            {
                _wrong.Enqueue(time.GetTimestamp());
                return null;
            }

            foreach (var old in _sessions.Where(s => time.GetElapsedTime(s.Value.Seen) > IdleLimit).Select(s => s.Key).ToList())
                _sessions.Remove(old);
            if (_sessions.Count >= MostSessions)
                _sessions.Remove(_sessions.MinBy(s => s.Value.Seen).Key);
            var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
            _sessions[token] = (role, time.GetTimestamp());
            return (token, role);
        }
    }

    /// <summary>Whether there were too many wrong PINs just now for another one to be looked at.</summary>
    public bool MustWait()
    {
        lock (_gate)
        {
            while (_wrong.TryPeek(out var oldest) && time.GetElapsedTime(oldest) > Window)
                _wrong.Dequeue();
            return _wrong.Count >= MostWrong;
        }
    }

    public void SignOut(HttpRequest request)
    {
        if (request.Cookies[Cookie] is not { } token)
            return;
        lock (_gate)
            _sessions.Remove(token);
    }

    private PageRole RoleOf(string pin)
    {
        if (pins is null)
            return PageRole.Patient;

        // Both are always compared, and in the same time whatever is given.
        var (therapist, technician) = (Is(pin, pins.TherapistFile, TherapistField), Is(pin, pins.TechnicianFile, TechnicianField));
        return (therapist ? PageRole.Therapist : PageRole.Patient) | (technician ? PageRole.Technician : PageRole.Patient);
    }

    private static bool Is(string pin, string file, string field) =>
        CryptographicOperations.FixedTimeEquals(Hash(pin), Hash(SecretFile.ReadLine(file, field)));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
