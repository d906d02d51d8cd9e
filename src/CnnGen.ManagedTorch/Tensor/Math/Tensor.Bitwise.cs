using CnnGen.ManagedTorch;

namespace TorchSharp;

// Bit by bit, of whole numbers; of truth values, which are 0 or 1, that is logic.
public static partial class torch
{
    public partial class Tensor
    {
        private unsafe Tensor BitwiseAnd(Tensor other) => Bitwise(other, "bitwise_and", &BitLoops.And);

        private unsafe Tensor BitwiseOr(Tensor other) => Bitwise(other, "bitwise_or", &BitLoops.Or);

        private unsafe Tensor BitwiseNot()
        {
            if (dtype == ScalarType.Bool) return logical_not();
            RequireBits(dtype, "bitwise_not");
            using var x = Arranged(Impl.Layout);
            var result = New(Impl.Shape, dtype, Impl.Layout);
            BitLoops.Not(Impl.Count * dtype.Size(), x.Impl.Pointer, result.Impl.Pointer);
            return result;
        }

        private unsafe Tensor Bitwise(Tensor other, string name, delegate*<long, byte*, byte*, byte*, void> loop)
        {
            var type = ScalarTypes.Promote(dtype, Impl.Rank, other.dtype, other.Impl.Rank);
            RequireBits(type, name);
            var (shape, layout) = Meet(Impl, other.Impl);
            using var x = Arranged(layout, shape, type);
            using var y = other.Arranged(layout, shape, type);
            var result = New(shape, type, layout);
            loop(result.Impl.Count * type.Size(), x.Impl.Pointer, y.Impl.Pointer, result.Impl.Pointer);
            return result;
        }

        private static void RequireBits(ScalarType type, string name)
        {
            if (type.IsFloating()) throw TorchError.Create($"\"{name}\" not implemented for '{type.Name()}': it takes whole numbers or truth values");
        }
    }
}
