using System.Diagnostics.CodeAnalysis;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// A layer or a network: parameters, buffers and other modules under names, registered by hand
        /// (<see cref="register_module"/>) or from the fields (<see cref="RegisterComponents"/>).
        /// </summary>
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.NonPublicFields)]
        public partial class Module : IDisposable
        {
            protected OrderedDict<string, Module> _internal_submodules = new();
            protected OrderedDict<string, (Tensor, bool)> _internal_buffers = new();
            protected OrderedDict<string, Parameter> _internal_params = new();
            protected string? name;
            private bool _training = true;
            private bool _disposed;

            protected Module(string name)
            {
                this.name = name;
            }

            public virtual bool training => _training;

            public virtual string GetName() => string.IsNullOrEmpty(name) ? GetType().Name : name;

            public virtual void train(bool train = true)
            {
                _training = train;
                if (named_children() is not OrderedDict<string, Module> own)
                {
                    foreach (var (_, module) in named_children()) module.train(train);
                    return;
                }

                for (var i = 0; i < own.Count; i++) own.ValueAt(i).train(train);
            }

            public virtual void eval() => train(false);

            /// <summary>Calls a function on every module inside, then on this one.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var (_, module) in named_children()) module.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>Forgets the gradients, or overwrites them with zeros.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var (_, parameter) in named_parameters())
                {
                    if (set_to_none) parameter.grad = null;
                    else CnnGen.ManagedTorch.Autograd.Gradients.Clear(parameter.Impl);
                }
            }

            /// <summary>Disposes all parameters, buffers and modules inside.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing || _disposed) return;
                _disposed = true;
                foreach (var (_, (buffer, _)) in _internal_buffers) buffer.Dispose();
                foreach (var (_, parameter) in _internal_params) parameter.Dispose();
                foreach (var (_, module) in named_children().ToArray()) module.Dispose();
            }
        }
    }
}
