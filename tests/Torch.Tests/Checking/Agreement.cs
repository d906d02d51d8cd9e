using System.Text;
using CnnGen.Torch.Tests.Oracle;
using Xunit.Sdk;

namespace CnnGen.Torch.Tests.Checking;

/// <summary>Runs the same operation here and in PyTorch and compares the results and the gradients.</summary>
internal static class Agreement
{
    public static void PyTorchAgrees(Any any, string python, Func<Tensor, Tensor> ours, Operand x) =>
        PyTorchAgrees(any, python, tensors => ours(tensors[0]), [x]);

    public static void PyTorchAgrees(Any any, string python, Func<Tensor, Tensor, Tensor> ours, Operand x, Operand y) =>
        PyTorchAgrees(any, python, tensors => ours(tensors[0], tensors[1]), [x, y]);

    public static void PyTorchAgrees(
        Any any, string python, Func<Tensor, Tensor, Tensor, Tensor> ours, Operand x, Operand y, Operand z) =>
        PyTorchAgrees(any, python, tensors => ours(tensors[0], tensors[1], tensors[2]), [x, y, z]);

    /// <param name="any">Draws the gradient that flows back.</param>
    /// <param name="python">The operation as a Python expression over the operands' names.</param>
    /// <param name="ours">The operation here.</param>
    /// <param name="operands">What it is applied to.</param>
    public static void PyTorchAgrees(Any any, string python, Func<Tensor[], Tensor> ours, Operand[] operands)
    {
        try
        {
            Compare(any, python, ours, operands);
        }
        catch (Exception error)
        {
            throw new XunitException($"{python}, {string.Join(", ", operands.AsEnumerable())}; {any.Replay}\n{error}");
        }
    }

    private static void Compare(Any any, string python, Func<Tensor[], Tensor> ours, Operand[] operands)
    {
        using var scope = NewDisposeScope();
        var tensors = Array.ConvertAll(operands, operand => operand.ToTensor());
        var result = ours(tensors);
        result.dtype.ShouldNotBe(ScalarType.Float64, "CNNs are made of float32");

        var differentiable = operands.Where(operand => operand.Differentiable && result.dtype == ScalarType.Float32).ToArray();
        var upstream = new TensorValue(result.shape, any.Normal((int)result.numel()));
        var theirs = AskPyTorch(python, operands, differentiable, upstream);

        result.ToValue().ShouldBeCloseTo(theirs[0]!, Closeness.Forward, "result");
        if (differentiable.Length > 0)
        {
            result.backward([upstream.ToTensor()]);
        }

        foreach (var (operand, expected) in differentiable.Zip(theirs.Skip(1)))
        {
            var gradient = tensors[Array.IndexOf(operands, operand)].grad;
            gradient.ShouldNotBeNull($"gradient of {operand.Name}");
            gradient.ToValue().ShouldBeCloseTo(expected!, Closeness.Gradient, $"gradient of {operand.Name}");
        }
    }

    private static IReadOnlyList<TensorValue?> AskPyTorch(
        string python, Operand[] operands, Operand[] differentiable, TensorValue upstream)
    {
        var code = new StringBuilder($"result = {python}\n");
        if (differentiable.Length > 0)
        {
            code.Append("if result.shape == upstream.shape: result.backward(upstream)\n");
        }

        var question = new Question(code.ToString())
            .With("upstream", upstream)
            .Wants("result")
            .Wants(differentiable.Select(operand => $"{operand.Name}.grad"));
        foreach (var operand in operands)
        {
            question.With(operand.Name, operand.Value, operand.Differentiable);
        }

        return PyTorch.Ask(question);
    }
}
