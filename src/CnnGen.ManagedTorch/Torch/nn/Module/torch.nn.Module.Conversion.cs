using CnnGen.ManagedTorch;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Converts every floating-point parameter and buffer. They become other tensors, so make the optimizer afterwards.</summary>
            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                if (!dtype.IsFloating()) throw new ArgumentException($"nn.Module.to only accepts floating point or complex types, but got desired dtype={dtype}");
                foreach (var (_, module) in named_children()) module._to(dtype, non_blocking);
                foreach (var (key, parameter) in _internal_params.ToArray())
                {
                    if (parameter.dtype.IsFloating() && parameter.dtype != dtype) SetParameter(key, Converted(parameter, dtype));
                }

                foreach (var (key, (buffer, persistent)) in _internal_buffers.ToArray())
                {
                    if (!buffer.dtype.IsFloating() || buffer.dtype == dtype) continue;
                    ConditionallyRegisterBuffer(key, buffer.to(dtype).DetachFromDisposeScope(), persistent);
                    buffer.Dispose();
                }

                return this;
            }

            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                RequireCpu(deviceType);
                return this;
            }

            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                RequireCpu(device);
                return _to(dtype, non_blocking);
            }

            private static Parameter Converted(Parameter parameter, ScalarType dtype)
            {
                using var noGrad = no_grad();
                var converted = new Parameter(parameter.to(dtype), parameter.requires_grad);
                converted.DetachFromDisposeScope();
                using var gradient = parameter.grad;
                if (gradient is not null) converted.grad = gradient.to(dtype);
                return converted;
            }
        }
    }
}
