using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Generator.Reading;

/// <summary>What the generator notes of the blocks of a project, and finds again in a referenced one.</summary>
internal sealed class BlockNotes
{
    public const string BlockAttribute = "CnnGen.BlockAttribute";

    private static readonly Dictionary<string, string> s_none = new();

    private readonly Dictionary<IAssemblySymbol, ILookup<(string Class, int Attribute), BlockNote>> _found = new(SymbolEqualityComparer.Default);

    /// <summary>The notes of a block that other assemblies can use.</summary>
    public static EquatableArray<BlockNote> Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var block = (INamedTypeSymbol)context.TargetSymbol;
        var compilation = (CSharpCompilation)context.SemanticModel.Compilation;
        return IsSeen(block)
            ? AttributeReader.ReadDeclarations(block, new UseReader(block, compilation), cancellation)
                .SelectMany(attribute => attribute.Arguments.Select(argument => (attribute.Index, argument.Name, Text: TextOf(argument.Value))))
                .Where(static argument => argument.Text is not null)
                .Select(argument => new BlockNote(ClassReader.FullName(block), argument.Index, argument.Name, argument.Text!))
                .ToEquatableArray()
            : EquatableArray<BlockNote>.Empty;
    }

    /// <summary>What the assembly of a compiled class notes of one of its attributes, by the arguments.</summary>
    public IReadOnlyDictionary<string, string> Of(INamedTypeSymbol block, int attribute)
    {
        if (!_found.TryGetValue(block.ContainingAssembly, out var notes))
        {
            notes = Find(block.ContainingAssembly).ToLookup(static note => (note.Class, note.Attribute));
            _found.Add(block.ContainingAssembly, notes);
        }

        return notes.Count == 0 ? s_none : notes[(ClassReader.FullName(block), attribute)]
            .GroupBy(static note => note.Argument)
            .ToDictionary(static same => same.Key, static same => same.First().Text);
    }

    private static IEnumerable<BlockNote> Find(IAssemblySymbol assembly) =>
        from attribute in assembly.GetAttributes()
        where attribute.AttributeClass?.Name == "AssemblyMetadataAttribute" && attribute.ConstructorArguments.Length == 2
            && attribute.ConstructorArguments[0].Value as string == BlockNote.Key
        let note = attribute.ConstructorArguments[1].Value is string value ? BlockNote.Parse(value) : null
        where note is not null
        select note;

    // A constant of Arg is known by its number.
    private static string? TextOf(object? value) => value switch
    {
        ArgName => null,
        ArgExpression or ArgList => value.ToString(),
        ArgArithmetic arithmetic => arithmetic.Text,
        _ => null,
    };

    private static bool IsSeen(INamedTypeSymbol block)
    {
        bool hasFriends = block.ContainingAssembly.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute");
        for (INamedTypeSymbol? type = block; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility != Accessibility.Public && !(hasFriends && type.DeclaredAccessibility >= Accessibility.Internal))
            {
                return false;
            }
        }

        return true;
    }
}
