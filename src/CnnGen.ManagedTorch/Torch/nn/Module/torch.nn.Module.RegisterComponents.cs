using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// Registers what the fields hold under their names: modules, parameters and, as buffers, tensors. It finds them by
            /// reflection, which trimming leaves alone: the class says that fields of modules are needed.
            /// </summary>
            [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Module's DynamicallyAccessedMembers holds for every class that derives from it.")]
            protected virtual void RegisterComponents()
            {
                for (var type = GetType(); type is not null && type != typeof(Module); type = type.BaseType)
                {
                    foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                        RegisterField(field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name, field.GetValue(this));
                }
            }

            private void RegisterField(string key, object? value)
            {
                if (_internal_submodules.ContainsKey(key) || _internal_params.ContainsKey(key) || _internal_buffers.ContainsKey(key)) return;
                if (value is Module module) register_module(key, module);
                else if (value is Parameter parameter) register_parameter(key, parameter);
                else if (value is Tensor tensor) register_buffer(key, tensor);
            }
        }
    }
}
