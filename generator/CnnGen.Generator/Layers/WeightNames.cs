using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers;

/// <summary>What generated code calls a layer's weights: members of its modules, or by name where the layer is one of a used model.</summary>
/// <param name="Field">The field of the layer, or of the used model.</param>
/// <param name="Path">The layer's name in the used model; <see langword="null"/> for a layer of the network itself.</param>
internal readonly record struct WeightNames(string Field, string? Path = null)
{
    /// <param name="weight">The weight: <c>weight</c>, <c>bias</c>.</param>
    /// <param name="part">Which of the layer's modules has it; nothing for a sole one.</param>
    public string Of(string weight, string part = "")
    {
        string ending = part.Length == 0 ? "" : "_" + part;
        return Path is null ? $"{Field}{ending}.{weight}" : $"{Field}.get_parameter({Literals.String($"{Path}{ending}.{weight}")})";
    }

    /// <summary>The weights of a layer of the model that this one is.</summary>
    public WeightNames Inside(string layer) => this with { Path = Path is null ? layer : $"{Path}.{layer}" };
}
