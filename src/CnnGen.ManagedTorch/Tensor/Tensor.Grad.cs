using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether a backward pass reaches this tensor.</summary>
        public bool requires_grad
        {
            get => Impl.RequiresGrad;
            set
            {
                if (value && !dtype.IsFloating())
                    throw TorchError.Create($"only Tensors of floating point and complex dtype can require gradients, this one is {dtype}");
                if (!Impl.IsLeaf)
                {
                    if (value) return;
                    throw TorchError.Create("you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require differentiation use var_no_grad = var.detach().");
                }

                Impl.RequiresGradAsLeaf = value;
            }
        }

        /// <summary>True for what no recorded operation made.</summary>
        public bool is_leaf => Impl.IsLeaf;

        /// <summary>What backward passes have added up, if any has come by. Each read gives a new handle.</summary>
        public Tensor? grad
        {
            get
            {
                if (Gradients.Read(Impl) is not { } gradient) return null;
                gradient.Retain();
                return Of(gradient);
            }

            set
            {
                if (value is not null && !value.Impl.Shape.AsSpan().SequenceEqual(Impl.Shape))
                {
                    throw TorchError.Create(
                        $"assigned grad has data of a different size: {Geometry.Format(value.Impl.Shape)} for a tensor of {Geometry.Format(Impl.Shape)}");
                }

                if (value is not null && value.dtype != dtype)
                    throw TorchError.Create($"assigned grad has data of a different type: {value.dtype} for a tensor of {dtype}");
                value?.Impl.Retain();
                Gradients.Replace(Impl, value?.Impl);
            }
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        internal Tensor with_requires_grad(bool requires_grad)
        {
            if (requires_grad) this.requires_grad = true;
            return this;
        }

        /// <summary>Keeps the gradient of a computed tensor too.</summary>
        public void retain_grad()
        {
            if (!Impl.RequiresGrad) throw TorchError.Create("can't retain_grad on Tensor that has requires_grad=False");
            if (Impl.Producer is not { } producer) return;
            Impl.KeepIdentity();
            producer.Retaining = Impl;
        }

        /// <summary>Adds the gradients of this number to every leaf that led to it.</summary>
        public void backward() => backward(null);

        /// <summary>Adds gradients to the leaves, or only to <paramref name="inputs"/>, weighted by <paramref name="grad_tensors"/>.</summary>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            if (create_graph) throw new NotSupportedException("create_graph (gradients of gradients) is not supported by this backend.");
            if (!Impl.RequiresGrad) throw TorchError.Create("element 0 of tensors does not require grad and does not have a grad_fn");
            using var given = grad_tensors is { Count: > 0 } ? Held.Share(grad_tensors[0].Impl) : ImplicitGradient();
            if (!given.Impl.HasShape(Impl.Shape))
            {
                throw TorchError.Create(
                    $"Mismatch in shape: grad_output[0] has a shape of {Geometry.Format(given.Impl.Shape)} and output[0] has a shape of {Geometry.Format(Impl.Shape)}.");
            }

            using var gradient = given.Impl.Type == dtype ? Held.Share(given.Impl) : Held.Arranged(given.Impl, Impl.Layout, Impl.Shape, dtype);
            BackwardPass.Run(Impl, gradient.Impl, retain_graph, inputs is null ? null : ImplsOf(inputs));
        }

        private static HashSet<TensorImpl> ImplsOf(IList<Tensor> tensors) => [.. tensors.Select(tensor => tensor.Impl)];

        private Held ImplicitGradient()
        {
            if (Impl.Count != 1) throw TorchError.Create(
                $"grad can be implicitly created only for scalar outputs, not for shape {Geometry.Format(Impl.Shape)}");
            var one = Held.New(Impl.Shape, dtype);
            DenseFill.Run(one.Impl, 1);
            return one;
        }
    }
}
