namespace CnnGen.Generator.Emission;

/// <summary>The module of layers that TorchSharp has none for.</summary>
internal static class TensorsText
{
    /// <summary>The source, in the namespace of the shared file.</summary>
    public static string Text => $$"""

        /// <summary>The weights of a layer that TorchSharp has no module for, by their names.</summary>
        {{StateEmitter.Marks}}
        internal sealed class LayerTensors : torch.nn.Module
        {
            public LayerTensors(string name) : base(name)
            {
            }

            // Asked for each time: where the network is moved to another device, others take their place.
            public torch.Tensor this[string name] => (torch.Tensor?)get_parameter(name) ?? get_buffer(name);

            /// <summary>Adds what the gradient changes.</summary>
            public LayerTensors Weight(string name, torch.Tensor start)
            {
                register_parameter(name, new global::TorchSharp.Modules.Parameter(start.DetachFromDisposeScope()));
                return this;
            }

            /// <summary>Adds what the gradient does not change.</summary>
            public LayerTensors Buffer(string name, torch.Tensor start)
            {
                register_buffer(name, start.DetachFromDisposeScope());
                return this;
            }
        }

        """;
}
