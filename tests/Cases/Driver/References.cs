using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Generator.Tests;

/// <summary>What a project that declares models references: the framework, CnnGen, and the torch that this build was given.</summary>
internal static class References
{
    public static MetadataReference CnnGen { get; } = MetadataReference.CreateFromFile(typeof(ICnnModel).Assembly.Location);

    public static MetadataReference Torch { get; } = MetadataReference.CreateFromFile(typeof(TorchSharp.torch).Assembly.Location);

    /// <summary>A CnnGen that has the attributes and nothing else, as another version of it might.</summary>
    public static MetadataReference CnnGenWithoutInterfaces { get; } = CSharpCompilation.Create(
        "CnnGen",
        [CSharpSyntaxTree.ParseText("""
            namespace CnnGen;
            public sealed class ModelAttribute(string name = null) : System.Attribute { public string Name => name; }
            public sealed class InputAttribute(params int[] shape) : System.Attribute { public int[] Shape => shape; }
            public abstract class LayerAttribute : System.Attribute { public string Name { get; set; } }
            public sealed class FlattenAttribute : LayerAttribute;
            """)],
        FrameworkReferences.All,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();

    /// <summary>Another library in TorchSharp's namespace, with the base class of models and no more.</summary>
    public static MetadataReference OtherTorch { get; } = CSharpCompilation.Create(
        "OtherTorch",
        [CSharpSyntaxTree.ParseText("""
            namespace TorchSharp;
            public static class torch
            {
                public sealed class Tensor;
                public static class nn
                {
                    public abstract class Module<T, TResult>(string name) : System.IDisposable
                    {
                        public string Name => name;
                        public void Dispose() { }
                        public abstract TResult forward(T input);
                    }
                }
            }
            """)],
        FrameworkReferences.All,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();

    public static IReadOnlyList<MetadataReference> All { get; } = [.. FrameworkReferences.All, CnnGen, Torch];
}
