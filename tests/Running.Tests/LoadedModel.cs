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

    private readonly bool _isChannelsFirst;

    private delegate ReadOnlySpan<int> ShapeGetter();

    private LoadedModel(Compiled compiled)
    {
        _isChannelsFirst = compiled.IsChannelsFirst;
        Type = _context.LoadFromStream(new MemoryStream(compiled.Image)).GetType(compiled.Name)!;
        Network = (torch.nn.Module)Activator.CreateInstance(Type)!;
    }

    public Type Type { get; }

    /// <summary>The network, whatever it takes and gives.</summary>
    public torch.nn.Module Network { get; }

    /// <summary>The network with one input and one output.</summary>
    public torch.nn.Module<torch.Tensor, torch.Tensor> Module => (torch.nn.Module<torch.Tensor, torch.Tensor>)Network;

    public ICnnModel Model => (ICnnModel)Network;

    public ITrainableModel Trainable => (ITrainableModel)Network;

    public ModelSummary Architecture => ((INetwork)Network).Architecture;

    public static LoadedModel Load(string declaration) => new(s_compiled.GetOrAdd(declaration, Compile));

    public T Constant<T>(string name) => (T)Type.GetField(name, BindingFlags.Public | BindingFlags.Static)!.GetRawConstantValue()!;

    /// <summary>The sizes of an input tensor: images are N × C × H × W there.</summary>
    public long[] InputSizes(int count) => TensorSizes(count, Shape("InputShape"));

    /// <summary>A shape of the class, as declared.</summary>
    public int[] Shape(string name) => Type.GetProperty(name)!.GetMethod!.CreateDelegate<ShapeGetter>()().ToArray();

    public torch.Tensor Logits(torch.Tensor input) => (torch.Tensor)Type.GetMethod("Logits")!.Invoke(Module, [input])!;

    public void Dispose()
    {
        Network.Dispose();
        _context.Unload();
    }

    /// <summary>What a declared shape, height × width × channels or with the channels first, is as a tensor's.</summary>
    public long[] TensorSizes(int count, IReadOnlyList<int> shape) => shape.Count == 1 || _isChannelsFirst
        ? [count, .. shape.Select(size => (long)size)]
        : [count, shape[^1], .. shape.SkipLast(1).Select(size => (long)size)];

    private static Compiled Compile(string declaration)
    {
        GeneratorRun run = ModelCompiler.Generate(declaration).HasNoDiagnostics();
        using var image = new MemoryStream();
        EmitResult emitted = run.Output.Emit(image);
        emitted.Success.ShouldBeTrue(string.Join('\n', emitted.Diagnostics));
        return new Compiled(image.ToArray(), "Sample.Cnn", declaration.Contains("DataFormat.ChannelsFirst"));
    }

    private sealed record Compiled(byte[] Image, string Name, bool IsChannelsFirst);
}
