namespace CnnGen.Interop.Keras;

/// <summary>A model as its config describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsSequential">Whether it is a chain: Keras's Sequential.</param>
/// <param name="Inputs">What goes in, in order.</param>
/// <param name="Layers">Its layers in Keras's order, without the inputs.</param>
/// <param name="Outputs">What comes out, in order.</param>
internal sealed record KerasModel(string Name, bool IsSequential, IReadOnlyList<KerasInput> Inputs, IReadOnlyList<KerasLayer> Layers, IReadOnlyList<KerasValue> Outputs)
{
    /// <summary>Its layers and those of the models within it.</summary>
    public IEnumerable<KerasLayer> AllLayers => Layers.SelectMany(static layer => layer.Model is { } model ? model.AllLayers : [layer]);
}

/// <summary>What goes into a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its shape without the batch.</param>
internal sealed record KerasInput(string Name, IReadOnlyList<int> Shape);

/// <summary>A value in a model: what a call of a layer gives, or an input.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Call">Which of its calls, from 0 on.</param>
/// <param name="Output">Which of the outputs of that call.</param>
internal readonly record struct KerasValue(string Layer, int Call, int Output);
