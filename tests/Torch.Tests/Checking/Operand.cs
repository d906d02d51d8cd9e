using CnnGen.Torch.Tests.Oracle;

namespace CnnGen.Torch.Tests.Checking;

/// <summary>An argument of an operation: the same numbers for both sides, with a name for the Python side.</summary>
internal sealed record Operand(string Name, TensorValue Value)
{
    /// <summary>Whether the gradient with respect to it is compared.</summary>
    public bool Differentiable { get; init; }

    /// <summary>How its elements lie in memory. Only our side: what an operation gives must not depend on it.</summary>
    public Layout Layout { get; init; } = Layout.Contiguous;

    /// <summary>Whether the operation writes into it, so that what is in it afterwards is compared.</summary>
    public bool Written { get; init; }

    public Operand Contiguous() => this with { Layout = Layout.Contiguous };

    public Operand WithoutGradient() => this with { Differentiable = false };

    /// <summary>The same numbers in 64 bits.</summary>
    public Operand InDoubles() => this with { Value = new(Value.Shape, Array.ConvertAll(Value.Floats, value => (double)value)) };

    /// <summary>A new leaf with these values.</summary>
    public Tensor ToTensor()
    {
        var tensor = Layout.Arrange(Value.ToTensor()).detach();
        return Differentiable ? tensor.requires_grad_() : tensor;
    }

    public override string ToString() => $"{Name}: {Value.TypeName}[{string.Join(", ", Value.Shape)}] {Layout.Name}";
}
