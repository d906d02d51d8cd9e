using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using TorchSharp.Modules;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace CnnGen.Torch.Tests.Schedulers;

public class SchedulerTests
{
    private const int Steps = 15;

    private static readonly Dictionary<string, Func<Optimizer, LRScheduler>> Schedulers = new()
    {
        ["StepLR(o, 3, 0.5)"] = o => StepLR(o, 3, 0.5),
        ["MultiStepLR(o, [2, 5, 6], 0.3)"] = o => MultiStepLR(o, [2, 5, 6], 0.3),
        ["ExponentialLR(o, 0.9)"] = o => ExponentialLR(o, 0.9),
        ["LambdaLR(o, lambda n: 1 / (1 + n))"] = o => LambdaLR(o, n => 1.0 / (1 + n)),
        ["MultiplicativeLR(o, lambda n: 1 - n / 20)"] = o => MultiplicativeLR(o, n => 1 - (n / 20.0)),
        ["ConstantLR(o)"] = o => ConstantLR(o),
        ["ConstantLR(o, 0.2, 3)"] = o => ConstantLR(o, 0.2, 3),
        ["LinearLR(o)"] = o => LinearLR(o),
        ["LinearLR(o, 0.1, 0.6, 8)"] = o => LinearLR(o, 0.1, 0.6, 8),
        ["PolynomialLR(o, 4)"] = o => PolynomialLR(o, 4),
        ["PolynomialLR(o, 10, 2.5)"] = o => PolynomialLR(o, 10, 2.5),
        ["CosineAnnealingLR(o, 10)"] = o => CosineAnnealingLR(o, 10),
        ["CosineAnnealingLR(o, 5, 0.003)"] = o => CosineAnnealingLR(o, 5, 0.003),
    };

    private static readonly Dictionary<string, Func<Optimizer, LRScheduler>> Others = new()
    {
        ["ChainedScheduler([S.ConstantLR(o, 0.1, 2), S.ExponentialLR(o, 0.9)])"] = o => ChainedLR([ConstantLR(o, 0.1, 2), ExponentialLR(o, 0.9)]),
        ["SequentialLR(o, [S.LinearLR(o, 0.1, 1, 4), S.CosineAnnealingLR(o, 6), S.ExponentialLR(o, 0.5)], [4, 10])"] =
            o => SequentialLR(o, [LinearLR(o, 0.1, 1, 4), CosineAnnealingLR(o, 6), ExponentialLR(o, 0.5)], [4, 10]),
        ["CyclicLR(o, 0.01, 0.1, 4, cycle_momentum=False)"] = o => CyclicLR(o, 0.01, 0.1, 4, cycle_momentum: false),
        ["CyclicLR(o, 0.01, 0.1, 2, 3, 'triangular2', cycle_momentum=False)"] =
            o => CyclicLR(o, 0.01, 0.1, 2, 3, impl.CyclicLR.Mode.Triangular2, cycle_momentum: false),
        ["CyclicLR(o, [0.01, 0.02], [0.1, 0.3], 3, scale_fn=lambda n: 0.9 ** n, scale_mode='iterations', cycle_momentum=False)"] = o => CyclicLR(
            o, new[] { 0.01, 0.02 }, [0.1, 0.3], 3, scale_fn: n => Math.Pow(0.9, n), scale_mode: impl.CyclicLR.ScaleMode.Iterations,
            cycle_momentum: false),
    };

    private static readonly Dictionary<string, Func<Optimizer, LRScheduler>> Resumed = new()
    {
        ["StepLR(o, 3, 0.5, last_epoch=4)"] = o => StepLR(o, 3, 0.5, 4),
        ["MultiStepLR(o, [2, 5, 7], 0.3, last_epoch=4)"] = o => MultiStepLR(o, [2, 5, 7], 0.3, 4),
        ["ExponentialLR(o, 0.9, last_epoch=4)"] = o => ExponentialLR(o, 0.9, 4),
        ["LambdaLR(o, lambda n: 1 / (1 + n), last_epoch=4)"] = o => LambdaLR(o, n => 1.0 / (1 + n), 4),
        ["ConstantLR(o, 0.2, 6, last_epoch=4)"] = o => ConstantLR(o, 0.2, 6, 4),
        ["LinearLR(o, 0.1, 0.6, 8, last_epoch=4)"] = o => LinearLR(o, 0.1, 0.6, 8, 4),
        ["PolynomialLR(o, 10, 2.5, last_epoch=4)"] = o => PolynomialLR(o, 10, 2.5, 4),
    };

    public static TheoryData<string> Simple => [.. Schedulers.Keys];

    public static TheoryData<string> All => [.. Schedulers.Keys, .. Others.Keys, .. Resumed.Keys];

    [PyTorchTheory, MemberData(nameof(All))]
    public void The_rates_are_PyTorchs(string python)
    {
        using var scope = NewDisposeScope();
        using var optimizer = TwoGroups();
        var scheduler = (Schedulers.GetValueOrDefault(python) ?? Others.GetValueOrDefault(python) ?? Resumed[python])(optimizer);
        var rates = RatesOf(optimizer).ToList();
        for (var step = 0; step < Steps; step++)
        {
            scheduler.step();
            rates.AddRange(RatesOf(optimizer));
        }

        ShouldBePyTorchs(rates, python, $"""
            for step in range({Steps}):
                s.step()
                note()
            """);
    }

    [PyTorchTheory, MemberData(nameof(Simple))]
    public void The_rates_of_a_step_that_is_named_are_PyTorchs(string python)
    {
        using var scope = NewDisposeScope();
        using var optimizer = TwoGroups();
        var scheduler = Schedulers[python](optimizer);
        var rates = RatesOf(optimizer).ToList();
        foreach (int? epoch in new[] { 7, 3, 12 })
        {
            scheduler.step(epoch);
            rates.AddRange(RatesOf(optimizer));
            scheduler.step();
            rates.AddRange(RatesOf(optimizer));
        }

        ShouldBePyTorchs(rates, python, """
            for epoch in [7, 3, 12]:
                s.step(epoch)
                note()
                s.step()
                note()
            """);
    }

    [PyTorchTheory]
    [InlineData("min", "rel", 0)]
    [InlineData("max", "rel", 2)]
    [InlineData("min", "abs", 1)]
    [InlineData("max", "abs", 0)]
    public void The_rates_fall_when_a_metric_stays(string mode, string thresholdMode, int cooldown)
    {
        double[] metrics = [1, 0.9, 0.95, 0.899, 0.97, 0.5, 0.499, 0.7, 0.8, 0.9, 1.1, 1.101, 1.3, 1.2, 0.3, 0.3, 0.29, 0.3];
        using var scope = NewDisposeScope();
        using var optimizer = TwoGroups();
        var scheduler = ReduceLROnPlateau(optimizer, mode, 0.5, 2, 0.01, thresholdMode, cooldown, [0.01, 0.02]);
        var rates = RatesOf(optimizer).ToList();
        foreach (var metric in metrics)
        {
            scheduler.step(metric);
            rates.AddRange(RatesOf(optimizer));
        }

        ShouldBePyTorchs(rates, $"ReduceLROnPlateau(o, '{mode}', 0.5, 2, 0.01, '{thresholdMode}', {cooldown}, [0.01, 0.02])", $"""
            for metric in [{string.Join(", ", metrics.Select(metric => FormattableString.Invariant($"{metric}")))}]:
                s.step(metric)
                note()
            """);
    }

    [Fact]
    public void A_plateau_cannot_be_seen_without_a_metric()
    {
        using var optimizer = TwoGroups();
        var scheduler = ReduceLROnPlateau(optimizer);
        Should.Throw<InvalidOperationException>(() => scheduler.step());
    }

    [Fact]
    public void The_last_rates_can_be_asked_for()
    {
        using var optimizer = TwoGroups();
        var scheduler = StepLR(optimizer, 2, 0.5);
        scheduler.get_last_lr().ShouldBe([0.1, 0.04]);
        scheduler.step();
        scheduler.step();
        scheduler.get_last_lr().ShouldBe([0.05, 0.02]);
    }

    [FactExceptOnTorchSharp("get_last_lr of a chain is null, and that of a plateau stays at the first rates.")]
    public void The_last_rates_can_be_asked_for_of_every_schedule()
    {
        using var optimizer = TwoGroups();
        var chain = ChainedLR([StepLR(optimizer, 1, 0.5)]);
        chain.get_last_lr().ShouldBe([0.1, 0.04]);
        chain.step();
        chain.get_last_lr().ShouldBe([0.05, 0.02]);

        var plateau = ReduceLROnPlateau(optimizer, factor: 0.5, patience: 0);
        plateau.step(1.0);
        plateau.step(1.0);
        plateau.get_last_lr().ShouldBe([0.025, 0.01]);
    }

    [FactExceptOnTorchSharp("MultiStepLR counts a milestone once however often it is named.")]
    public void A_milestone_that_is_named_twice_counts_twice()
    {
        using var optimizer = TwoGroups();
        var scheduler = MultiStepLR(optimizer, [1, 1], 0.5);
        scheduler.step();
        RatesOf(optimizer).ShouldBe([0.025, 0.01]);
    }

    [FactExceptOnTorchSharp("A wave that is resumed goes on from the first rate as if that were the last one.")]
    public void A_wave_that_is_resumed_goes_on_where_it_was()
    {
        using var optimizer = TwoGroups();
        var scheduler = CosineAnnealingLR(optimizer, 10, 0, 4);
        for (var epoch = 5; epoch < 9; epoch++)
        {
            RatesOf(optimizer)[0].ShouldBe(0.1 * (1 + Math.Cos(Math.PI * epoch / 10)) / 2, 1e-12);
            scheduler.step();
        }
    }

    [Fact]
    public void A_change_is_told_of_where_that_is_wanted()
    {
        using var optimizer = TwoGroups();
        var scheduler = StepLR(optimizer, 2, 0.5, verbose: true);
        Printed(() => scheduler.step()).ShouldBeEmpty();
        Printed(() => scheduler.step()).ShouldContain("Adjusting learning rate");
    }

    [Fact]
    public void A_scheduler_for_each_group_that_is_not_one_for_each_is_refused()
    {
        using var optimizer = TwoGroups();
        Should.Throw<Exception>(() => new impl.LambdaLR(optimizer, [n => 1.0]));
    }

    [Fact]
    public void Milestones_that_do_not_fit_a_sequence_are_refused()
    {
        using var optimizer = TwoGroups();
        Should.Throw<ArgumentException>(() => SequentialLR(optimizer, [ConstantLR(optimizer), ExponentialLR(optimizer)], [2, 4]));
    }

    private static void ShouldBePyTorchs(List<double> rates, string python, string steps)
    {
        var question = new Question($"""
            import torch.optim.lr_scheduler as S
            rates = []
            groups = [dict(params=[torch.zeros(1)]), dict(params=[torch.zeros(1)], lr=0.04)]
            o = torch.optim.SGD(groups, 0.1, 0.9)
            {(Resumed.ContainsKey(python) ? "for group in o.param_groups: group['initial_lr'] = group['lr']" : "")}
            s = S.{python}
            def note():
                rates.extend(group['lr'] for group in o.param_groups)
            note()
            {steps}
            """).Wants("torch.tensor(rates, dtype=torch.float64)");
        var theirs = (double[])PyTorch.Ask(question)[0]!.Data;
        rates.Count.ShouldBe(theirs.Length);
        for (var i = 0; i < theirs.Length; i++)
        {
            rates[i].ShouldBe(theirs[i], 1e-12, $"group {i % 2} after {i / 2} steps");
        }
    }

    private static string Printed(Action action)
    {
        var console = Console.Out;
        using var text = new StringWriter();
        Console.SetOut(text);
        try
        {
            action();
        }
        finally
        {
            Console.SetOut(console);
        }

        return text.ToString();
    }

    private static SGD TwoGroups() => SGD(
        [new SGD.ParamGroup([new Parameter(zeros(1))], 0.1, 0.9), new SGD.ParamGroup([new Parameter(zeros(1))], 0.04, 0.9)], 0.1, 0.9);

    private static double[] RatesOf(Optimizer optimizer) => [.. optimizer.ParamGroups.Select(group => group.LearningRate)];
}
