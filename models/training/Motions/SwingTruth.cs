using System.Numerics;
using PhysioEdge.Analysis.Gait;
using PhysioEdge.Analysis.Gait.Landmarks;
using PhysioEdge.Analysis.Samples;
using PhysioEdge.Simulation.Motion;

namespace PhysioEdge.Training.Motions;

/// <summary>When the feet of a motion swing: from toe-off to initial contact, in walking only.</summary>
internal sealed class SwingTruth
{
    /// <summary>What <see cref="At"/> says where it is not known.</summary>
    public const float Unknown = -1;

    private const double SamplesPerSecond = 100;

    private readonly Foot[] _feet;

    private SwingTruth(params Foot[] feet) => _feet = feet;

    /// <summary>As the motion prescribes it; else as <see cref="LandmarkGait"/> finds it in what is known exactly.</summary>
    public static SwingTruth Of(IMotion motion)
    {
        var events = motion.Steps ?? [.. Found(motion)];
        return new SwingTruth(FootOf(Side.Left), FootOf(Side.Right));

        Foot FootOf(Side side)
        {
            GaitEvent[] own = [.. events.Where(e => e.Side == side).OrderBy(e => e.At)];
            var (from, to) = motion.Steps is not null ? (TimeSpan.MinValue, TimeSpan.MaxValue) : own.Length > 0 ? (own[0].At, own[^1].At) : (TimeSpan.MaxValue, TimeSpan.MinValue);
            return new Foot(own, from, to);
        }
    }

    /// <summary>Whether a foot swings.</summary>
    /// <param name="foot">0 = left, 1 = right.</param>
    /// <param name="seconds">When.</param>
    /// <param name="width">Of how long the share is asked for, s.</param>
    /// <returns>The share of the time around that moment in which it does, 0–1, or <see cref="Unknown"/>.</returns>
    public float At(int foot, double seconds, double width) => _feet[foot].At(TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(width));

    private static List<GaitEvent> Found(IMotion motion)
    {
        var (gait, skeleton, pose, events) = (new LandmarkGait(), new Skeleton(), default(LandmarkSet), new List<GaitEvent>());
        for (var i = 0; i / SamplesPerSecond <= motion.Seconds; i++)
        {
            motion.Pose(i / SamplesPerSecond, skeleton);
            for (var landmark = 0; landmark < LandmarkSet.Count; landmark++)
                pose[landmark] = new Landmark(default, 1, skeleton[(BodyLandmark)landmark] * new Vector3(1, -1, -1));
            events.AddRange(gait.Add(TimeSpan.FromSeconds(i / SamplesPerSecond), pose).Select(step => step.Event));
        }

        events.AddRange(gait.Finish().Select(step => step.Event));
        return events;
    }

    /// <summary>What one foot does, known from one moment to another.</summary>
    private sealed record Foot(GaitEvent[] Events, TimeSpan From, TimeSpan To)
    {
        public float At(TimeSpan at, TimeSpan width)
        {
            if (at < From || at > To)
                return Unknown;
            var after = Array.FindIndex(Events, e => e.At > at);
            GaitEvent? next = after >= 0 ? Events[after] : null;
            GaitEvent? before = after > 0 ? Events[after - 1] : after < 0 && Events.Length > 0 ? Events[^1] : null;
            if (before is { } last && last.Kind == next?.Kind)
                return Unknown;
            return next is { } n && !(at - before?.At < n.At - at) ? Share(n, at, width) : before is { } b ? Share(b, at, width) : 0;
        }

        /// <summary>How much of the time around a moment is swing, next to an event.</summary>
        private static float Share(in GaitEvent e, TimeSpan at, TimeSpan width)
        {
            var after = (float)Math.Clamp(((at - e.At) / width) + 0.5, 0, 1);
            return e.Kind == GaitEventKind.InitialContact ? 1 - after : after;
        }
    }
}
