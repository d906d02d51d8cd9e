using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.Emit;
using Shouldly;
using TorchSharp;

namespace CnnGen.Generator.Tests;

/// <summary>A generated model, compiled in memory and made.</summary>
internal sealed class LoadedModel : IDisposable
{
    private static readonly ConcurrentDictionary<string, Compiled> s_compiled = new();

    private readonly AssemblyLoadContext _context = new("models", isCollectible: true);

    private delegate ReadOnlySpan<int> ShapeGetter();

    private LoadedModel(Compiled compiled)
    {
        Type = _context.LoadFromStream(new MemoryStream(compiled.Image)).GetType(compiled.Name)!;
        Module = (torch.nn.Module<torch.Tensor, torch.Tensor>)Activator.CreateInstance(Type)!;
    }

    public Type Type { get; }

    public torch.nn.Module<torch.Tensor, torch.Tensor> Module { get; }

    public ICnnModel Model => (ICnnModel)Module;

    public ITrainableModel Trainable => (ITrainableModel)Module;

    public ModelSummary Architecture => Model.Architecture;

    public static LoadedModel Load(string declaration) => new(s_compiled.GetOrAdd(declaration, Compile));

    public T Constant<T>(string name) => (T)Type.GetField(name, BindingFlags.Public | BindingFlags.Static)!.GetRawConstantValue()!;

    /// <summary>The sizes of an input tensor: images are N × C × H × W there.</summary>
    public long[] InputSizes(int count) => TensorSizes(count, Shape("InputShape"));

    /// <summary>A shape of the class, as declared.</summary>
    public int[] Shape(string name) => Type.GetProperty(name)!.GetMethod!.CreateDelegate<ShapeGetter>()().ToArray();

    public torch.Tensor Logits(torch.Tensor input) => (torch.Tensor)Type.GetMethod("Logits")!.Invoke(Module, [input])!;

    public void Dispose()
    {
        Module.Dispose();
        _context.Unload();
    }

    /// <summary>What a declared shape, height × width × channels, is as a tensor's.</summary>
    public static long[] TensorSizes(int count, IReadOnlyList<int> shape) =>
        shape.Count == 3 ? [count, shape[2], shape[0], shape[1]] : [count, .. shape.Select(size => (long)size)];

    private static Compiled Compile(string declaration)
    {
        GeneratorRun run = ModelCompiler.Generate(declaration).HasNoDiagnostics();
        using var image = new MemoryStream();
        EmitResult emitted = run.Output.Emit(image);
        emitted.Success.ShouldBeTrue(string.Join('\n', emitted.Diagnostics));
        return new Compiled(image.ToArray(), run.Model.ToDisplayString());
    }

    private sealed record Compiled(byte[] Image, string Name);
}
