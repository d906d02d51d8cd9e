namespace CnnGen.Torch.Tests.Checking;

/// <summary>One operation, written for both sides.</summary>
/// <param name="Python">The operation as a Python expression over the operands' names.</param>
/// <param name="Ours">
/// The operation here. It may put another tensor in an operand's place, such as the parameter of a layer that it has made from
/// the operand's values; the gradient is then looked for there.
/// </param>
/// <param name="Operands">What it is applied to.</param>
internal sealed record Trial(string Python, Func<Tensor[], Tensor> Ours, params Operand[] Operands)
{
    /// <summary>
    /// Whether it is several operations one after the other. Their gradients may cancel, and rounding may move a value to the other
    /// side of a kink, such as ReLU's, once in many cases: such a trial has failed if it fails again with other values.
    /// </summary>
    public bool IsNetwork { get; init; }

    public static Trial Of(string python, Func<Tensor, Tensor> ours, Operand x) => new(python, tensors => ours(tensors[0]), x);

    public static Trial Of(string python, Func<Tensor, Tensor, Tensor> ours, Operand x, Operand y) =>
        new(python, tensors => ours(tensors[0], tensors[1]), x, y);

    public static Trial Of(string python, Func<Tensor, Tensor, Tensor, Tensor> ours, Operand x, Operand y, Operand z) =>
        new(python, tensors => ours(tensors[0], tensors[1], tensors[2]), x, y, z);

    public override string ToString() => $"{Python}, {string.Join(", ", Operands.AsEnumerable())}";
}
