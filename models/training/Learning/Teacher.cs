using System.Globalization;
using System.Runtime;
using PhysioEdge.Training.Sights;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace PhysioEdge.Training.Learning;

/// <summary>Trains the lifter, lesson after lesson.</summary>
internal sealed class Teacher(Material material, IReadOnlyList<Clip> heldOut, TrainingPlan plan)
{
    /// <summary>Lessons are made so many at a time, and then learnt.</summary>
    private const int Course = 50;

    /// <summary>More than a course of learning allocates, bytes.</summary>
    private const long Allowance = 200_000_000;

    private readonly Lesson _exam = new(new Material(heldOut, []), -1, 192, Clip.Frames / 2);

    public LiftNetwork Train(Action<string> report)
    {
        random.manual_seed(plan.Seed);
        set_num_threads(plan.Threads);
        var (mean, deviation) = (_exam.Features().mean([0, 2]).unsqueeze(1), _exam.Features().std([0, 2]).unsqueeze(1) + 1e-3);
        var network = new LiftNetwork(plan.Width, mean, deviation);
        using var optimiser = optim.AdamW(network.parameters(), plan.PeakRate, weight_decay: 1e-4);
        for (var start = 0; start < plan.Steps; start += Course)
        {
            var numbers = Enumerable.Range(start, Math.Min(Course, plan.Steps - start));
            var lessons = numbers.AsParallel().AsOrdered().Select(number => new Lesson(material, number, plan.BatchSize, plan.Length)).ToList();
            Learn(network, optimiser, start, lessons, report);
        }

        return network;
    }

    /// <summary>The garbage collector has to wait: the library frees numbers that a call under way still reads.</summary>
    private void Learn(LiftNetwork network, AdamW optimiser, int start, List<Lesson> lessons, Action<string> report)
    {
        GC.TryStartNoGCRegion(Allowance);
        for (var i = 0; i < lessons.Count; i++)
        {
            using var scope = NewDisposeScope();
            foreach (var group in optimiser.ParamGroups)
                group.LearningRate = plan.RateAt(start + i);
            optimiser.zero_grad();
            var loss = LossOf(network.call(lessons[i].Features()), lessons[i]);
            loss.backward();
            nn.utils.clip_grad_norm_(network.parameters(), 1);
            optimiser.step();
            if ((start + i) % plan.ReportEvery == 0 || start + i == plan.Steps - 1)
                report(string.Create(CultureInfo.InvariantCulture, $"step {start + i}: loss {loss.item<float>():F3}; held-out motions: {Examine(network)}"));
        }

        if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
            GC.EndNoGCRegion();
    }

    private static Tensor LossOf(LiftGuess guess, Lesson lesson)
    {
        var points = lesson.Points();
        var truth = AngleTensors.Of(points);
        var error = (guess.Angles - truth).abs();
        var spread = guess.LogSpread.clamp(-5, 1);
        return (3 * (guess.Points - points).abs().mean())
            + (0.15 * ((error * (-spread).exp()) + spread).mean())
            + (2 * error.mean())
            + (AngleTensors.Of(guess.Points) - truth).abs().mean()
            + (0.2 * SwingLossOf(guess.Swing, lesson.Swings()));
    }

    /// <summary>Where it is known whether a foot swings.</summary>
    private static Tensor SwingLossOf(Tensor odds, Tensor swings)
    {
        var known = swings.ge(0).to_type(ScalarType.Float32);
        return (known * nn.functional.binary_cross_entropy_with_logits(odds, swings.clamp(0, 1), reduction: nn.Reduction.None)).sum() / known.sum().clamp(1);
    }

    private string Examine(LiftNetwork network)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var guess = network.call(_exam.Features());
        var errors = (guess.Angles - AngleTensors.Of(_exam.Points())).abs().mean([0, 1]) * (180 / MathF.PI);
        var e = errors.data<float>().ToArray();
        return string.Create(CultureInfo.InvariantCulture,
            $"swing {SwingLossOf(guess.Swing, _exam.Swings()).item<float>():F3}, knee {(e[0] + e[1]) / 2:F2}° hip {(e[2] + e[3]) / 2:F2}° ankle {(e[4] + e[5]) / 2:F2}° shoulder {(e[6] + e[7]) / 2:F2}° elbow {(e[8] + e[9]) / 2:F2}° trunk {e[10]:F2}°");
    }
}
