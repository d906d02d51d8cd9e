using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Autograd;
using CnnGen.ManagedTorch.Randomness;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Takes over another tensor's elements, stretched and converted as needed.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            RequireWritable();
            RequireStretch(source);
            using var stretched = Held.Stretched(source.Impl, Impl.Shape);
            StridedCopy.Copy(stretched.Impl, Impl);
            NoteReplaced("CopyBackward", source);
            return this;
        }

        public Tensor fill_(Scalar value)
        {
            RequireWritable();
            DenseFill.Anywhere(Impl, value);
            NoteReplaced("FillBackward", null);
            return this;
        }

        public Tensor zero_() => fill_(0);

        public Tensor uniform_(double from, double to, Generator? generator = null) =>
            FillRandomly(generator, (twister, target) => RandomFill.Uniform(twister, target, from, to));

        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null)
        {
            if (std < 0) throw TorchError.Create($"normal expects std >= 0.0, but found std {std}");
            return FillRandomly(generator, (twister, target) => RandomFill.Normal(twister, target, mean, std));
        }

        /// <summary>Ones with probability p, else zeros.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null)
        {
            if (!(p >= 0 && p <= 1)) throw TorchError.Create($"bernoulli_ expects p to be in [0, 1], but got p={p}");
            return FillRandomly(generator, (twister, target) => RandomFill.Bernoulli(twister, target, p));
        }

        /// <summary>Ones with the probabilities that a tensor of this shape, or one that stretches to it, gives.</summary>
        public Tensor bernoulli_(Tensor p, Generator? generator = null)
        {
            using var chances = p.Detached().expand(Impl.Shape, false).Arranged(MemoryLayout.Contiguous);
            RequireFloat32(chances.Impl.Type, "bernoulli_");
            var given = chances.Impl;
            return FillRandomly(generator, (twister, target) => RandomFill.Bernoulli(twister, target, given));
        }

        /// <summary>A new tensor of ones with the probabilities that this one holds, else zeros.</summary>
        public Tensor bernoulli(Generator? generator = null) => New(Impl.Shape, dtype).bernoulli_(this, generator);

        // Numbers are drawn in the order of the shape, as PyTorch does, whatever the order in memory.
        private Tensor FillRandomly(Generator? generator, Action<MersenneTwister, TensorImpl> fill)
        {
            RequireWritable();
            using var dense = Impl.IsContiguous ? Held.Share(Impl) : Held.New(Impl.Shape, dtype);
            var target = dense.Impl;
            (generator ?? Generator.Default).Draw(twister => fill(twister, target));
            if (target != Impl) StridedCopy.Copy(target, Impl);
            NoteReplaced("FillBackward", null);
            return this;
        }

        // What was there before has no say in what is there now: its gradient is zero, and that of a source is the whole.
        private void NoteReplaced(string name, Tensor? source)
        {
            if (!Tape.Records(this, source) || !dtype.IsFloating())
            {
                Impl.NoteWrite();
                return;
            }

            Tape.RecordInPlace(this, name, [this, source], [], static (node, gradient) =>
            {
                if (node.Wants(0)) node.Give(0, zeros_like(gradient));
                node.Give(1, gradient);
            });
        }
    }
}
