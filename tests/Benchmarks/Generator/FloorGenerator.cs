using Microsoft.CodeAnalysis;

namespace CnnGen.Benchmarks.Generator;

/// <summary>The least that a generator of models can do: it finds them and writes an empty part for each.</summary>
internal sealed class FloorGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<(string Space, string Name)> models = context.SyntaxProvider.ForAttributeWithMetadataName(
            "CnnGen.ModelAttribute",
            static (_, _) => true,
            static (target, _) => (target.TargetSymbol.ContainingNamespace.ToDisplayString(), target.TargetSymbol.Name));

        context.RegisterSourceOutput(models, static (output, model) => output.AddSource(
            $"{model.Space}.{model.Name}.g.cs", $"namespace {model.Space};\npartial class {model.Name};\n"));
    }
}
