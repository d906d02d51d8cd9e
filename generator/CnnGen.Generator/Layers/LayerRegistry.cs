using System;
using System.Collections.Generic;
using System.Linq;

namespace CnnGen.Generator.Layers;

/// <summary>All layers by the names of their attributes.</summary>
internal static class LayerRegistry
{
    // Reflection, once, so that adding a layer means adding its file.
    private static readonly Dictionary<string, Layer> s_layers = typeof(Layer).Assembly.GetTypes()
        .Where(static type => type.IsSealed && typeof(Layer).IsAssignableFrom(type) && type.GetConstructor(Type.EmptyTypes) is not null)
        .Select(static type => (Layer)Activator.CreateInstance(type)!)
        .ToDictionary(static layer => layer.ClassName);

    /// <summary>The name of a layer that is the same but for capitals.</summary>
    public static string? Like(string attribute) => s_layers.Keys.FirstOrDefault(name => string.Equals(name, attribute, StringComparison.OrdinalIgnoreCase));

    public static Layer? Find(string attribute) => s_layers.TryGetValue(attribute, out Layer? layer) ? layer : null;
}
