using CnnGen.Generator.Language;

namespace CnnGen.Generator.Layers.Maps;

/// <summary>The argument that says what happens at the border.</summary>
internal static class PadRules
{
    /// <param name="arguments">The layer's.</param>
    /// <param name="hasCausal">Whether the layer knows what comes before.</param>
    public static Pad Read(Arguments arguments, bool hasCausal)
    {
        Pad pad = hasCausal
            ? arguments.Choice("Padding", Pad.Valid)
            : arguments.Choice("Padding", Pad.Valid, Pad.Valid, Pad.Same);
        if (pad != Pad.Causal || hasCausal)
        {
            return pad;
        }

        arguments.OutOfRange(
            "Padding", "Pad.Valid or Pad.Same, because only Conv1D and SeparableConv1D know what comes before", "Pad.Causal");
        return Pad.Same;
    }
}
