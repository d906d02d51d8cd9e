using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using TorchSharp.Modules;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace CnnGen.Torch.Tests.Schedulers;

/// <summary>The schedules that turn the momentum as well.</summary>
public class MomentumTests
{
    private static readonly Dictionary<string, Func<Optimizer, LRScheduler>> Cycles = new()
    {
        ["OneCycleLR(o, 0.3, 12)"] = o => OneCycleLR(o, 0.3, 12),
        ["OneCycleLR(o, 0.3, epochs=3, steps_per_epoch=4, pct_start=0.5, anneal_strategy='linear')"] =
            o => OneCycleLR(o, 0.3, -1, 3, 4, 0.5, impl.OneCycleLR.AnnealStrategy.Linear),
        ["OneCycleLR(o, 0.3, 12, div_factor=10, final_div_factor=50, three_phase=True)"] =
            o => OneCycleLR(o, 0.3, 12, div_factor: 10, final_div_factor: 50, three_phase: true),
        ["OneCycleLR(o, 0.3, 12, base_momentum=0.5, max_momentum=0.7)"] = o => OneCycleLR(o, 0.3, 12, base_momentum: 0.5, max_momentum: 0.7),
        ["OneCycleLR(o, 0.3, 12, cycle_momentum=False)"] = o => OneCycleLR(o, 0.3, 12, cycle_momentum: false),
    };

    public static TheoryData<string, bool> Names
    {
        get
        {
            var names = new TheoryData<string, bool>();
            foreach (var name in Cycles.Keys)
            {
                names.Add(name, false);
                names.Add(name, true);
            }

            return names;
        }
    }

    [PyTorchTheory, MemberData(nameof(Names))]
    public void One_cycle_is_PyTorchs(string python, bool adam)
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(zeros(1));
        using Optimizer optimizer = adam ? Adam([parameter], 0.1) : SGD([parameter], 0.1, 0.9);
        var scheduler = Cycles[python](optimizer);
        var values = new List<double> { Rate(optimizer), MomentumOf(optimizer) };
        for (var step = 0; step < 11; step++)
        {
            scheduler.step();
            values.AddRange([Rate(optimizer), MomentumOf(optimizer)]);
        }

        var question = new Question($"""
            import torch.optim.lr_scheduler as S
            p = [torch.zeros(1)]
            o = torch.optim.{(adam ? "Adam(p, 0.1)" : "SGD(p, 0.1, 0.9)")}
            s = S.{python}
            group = o.param_groups[0]
            values = []
            for step in range(12):
                values += [group['lr'], {(adam ? "group['betas'][0]" : "group['momentum']")}]
                if step < 11: s.step()
            """).Wants("torch.tensor(values, dtype=torch.float64)");
        var theirs = (double[])PyTorch.Ask(question)[0]!.Data;
        for (var i = 0; i < theirs.Length; i++)
        {
            values[i].ShouldBe(theirs[i], 1e-12, $"{(i % 2 == 0 ? "rate" : "momentum")} after {i / 2} steps");
        }
    }

    [Fact]
    public void A_cycle_of_no_length_is_refused()
    {
        using var optimizer = SGD([new Parameter(zeros(1))], 0.1, 0.9);
        Should.Throw<ArgumentException>(() => OneCycleLR(optimizer, 0.3));
    }

    [Fact]
    public void An_optimizer_without_momentum_cannot_cycle_it()
    {
        using var optimizer = Adagrad([new Parameter(zeros(1))]);
        Should.Throw<ArgumentException>(() => OneCycleLR(optimizer, 0.3, 10));
        Should.Throw<ArgumentException>(() => CyclicLR(optimizer, 0.1, 0.3));
    }

    [FactExceptOnTorchSharp("OneCycleLR takes the number of the group for that of the phase.")]
    public void The_second_group_cycles_like_the_first()
    {
        SGD.ParamGroup Group() => new([new Parameter(zeros(1))], 0.1, 0.9);
        using var optimizer = SGD([Group(), Group(), Group()], 0.1, 0.9);
        var scheduler = OneCycleLR(optimizer, 0.3, 10);
        for (var step = 0; step < 9; step++)
        {
            optimizer.ParamGroups.Select(group => group.LearningRate).Distinct().Count().ShouldBe(1);
            scheduler.step();
        }
    }

    [FactExceptOnTorchSharp("CyclicLR adds to the largest momentum instead of taking from it.")]
    public void The_momentum_falls_as_the_rate_rises()
    {
        using var optimizer = SGD([new Parameter(zeros(1))], 0.1, 0.9);
        var scheduler = CyclicLR(optimizer, 0.1, 0.3, 2, base_momentum: 0.8, max_momentum: 0.9);
        var expected = new[] { 0.9, 0.85, 0.8, 0.85, 0.9, 0.85 };
        foreach (var momentum in expected)
        {
            MomentumOf(optimizer).ShouldBe(momentum, 1e-12);
            scheduler.step();
        }
    }

    [FactExceptOnTorchSharp("CyclicLR.Mode.ExpRange counts cycles instead of steps.")]
    public void The_height_of_an_exponential_range_shrinks_at_each_step()
    {
        using var optimizer = SGD([new Parameter(zeros(1))], 0.1, 0.9);
        var scheduler = CyclicLR(optimizer, 0.1, 0.3, 2, mode: impl.CyclicLR.Mode.ExpRange, gamma: 0.5, cycle_momentum: false);
        foreach (var rate in new[] { 0.1, 0.1 + (0.1 * 0.5), 0.1 + (0.2 * 0.25), 0.1 + (0.1 * 0.125), 0.1 })
        {
            Rate(optimizer).ShouldBe(rate, 1e-12);
            scheduler.step();
        }
    }

    private static double Rate(Optimizer optimizer) => optimizer.ParamGroups.Single().LearningRate;

    private static double MomentumOf(Optimizer optimizer) => optimizer.ParamGroups.Single() switch
    {
        IBetas betas => betas.Betas.Item1,
        IMomentum momentum => momentum.Momentum,
        _ => double.NaN,
    };
}
