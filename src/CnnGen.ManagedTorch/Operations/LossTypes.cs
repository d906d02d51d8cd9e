using CnnGen.ManagedTorch.Autograd;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>Losses that PyTorch computes, or goes back through, only where input and target are of one type.</summary>
internal static class LossTypes
{
    /// <exception cref="System.Runtime.InteropServices.ExternalException">They are not.</exception>
    public static void RequireSame(Tensor input, Tensor target)
    {
        if (input.dtype != target.dtype)
            throw TorchError.Create($"Found dtype {target.dtype.Name()} but expected {input.dtype.Name()}: convert the target to the input's type");
    }

    /// <summary>The losses themselves, the way back through which is refused unless the types are one.</summary>
    public static Tensor WithGradientOfSame(Tensor losses, Tensor input, Tensor target) =>
        input.dtype == target.dtype || !Tape.Records(losses) ? losses : Barred(losses, input.dtype, target.dtype);

    private static Tensor Barred(Tensor losses, ScalarType input, ScalarType target) =>
        Tape.Record(losses.Detached(), "LossBackward", [losses], [], (_, _) => throw TorchError.Create(
            $"Found dtype {target.Name()} but expected {input.Name()}: convert the target to the input's type"));
}
