namespace CnnGen.Interop.Keras;

/// <summary>A layer of ours with its weights as Keras keeps them; or a model within the model, with its layers.</summary>
/// <param name="Row">What is known of it.</param>
/// <param name="Path">Its name behind those of the models that it is in.</param>
/// <param name="Slots">Its own weights in Keras's order.</param>
/// <param name="Layers">The layers of a model.</param>
internal sealed record SlotNode(LayerSummary Row, string Path, IReadOnlyList<WeightSlot> Slots, IReadOnlyList<SlotNode> Layers)
{
    /// <summary>Whether there is anything to read.</summary>
    public bool HasWeights => Slots.Count > 0 || Layers.Any(static layer => layer.HasWeights);
}
