using System.Reflection;
using System.Runtime.Loader;
using CnnGen.Fixtures;
using Microsoft.CodeAnalysis;

namespace CnnGen.Interop.Tests.Pytorch.Twin;

/// <summary>Models that are compiled together, as one project.</summary>
internal sealed class CompiledModels : IDisposable
{
    private readonly AssemblyLoadContext _context = new("twins", isCollectible: true);
    private readonly Assembly _assembly;

    public CompiledModels(IEnumerable<TwinCase> cases)
    {
        GeneratorRun run = ModelCompiler.GenerateFiles([.. cases.Select(static twin => twin.Source).Distinct()]);
        using var image = new MemoryStream();
        run.Output.Emit(image).Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        image.Position = 0;
        _assembly = _context.LoadFromStream(image);
    }

    public Type Type(TwinCase twin) => _assembly.GetType(twin.Class) ?? throw new InvalidOperationException($"{twin.Name} has no class {twin.Class}.");

    public void Dispose() => _context.Unload();
}
