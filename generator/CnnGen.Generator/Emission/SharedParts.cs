using System;
using System.Linq;
using CnnGen.Generator.Models;
using CnnGen.Generator.Network;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Emission;

/// <summary>What networks need of what is written once for all of a project.</summary>
[Flags]
internal enum SharedParts
{
    None = 0,

    /// <summary>How they are trained.</summary>
    Training = 1,

    /// <summary>Layers with weights that TorchSharp has no module for.</summary>
    Tensors = 2,

    /// <summary>What weights are held to.</summary>
    Constraints = 4,
}

internal static class SharedPartsOf
{
    /// <summary>What a network needs.</summary>
    public static SharedParts Plan(ModelPlan plan)
    {
        SharedParts parts = Nodes(plan, static node => node.Layer.Modules("", node.Input).Any(static module => module.Type == Library.Tensors), SharedParts.Tensors);
        return plan.Training is null
            ? parts
            : parts | SharedParts.Training | Nodes(plan, static node => node.Layer.Constraints(default, node.Input).Count > 0, SharedParts.Constraints);
    }

    private static SharedParts Nodes(ModelPlan plan, Func<Node, bool> need, SharedParts part) => plan.Graph!.Nodes.Any(need) ? part : SharedParts.None;
}
