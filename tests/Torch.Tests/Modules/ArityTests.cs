namespace CnnGen.Torch.Tests.Modules;

/// <summary>Modules of several inputs, and results of several tensors.</summary>
public class ArityTests
{
    [Fact]
    public void A_module_may_take_up_to_six_inputs()
    {
        using var two = new Two();
        using var three = new Three();
        using var four = new Four();
        using var five = new Five();
        using var six = new Six();
        two.call(1, 2).ShouldBe("12");
        three.call(1, 2, 3).ShouldBe("123");
        four.call(1, 2, 3, 4).ShouldBe("1234");
        five.call(1, 2, 3, 4, 5).ShouldBe("12345");
        six.call(1, 2, 3, 4, 5, 6).ShouldBe("123456");
    }

    [Fact]
    public void Hooks_see_and_replace_every_input_and_the_result()
    {
        using var module = new Six();
        var before = module.register_forward_pre_hook((_, a, b, c, d, e, f) => (f, e, d, c, b, a));
        var after = module.register_forward_hook((_, a, _, _, _, _, f, result) => $"{a}{f}:{result}");
        module.call(1, 2, 3, 4, 5, 6).ShouldBe("61:654321");
        before.remove();
        after.remove();
        module.call(1, 2, 3, 4, 5, 6).ShouldBe("123456");
    }

    [Fact]
    public void A_module_may_give_several_tensors()
    {
        using var scope = NewDisposeScope();
        using var module = new SumAndDifference();
        var (sum, difference) = module.call(torch.tensor(new[] { 5f }), torch.tensor(new[] { 2f }));
        sum.ToSingle().ShouldBe(7);
        difference.ToSingle().ShouldBe(3);
    }

    private sealed class Two() : nn.Module<int, int, string>("two")
    {
        public override string forward(int input1, int input2) => $"{input1}{input2}";
    }

    private sealed class Three() : nn.Module<int, int, int, string>("three")
    {
        public override string forward(int input1, int input2, int input3) => $"{input1}{input2}{input3}";
    }

    private sealed class Four() : nn.Module<int, int, int, int, string>("four")
    {
        public override string forward(int input1, int input2, int input3, int input4) => $"{input1}{input2}{input3}{input4}";
    }

    private sealed class Five() : nn.Module<int, int, int, int, int, string>("five")
    {
        public override string forward(int input1, int input2, int input3, int input4, int input5) =>
            $"{input1}{input2}{input3}{input4}{input5}";
    }

    private sealed class Six() : nn.Module<int, int, int, int, int, int, string>("six")
    {
        public override string forward(int input1, int input2, int input3, int input4, int input5, int input6) =>
            $"{input1}{input2}{input3}{input4}{input5}{input6}";
    }

    private sealed class SumAndDifference() : nn.Module<Tensor, Tensor, (Tensor Sum, Tensor Difference)>("sum_and_difference")
    {
        public override (Tensor Sum, Tensor Difference) forward(Tensor input1, Tensor input2) => (input1 + input2, input1 - input2);
    }
}
