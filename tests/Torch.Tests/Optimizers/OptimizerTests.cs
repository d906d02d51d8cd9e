using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using TorchSharp.Modules;

namespace CnnGen.Torch.Tests.Optimizers;

public class OptimizerTests
{
    private const int Steps = 50;

    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, optim.Optimizer>> Optimizers = new()
    {
        ["SGD(p, 0.05)"] = p => optim.SGD(p, 0.05),
        ["SGD(p, 0.02, momentum=0.9)"] = p => optim.SGD(p, 0.02, 0.9),
        ["SGD(p, 0.02, momentum=0.9, dampening=0.3)"] = p => optim.SGD(p, 0.02, 0.9, 0.3),
        ["SGD(p, 0.02, momentum=0.9, weight_decay=0.1, nesterov=True)"] = p => optim.SGD(p, 0.02, 0.9, 0, 0.1, true),
        ["Adam(p)"] = p => optim.Adam(p),
        ["Adam(p, 0.02, (0.8, 0.95), 1e-7)"] = p => optim.Adam(p, 0.02, 0.8, 0.95, 1e-7),
        ["Adam(p, 0.02, weight_decay=0.1)"] = p => optim.Adam(p, 0.02, 0.9, 0.999, 1e-8, 0.1),
        ["Adam(p, 0.02, weight_decay=0.1, amsgrad=True)"] = p => optim.Adam(p, 0.02, 0.9, 0.999, 1e-8, 0.1, true),
        ["AdamW(p, 0.02, weight_decay=0)"] = p => optim.AdamW(p, 0.02),
        ["AdamW(p, 0.02, weight_decay=0.1)"] = p => optim.AdamW(p, 0.02, 0.9, 0.999, 1e-8, 0.1),
        ["AdamW(p, 0.02, weight_decay=0.004, amsgrad=True)"] = p => optim.AdamW(p, 0.02, 0.9, 0.999, 1e-8, 0.004, true),
        ["RMSprop(p)"] = p => optim.RMSProp(p),
        ["RMSprop(p, 0.01, 0.9, 1e-7)"] = p => optim.RMSProp(p, 0.01, 0.9, 1e-7),
        ["RMSprop(p, 0.01, 0.9, momentum=0.8, weight_decay=0.05)"] = p => optim.RMSProp(p, 0.01, 0.9, 1e-8, 0.05, 0.8),
        ["RMSprop(p, 0.01, centered=True)"] = p => optim.RMSProp(p, 0.01, 0.99, 1e-8, 0, 0, true),
        ["Adagrad(p)"] = p => optim.Adagrad(p),
        ["Adagrad(p, 0.1, 0.05, 0.02, 0.3, 1e-7)"] = p => optim.Adagrad(p, 0.1, 0.05, 0.02, 0.3, 1e-7),
        ["RMSprop(p, 0.002, momentum=0.8, centered=True)"] = p => optim.RMSProp(p, 0.002, 0.99, 1e-8, 0, 0.8, true),
    };

    public static TheoryData<string> Names => [.. Optimizers.Keys];

    // The aim is so far off that no weight arrives: around its aim a step's direction would hang on the last bit.
    [PyTorchTheory, MemberData(nameof(Names))]
    public void Fifty_steps_end_where_PyTorchs_end(string python)
    {
        using var scope = NewDisposeScope();
        var any = new Any(0, python);
        var input = any.Tensor("x", 100, 6).Contiguous().WithoutGradient();
        var aim = any.Constant("a", 4, 5, 3, 6).Contiguous();
        var weight = any.Uniform("w", -1, 1, 3, 6).Contiguous();
        var bias = any.Uniform("b", -1, 1, 3).Contiguous();

        var losses = new float[Steps];
        var (w, b) = (new Parameter(weight.Value.ToTensor()), new Parameter(bias.Value.ToTensor()));
        var x = input.ToTensor();
        var y = F.linear(x, aim.ToTensor(), 3 * ones(3));
        using var optimizer = Optimizers[python]([w, b]);
        for (var step = 0; step < Steps; step++)
        {
            optimizer.zero_grad();
            var loss = F.mse_loss(F.linear(x, w, b), y);
            losses[step] = loss.item<float>();
            loss.backward();
            optimizer.step();
        }

        var question = new Question($"""
            p = [w, b]
            y = F.linear(x, a, 3 * torch.ones(3))
            optimizer = torch.optim.{python}
            losses = []
            for step in range({Steps}):
                optimizer.zero_grad()
                loss = F.mse_loss(F.linear(x, w, b), y)
                losses.append(loss.item())
                loss.backward()
                optimizer.step()
            """).Wants("torch.tensor(losses)", "w", "b");
        foreach (var operand in new[] { input, aim, weight, bias })
        {
            question.With(operand.Name, operand.Value, operand.Differentiable);
        }

        var theirs = PyTorch.Ask(question);
        losses.ShouldBeCloseTo(theirs[0]!.Floats, 1e-4, $"losses; {any.Replay}");
        w.ToValue().ShouldBeCloseTo(theirs[1]!, 1e-4, $"weights; {any.Replay}");
        b.ToValue().ShouldBeCloseTo(theirs[2]!, 1e-4, $"biases; {any.Replay}");
    }

    [Fact]
    public void A_parameter_without_a_gradient_stays_as_it_is()
    {
        using var scope = NewDisposeScope();
        var used = new Parameter(ones(2));
        var unused = new Parameter(ones(2));
        using var optimizer = optim.Adam([used, unused], 0.1, 0.9, 0.999, 1e-8, 0.5);
        used.sum().backward();
        optimizer.step();
        used.ToFloats().ShouldAllBe(value => value < 1);
        unused.ToFloats().ShouldBe([1f, 1f]);
    }

    [Fact]
    public void The_learning_rate_can_be_changed_between_steps()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(zeros(1));
        using var optimizer = optim.SGD([parameter], 1);
        Step();
        optimizer.ParamGroups.Single().LearningRate = 0.25;
        Step();
        parameter.ToFloats().ShouldBe([-1.25f]);

        void Step()
        {
            optimizer.zero_grad();
            parameter.sum().backward();
            optimizer.step();
        }
    }

    [Fact]
    public void The_state_outlives_the_scope_that_a_step_was_made_in()
    {
        using var outer = NewDisposeScope();
        var parameter = new Parameter(zeros(1));
        using var optimizer = optim.Adam([parameter], 0.1);
        for (var step = 0; step < 3; step++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            (parameter * 2).sum().backward();
            optimizer.step();
        }

        parameter.ToFloats()[0].ShouldBe(-0.3f, 1e-5f);
    }
}
