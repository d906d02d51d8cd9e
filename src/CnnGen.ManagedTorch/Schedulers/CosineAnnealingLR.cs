namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Leads the rates to their least along half a wave, and back again if there are more steps.</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _period;
                    private readonly double _least;

                    /// <param name="T_max">The steps of half a wave.</param>
                    /// <param name="eta_min">The least rate.</param>
                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _period = T_max;
                        _least = eta_min;
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch == 0) return CurrentRates();
                        if (_step_count == 1) return get_closed_form_lr();
                        // At the bottom of the wave the ratio of two heights is no number.
                        if ((Epoch - 1 - _period) % (2 * _period) == 0)
                            return Groups.Select((group, i) => group.LearningRate + ((BaseRates[i] - _least) * (1 - Math.Cos(Math.PI / _period)) / 2));
                        var ratio = Height(Epoch) / Height(Epoch - 1);
                        return Groups.Select(group => (ratio * (group.LearningRate - _least)) + _least);
                    }

                    protected override IEnumerable<double> get_closed_form_lr() => FromBase(start => _least + ((start - _least) * Height(Epoch) / 2));

                    private double Height(int epoch) => 1 + Math.Cos(Math.PI * epoch / _period);
                }
            }
        }
    }
}
