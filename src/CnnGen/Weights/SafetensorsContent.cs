namespace CnnGen;

/// <summary>What a safetensors file holds.</summary>
/// <param name="Tensors">The tensors: <c>float[]</c>, <c>long[]</c> or <c>byte[]</c> values.</param>
/// <param name="Metadata">Free text by name.</param>
internal sealed record SafetensorsContent(IReadOnlyList<Weight> Tensors, IReadOnlyDictionary<string, string> Metadata);
