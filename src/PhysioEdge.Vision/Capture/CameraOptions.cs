using System.ComponentModel.DataAnnotations;

namespace PhysioEdge.Vision.Capture;

/// <summary>A camera: what to open, and what to do when it fails.</summary>
public sealed class CameraOptions : FrameSourceOptions
{
    /// <summary>Gets or sets the name in logs and health.</summary>
    [Required]
    public string Name { get; set; } = "camera";

    /// <summary>Gets or sets how long a live camera may be silent between two pictures before it is closed and opened again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan StallTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets how long a live camera may take from opening to its first picture.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan StartTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets or sets the wait before the first retry; it doubles with every failure in a row, with up to a quarter more at random.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:10:00")]
    public TimeSpan MinBackOff { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// Gets or sets the longest wait before a retry. A camera that streamed for less than this before it broke counts as
    /// having failed to start, so that one that comes and goes is not restarted twice a second.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "01:00:00")]
    public TimeSpan MaxBackOff { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets the number of failed starts in a row after which the camera counts as failed.</summary>
    [Range(1, 1000)]
    public int FailedStartLimit { get; set; } = 8;

    /// <summary>Gets or sets how often a failed camera is tried.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan FailedRetryInterval { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Gets or sets the speed at which a recording plays: 1 is real time. Up to that what is not taken in time is dropped, as by a live
    /// camera; faster, every picture is taken, if need be later. Null plays as fast as pictures are taken. Live cameras do not look at it.
    /// </summary>
    [Range(0.01, 100.0)]
    public double? ReplaySpeed { get; set; }

    /// <summary>Gets or sets a value indicating whether a recording starts again at its end, on the same time line.</summary>
    public bool Loop { get; set; }
}
