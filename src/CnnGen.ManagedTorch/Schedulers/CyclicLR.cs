using CnnGen.ManagedTorch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Leads the rates up and down again between two bounds, and the momentum the other way.</summary>
                public class CyclicLR : LRScheduler
                {
                    private readonly double[] _maxRates;
                    private readonly double _cycle;
                    private readonly double _rise;
                    private readonly Func<double, double> _scale;
                    private readonly ScaleMode _scaleMode;
                    private readonly Momentum[]? _momenta;

                    public CyclicLR(
                        Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1, Mode mode = Mode.Triangular,
                        double gamma = 1.0, Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true,
                        double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, optimizer.ParamGroups.Select(_ => base_lr), optimizer.ParamGroups.Select(_ => max_lr), step_size_up, step_size_down, mode,
                            gamma, scale_fn, scale_mode, cycle_momentum, optimizer.ParamGroups.Select(_ => base_momentum),
                            optimizer.ParamGroups.Select(_ => max_momentum), last_epoch, verbose)
                    {
                    }

                    /// <param name="base_lr">The lower bound of each group.</param>
                    /// <param name="max_lr">The upper bound of each group.</param>
                    /// <param name="step_size_up">The steps from the lower bound to the upper one.</param>
                    /// <param name="step_size_down">The steps back; as many if it is -1.</param>
                    /// <param name="mode">How the upper bound changes; does not count if there is a function of one's own.</param>
                    /// <param name="scale_fn">By what the height is multiplied.</param>
                    /// <param name="scale_mode">Whether that function is given the number of the cycle or of the step.</param>
                    public CyclicLR(
                        Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000, int step_size_down = -1,
                        Mode mode = Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle,
                        bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        OnePerGroup(base_lr, nameof(base_lr)).CopyTo(BaseRates, 0);
                        _maxRates = OnePerGroup(max_lr, nameof(max_lr));
                        _cycle = step_size_up + (double)(step_size_down == -1 ? step_size_up : step_size_down);
                        _rise = step_size_up / _cycle;
                        (_scale, _scaleMode) = scale_fn is null ? Scale(mode, gamma) : (scale_fn, scale_mode);
                        if (last_epoch == -1)
                        {
                            for (var i = 0; i < Groups.Count; i++) Groups[i].LearningRate = BaseRates[i];
                        }

                        if (cycle_momentum)
                        {
                            if (optimizer is not IMomentum) throw new ArgumentException("optimizer must support momentum with `cycle_momentum` option enabled");
                            _momenta = Momentum.OfGroups(Groups, base_momentum, 0.8, max_momentum, 0.9);
                        }

                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        var cycle = Math.Floor(1 + (Epoch / _cycle));
                        var place = 1 + (Epoch / _cycle) - cycle;
                        var height = (place <= _rise ? place / _rise : (place - 1) / (_rise - 1)) * _scale(_scaleMode == ScaleMode.Cycle ? cycle : Epoch);
                        foreach (var momentum in _momenta ?? []) momentum.Set(momentum.Most - ((momentum.Most - momentum.Least) * height));
                        return BaseRates.Select((least, i) => least + ((_maxRates[i] - least) * height));
                    }

                    private static (Func<double, double>, ScaleMode) Scale(Mode mode, double gamma) =>
                        mode switch
                        {
                            Mode.Triangular2 => (cycle => 1 / Math.Pow(2, cycle - 1), ScaleMode.Cycle),
                            Mode.ExpRange => (step => Math.Pow(gamma, step), ScaleMode.Iterations),
                            _ => (_ => 1, ScaleMode.Cycle),
                        };

                    /// <summary>How the upper bound changes.</summary>
                    public enum Mode
                    {
                        /// <summary>Not at all.</summary>
                        Triangular,

                        /// <summary>Its height halves with each cycle.</summary>
                        Triangular2,

                        /// <summary>Its height shrinks by a factor at each step.</summary>
                        ExpRange,
                    }

                    /// <summary>What the scaling function is given.</summary>
                    public enum ScaleMode
                    {
                        /// <summary>The number of the cycle; the first is 1.</summary>
                        Cycle,

                        /// <summary>The number of the step; the first is 0.</summary>
                        Iterations,
                    }
                }
            }
        }
    }
}
