using System.Text;
using CnnGen.Torch.Tests.Oracle;
using Xunit.Sdk;

namespace CnnGen.Torch.Tests.Checking;

/// <summary>Runs the same operation here and in PyTorch and compares the results and the gradients.</summary>
internal static class Agreement
{
    // Behind several layers a gradient may be what is left of much larger ones that cancel, such as that of a shift before a
    // batch normalization.
    private const double ShareOfLargest = 0.1;

    public static void PyTorchAgrees(Any any, string python, Func<Tensor, Tensor> ours, Operand x) =>
        PyTorchAgrees(any, Trial.Of(python, ours, x));

    public static void PyTorchAgrees(Any any, string python, Func<Tensor, Tensor, Tensor> ours, Operand x, Operand y) =>
        PyTorchAgrees(any, Trial.Of(python, ours, x, y));

    public static void PyTorchAgrees(
        Any any, string python, Func<Tensor, Tensor, Tensor, Tensor> ours, Operand x, Operand y, Operand z) =>
        PyTorchAgrees(any, Trial.Of(python, ours, x, y, z));

    public static void PyTorchAgrees(Any any, string python, Func<Tensor[], Tensor> ours, Operand[] operands) =>
        PyTorchAgrees(any, new Trial(python, ours, operands));

    private static void PyTorchAgrees(Any any, Trial trial)
    {
        try
        {
            Compare(any, trial);
        }
        catch (Exception error)
        {
            throw new XunitException($"{trial}; {any.Replay}\n{error}");
        }
    }

    /// <summary>Fails unless the results, the gradients and what was written agree, or both sides refuse to work on nothing.</summary>
    /// <param name="any">Draws the gradient that flows back.</param>
    /// <param name="trial">What is compared.</param>
    public static void Compare(Any any, Trial trial)
    {
        if (Backend.IsTorchSharp)
        {
            trial = InOnePiece(trial);
        }

        using var scope = NewDisposeScope();
        var operands = trial.Operands;
        var tensors = Array.ConvertAll(operands, operand => operand.ToTensor());
        if (Run(trial, tensors) is not { } result)
        {
            return;
        }

        if (!operands.Any(operand => operand.Value.Data is double[])) result.dtype.ShouldNotBe(ScalarType.Float64, "CNNs are made of float32");
        Operand[] differentiable = result.requires_grad ? [.. operands.Where(operand => operand.Differentiable)] : [];
        Operand[] written = [.. operands.Where(operand => operand.Written)];
        var upstream = new TensorValue(result.shape, any.Normal((int)result.numel()));
        var theirs = AskPyTorch(trial, differentiable, written, upstream);

        result.ToValue().ShouldBeCloseTo(theirs[0]!, Closeness.Forward, "result");
        result.requires_grad.ShouldBe(((bool[])theirs[1]!.Data)[0], "whether the result has a gradient");
        foreach (var (operand, expected) in written.Zip(theirs.Skip(2)))
        {
            Ours(operand).ToValue().ShouldBeCloseTo(expected!, Closeness.Forward, operand.Name);
        }

        if (differentiable.Length > 0)
        {
            result.backward([upstream.ToTensor()]);
        }

        var gradients = theirs.Skip(2 + written.Length).ToArray();
        var smallestScale = trial.IsNetwork
            ? Math.Max(Closeness.SmallestScale, gradients.Max(gradient => ShareOfLargest * gradient?.LargestMagnitude()) ?? 0)
            : Closeness.SmallestScale;
        foreach (var (operand, expected) in differentiable.Zip(gradients))
        {
            var gradient = Ours(operand).grad;
            ReferenceEquals(gradient, null).ShouldBe(expected is null, $"no gradient of {operand.Name}");
            gradient?.ToValue().ShouldBeCloseTo(expected!, Closeness.Gradient, $"gradient of {operand.Name}", smallestScale);
        }

        Tensor Ours(Operand operand) => tensors[Array.IndexOf(operands, operand)];
    }

    /// <summary>Our result, or null if both refuse: only tensors without elements may be refused.</summary>
    private static Tensor? Run(Trial trial, Tensor[] tensors)
    {
        try
        {
            return trial.Ours(tensors);
        }
        catch (Exception error) when (trial.Operands.Any(operand => operand.Value.Data.Length == 0))
        {
            var refusal = Should.Throw<PyTorchException>(
                () => AskPyTorch(trial, [], [], new TensorValue([0], Array.Empty<float>())), $"PyTorch does not refuse what we do: {error}");
            refusal.Message.ShouldNotContain("NameError");
            return null;
        }
    }

    private static IReadOnlyList<TensorValue?> AskPyTorch(
        Trial trial, Operand[] differentiable, Operand[] written, TensorValue upstream)
    {
        var code = new StringBuilder($"result = {trial.Python}\n");
        if (differentiable.Length > 0)
        {
            code.Append("if result.shape == upstream.shape: result.backward(upstream)\n");
        }

        var question = new Question(code.ToString())
            .With("upstream", upstream)
            .Wants("result", "result.requires_grad")
            .Wants(written.Select(operand => operand.Name))
            .Wants(differentiable.Select(operand => $"{operand.Name}.grad"));
        foreach (var operand in trial.Operands)
        {
            question.With(operand.Name, operand.Value, operand.Differentiable);
        }

        return PyTorch.Ask(question);
    }

    // libtorch 2.6 goes wrong on some layouts: gradients of a batch normalization with a scale that lies scattered, for one.
    private static Trial InOnePiece(Trial trial) => trial with { Operands = Array.ConvertAll(trial.Operands, operand => operand.Contiguous()) };
}
