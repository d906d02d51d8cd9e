namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Lowers the rates when a metric has not become better for some steps.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly Func<double, double, bool> _isBetter;
                    private readonly double _factor;
                    private readonly int _patience;
                    private readonly int _cooldown;
                    private readonly double[] _least;
                    private readonly double _eps;
                    private readonly bool _verbose;
                    private double _best;
                    private int _badSteps;
                    private int _cooldownLeft;

                    /// <param name="mode">"min" or "max": which metric is better.</param>
                    /// <param name="patience">So many steps without a better metric are let pass.</param>
                    /// <param name="threshold">By how much a metric must be better to count.</param>
                    /// <param name="threshold_mode">"rel" or "abs": whether that is a share of the best metric.</param>
                    /// <param name="cooldown">So many steps after lowering are let pass too.</param>
                    /// <param name="min_lr">The least rate, or that of each group.</param>
                    /// <param name="eps">The least change that is made.</param>
                    public ReduceLROnPlateau(
                        Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4, string threshold_mode = "rel",
                        int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        if (factor >= 1) throw new ArgumentException("Factor should be < 1.0");
                        _isBetter = Comparison(mode, threshold_mode, threshold);
                        _best = mode == "min" ? double.PositiveInfinity : double.NegativeInfinity;
                        _factor = factor;
                        _patience = patience;
                        _cooldown = cooldown;
                        _least = min_lr switch
                        {
                            null or [] => new double[Groups.Count],
                            [var one] => [.. Groups.Select(_ => one)],
                            _ => OnePerGroup(min_lr, nameof(min_lr)),
                        };
                        _eps = eps;
                        _verbose = verbose;
                    }

                    public override void step(double current, int? epoch = null)
                    {
                        Epoch = epoch ?? Epoch + 1;
                        if (_isBetter(current, _best)) (_best, _badSteps) = (current, 0);
                        else _badSteps++;
                        if (_cooldownLeft > 0) (_cooldownLeft, _badSteps) = (_cooldownLeft - 1, 0);
                        if (_badSteps > _patience)
                        {
                            Reduce();
                            (_cooldownLeft, _badSteps) = (_cooldown, 0);
                        }

                        LastRates = CurrentRates();
                    }

                    public override void step() =>
                        throw new InvalidOperationException("step() should not be used with the ReduceLROnPlateau scheduler. Use step(double, int?), instead.");

                    public override void step(int? epoch) =>
                        throw new InvalidOperationException("step(int?) should not be used with the ReduceLROnPlateau scheduler. Use step(double, int?), instead.");

                    private void Reduce()
                    {
                        for (var i = 0; i < Groups.Count; i++)
                        {
                            var rate = Math.Max(Groups[i].LearningRate * _factor, _least[i]);
                            if (Groups[i].LearningRate - rate <= _eps) continue;
                            Groups[i].LearningRate = rate;
                            if (_verbose) Console.WriteLine($"Epoch {Epoch}: reducing learning rate of group {i} to {rate:e4}.");
                        }
                    }

                    private static Func<double, double, bool> Comparison(string mode, string thresholdMode, double threshold) =>
                        (mode, thresholdMode) switch
                        {
                            ("min", "rel") => (metric, best) => metric < best * (1 - threshold),
                            ("min", "abs") => (metric, best) => metric < best - threshold,
                            ("max", "rel") => (metric, best) => metric > best * (1 + threshold),
                            ("max", "abs") => (metric, best) => metric > best + threshold,
                            (not ("min" or "max"), _) => throw new ArgumentException($"mode {mode} is unknown!"),
                            _ => throw new ArgumentException($"threshold mode {thresholdMode} is unknown!"),
                        };
                }
            }
        }
    }
}
