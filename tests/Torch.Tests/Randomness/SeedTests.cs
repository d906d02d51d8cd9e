using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;

namespace CnnGen.Torch.Tests.Randomness;

public class SeedTests
{
    private static readonly Dictionary<string, Func<Tensor>> Sources = new()
    {
        ["torch.rand(7)"] = () => rand(7),
        ["torch.rand(100, 3)"] = () => rand(100, 3),
        ["torch.randn(5)"] = () => randn(5),
        ["torch.randn(16)"] = () => randn(16),
        ["torch.randn(37, 3)"] = () => randn(37, 3),
        ["torch.randint(10, (50,))"] = () => randint(10, new long[] { 50 }),
        ["torch.randperm(100)"] = () => randperm(100),
        ["torch.nn.init.xavier_uniform_(torch.empty(8, 4, 3, 3))"] = () => nn.init.xavier_uniform_(empty(8, 4, 3, 3)),
        ["torch.nn.init.normal_(torch.empty(8, 40), 1, 0.5)"] = () => nn.init.normal_(empty(8, 40), 1, 0.5),
        ["torch.nn.Linear(5, 3).weight"] = () => nn.Linear(5, 3).weight!,
        ["torch.nn.Conv2d(3, 8, 3).bias"] = () => nn.Conv2d(3, 8, 3).bias!,
        ["F.dropout(torch.ones(60), 0.4)"] = () => F.dropout(ones(60), 0.4),
        ["F.dropout2d(torch.ones(6, 5, 2, 3), 0.4)"] = () => F.dropout2d(ones(6, 5, 2, 3), 0.4),
        ["F.dropout3d(torch.ones(6, 5, 2, 3, 2), 0.4)"] = () => F.dropout3d(ones([6, 5, 2, 3, 2]), 0.4),
        ["F.alpha_dropout(torch.ones(60), 0.4, True)"] = () => F.alpha_dropout(ones(60), 0.4, true),
        ["F.feature_alpha_dropout(torch.ones(6, 5, 2), 0.4, True)"] = () => F.feature_alpha_dropout(ones(6, 5, 2), 0.4, true),
        ["torch.rand_like(torch.ones(3, 5))"] = () => rand_like(ones(3, 5)),
        ["torch.randn_like(torch.ones(3, 5))"] = () => randn_like(ones(3, 5)),
        ["torch.bernoulli(torch.full((60,), 0.3))"] = () => bernoulli(full(60, 0.3)),
        ["torch.normal(2.0, 0.5, (4, 9))"] = () => normal(2, 0.5, [4, 9]),
        ["torch.empty(50).uniform_(-2, 3)"] = () => empty(50).uniform_(-2, 3),
        ["torch.nn.init.orthogonal_(torch.empty(5, 9), 1.5)"] = () => nn.init.orthogonal_(empty(5, 9), 1.5),
        ["torch.nn.init.orthogonal_(torch.empty(20, 2, 3))"] = () => nn.init.orthogonal_(empty(20, 2, 3)),
    };

    public static TheoryData<string> Names => [.. Sources.Keys];

    [Theory, MemberData(nameof(Names))]
    public void The_same_seed_gives_the_same_values_again(string source)
    {
        using var scope = NewDisposeScope();
        manual_seed(42);
        var first = Sources[source]().ToValue().Data;
        var second = Sources[source]().ToValue().Data;
        manual_seed(42);
        Sources[source]().ToValue().Data.ShouldBe(first);
        second.ShouldNotBe(first);
        manual_seed(43);
        Sources[source]().ToValue().Data.ShouldNotBe(first);
    }

    [PyTorchTheory, MemberData(nameof(Names))]
    public void The_same_seed_gives_PyTorchs_values(string source)
    {
        using var scope = NewDisposeScope();
        foreach (var seed in new[] { 0L, 1, 1234567890123 })
        {
            manual_seed(seed);
            var theirs = PyTorch.Ask(new Question($"torch.manual_seed({seed}); x = {source}").Wants("x"));
            Sources[source]().ToValue().ShouldBeCloseTo(theirs[0]!, 1e-6, source);
        }
    }
}
