using System.Collections.Generic;
using CnnGen.Generator.Declarations;

namespace CnnGen.Generator.Graph;

/// <summary>The network of a model that is used inside another one.</summary>
internal static class NestedModel
{
    /// <returns><see langword="null"/> if it has errors, which are reported where it is declared.</returns>
    public static ModelGraph? Build(UsedClass used)
    {
        if (!used.IsGenerated)
        {
            return null;
        }

        var problems = new List<Problem>();
        var declaration = new NetworkDeclaration(used.Name, used.Attributes);
        string name = NameRules.ModelName(declaration, problems);
        GraphBuilder graph = GraphBuilder.Build(declaration, InputRules.Read(declaration, problems), problems);
        return problems.Count == 0 && graph.IsCertain ? graph.ToGraph(name) : null;
    }
}
