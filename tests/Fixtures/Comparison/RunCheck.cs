using System.Reflection;
using System.Runtime.CompilerServices;
using TorchSharp;

namespace CnnGen.Fixtures;

/// <summary>Whether a generated model runs: a forward pass with Keras's shapes, and a backward one that reaches all weights.</summary>
internal static class RunCheck
{
    private const int BatchSize = 2;

    /// <summary>What goes wrong; <see langword="null"/> if nothing does.</summary>
    public static string? Difference(Fixture fixture, Type type)
    {
        try
        {
            using DisposeScope scope = torch.NewDisposeScope();
            using var module = (torch.nn.Module)Activator.CreateInstance(type)!;
            return Forward(fixture, module) ?? Backward(fixture, module);
        }
        catch (Exception error)
        {
            Exception cause = error is TargetInvocationException { InnerException: { } inner } ? inner : error;
            return $"cannot run: {cause.GetType().Name}: {cause.Message}";
        }
    }

    private static string? Forward(Fixture fixture, torch.nn.Module module)
    {
        module.eval();
        string[] names = fixture.Model.IsGraph ? [.. fixture.Model.Outputs] : [fixture.Rows[^1].Name];
        return names.Zip(Run(fixture, module), (name, output) =>
        {
            int[] shape = [.. fixture.Rows.Single(row => row.Name == name).Shape.Split('×').Select(int.Parse)];
            string expected = string.Join('×', Sizes(shape, fixture.Model.IsChannelsFirst));
            string actual = string.Join('×', output.shape);
            return expected == actual ? null : $"{name} gives a tensor of {actual}, expected {expected}";
        }).FirstOrDefault(difference => difference is not null);
    }

    private static string? Backward(Fixture fixture, torch.nn.Module module)
    {
        module.train();
        torch.Tensor loss = Run(fixture, module).Select(output => output.mean()).Aggregate((a, b) => a + b);
        if (module.parameters().Any(parameter => parameter.requires_grad))
        {
            loss.backward();
        }

        string[] unreached =
        [
            .. module.named_parameters().Where(named => named.parameter.requires_grad && named.parameter.grad is null).Select(named => named.name),
        ];
        return unreached.Length == 0 ? null : $"no gradient reaches {string.Join(", ", unreached)}";
    }

    private static torch.Tensor[] Run(Fixture fixture, torch.nn.Module module)
    {
        object[] inputs = [.. fixture.Model.Inputs.Select(input => torch.rand(Sizes(input.Shape, fixture.Model.IsChannelsFirst)))];
        MethodInfo forward = module.GetType().GetMethod("forward", [.. inputs.Select(_ => typeof(torch.Tensor))])!;
        object output = forward.Invoke(module, inputs)!;
        return output is ITuple several
            ? [.. Enumerable.Range(0, several.Length).Select(i => (torch.Tensor)several[i]!)]
            : [(torch.Tensor)output];
    }

    // PyTorch's order: channels before everything else.
    private static long[] Sizes(int[] shape, bool isChannelsFirst) => isChannelsFirst || shape.Length < 2
        ? [BatchSize, .. shape.Select(size => (long)size)]
        : [BatchSize, shape[^1], .. shape[..^1].Select(size => (long)size)];
}
