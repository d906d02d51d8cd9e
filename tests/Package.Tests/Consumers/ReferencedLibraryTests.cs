namespace CnnGen.Package.Tests;

/// <summary>A library declares a block, a model and a data set; a program uses them, from the project beside it or from a package.</summary>
[Collection(nameof(Packages))]
public sealed class ReferencedLibraryTests(Packages packages)
{
    private const string Library = """
        using CnnGen;

        namespace Lib;

        [Block]
        [Conv2D(Arg.Filters, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
        [MaxPooling2D]
        public sealed class Stage;

        [Model, Input(16, 16, 8)]
        [Conv2D(8, 3, Activation = Activation.ReLU)]
        [GlobalAveragePooling2D]
        public sealed partial class Backbone;

        [ImageData(32, 32, 3, Classes = 10)]
        public sealed class Pictures;

        public static class Sizes
        {
            public const int Side = 32;
        }
        """;

    private const string Program = """
        using CnnGen;

        using var model = new Classifier();
        var picture = new byte[Lib.Sizes.Side * Lib.Sizes.Side * 3];
        var data = ImageDataset.FromLabels(Lib.Sizes.Side, Lib.Sizes.Side, 3, 10, picture, new[] { 4 });
        Console.WriteLine($"{Lib.Backbone.ParameterCount} of {Classifier.ParameterCount}, {model.Predict(data).Count} prediction");

        [Model, Input(Lib.Sizes.Side, Lib.Sizes.Side, 3)]
        [Use<Lib.Stage>(Filters = 8)]
        [Use<Lib.Backbone>]
        [Dense(10, Activation = Activation.Softmax)]
        [Training<Lib.Pictures>]
        internal sealed partial class Classifier;
        """;

    // 3·3·8·8 + 8 of the backbone, 3·3·3·8 + 8 of the stage, 8·10 + 10 of the last layer.
    private const string Said = "584 of 898, 1 prediction";

    [Fact]
    public void It_is_used_as_a_project()
    {
        Consumer library = MakeLibrary();
        Consumer program = MakeProgram($"<ProjectReference Include=\"{library.Folder}/Stripes.csproj\" />");

        program.Run("run", "-v", "q").Succeeded().Output.ShouldContain(Said);
    }

    [Fact]
    public void It_is_used_as_a_package()
    {
        MakeLibrary().Run("pack", "-v", "q", "-o", packages.Feed, "-p:PackageId=Lib", $"-p:PackageVersion={packages.Version}").Succeeded();
        Consumer program = MakeProgram($"<PackageReference Include=\"Lib\" Version=\"{packages.Version}\" />");

        program.Run("run", "-v", "q").Succeeded().Output.ShouldContain(Said);
    }

    private Consumer MakeLibrary()
    {
        var library = new Consumer(packages) { Program = Library };
        library.Write("Stripes.csproj", library.Read("Stripes.csproj")
            .Replace("<OutputType>Exe</OutputType>", "<AssemblyName>Lib</AssemblyName>", StringComparison.Ordinal));
        return library;
    }

    private Consumer MakeProgram(string reference)
    {
        var program = new Consumer(packages) { Program = Program };
        program.Write("Stripes.csproj", program.Read("Stripes.csproj")
            .Replace("</Project>", $"  <ItemGroup>\n    {reference}\n  </ItemGroup>\n</Project>", StringComparison.Ordinal));
        return program;
    }
}
