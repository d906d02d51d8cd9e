using CnnGen.Interop;

namespace CnnGen.Fixtures;

/// <summary>A model that Keras saved, as a declaration.</summary>
/// <param name="Name">The files' name.</param>
/// <param name="Declaration">What its config says; of a model that cannot be declared the reason stands in place of the text.</param>
/// <param name="Source">The declaration as a file that can be compiled with the others; <see langword="null"/> where there is none.</param>
internal sealed record KerasFileModel(string Name, KerasDeclaration Declaration, ModelSource? Source)
{
    /// <summary>All models of a folder.</summary>
    public static IReadOnlyList<KerasFileModel> All(KerasFileSet files) => [.. files.Names.Select((name, i) => Declared(files, name, i))];

    private static KerasFileModel Declared(KerasFileSet files, string name, int index)
    {
        try
        {
            KerasDeclaration declaration = KerasFormat.Declare(files.Find(name, ".keras")!);
            string space = FormattableString.Invariant($"M{index}");
            return new KerasFileModel(name, declaration, new ModelSource
            {
                ClassName = space,
                TypeName = $"{space}.{declaration.ClassName}",
                Text = declaration.Text.Replace("using CnnGen;\n", $"using CnnGen;\nnamespace {ModelSource.Namespace}.{space};\n", StringComparison.Ordinal),
                FirstLayerLine = 0,
                OutputLine = 0,
            });
        }
        catch (CnnGenException error)
        {
            return new KerasFileModel(name, new KerasDeclaration("", error.Message, [], []), null);
        }
    }
}
