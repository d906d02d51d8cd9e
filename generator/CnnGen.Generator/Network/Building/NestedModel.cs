using System.Collections.Generic;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Network.Keras;
using CnnGen.Generator.Problems;

namespace CnnGen.Generator.Network.Building;

/// <summary>The network of a model that is used inside another one.</summary>
internal static class NestedModel
{
    /// <returns><see langword="null"/> if it has errors, which are reported where it is declared.</returns>
    public static ModelGraph? Build(UsedClass used)
    {
        var problems = new List<Problem>();
        var declaration = new NetworkDeclaration(used.Name, used.Attributes);
        string name = NameRules.ModelName(declaration, problems);
        CheckedNetwork network = NetworkBuilder.Build(declaration, InputRules.Read(declaration, problems));
        return network.IsSound && problems.Count == 0 ? network.ToGraph(name) : null;
    }
}
