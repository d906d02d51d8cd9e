namespace CnnGen.CodeFixes.Tests;

/// <summary>Fixes as an editor takes them, with Roslyn's tests as a second judge.</summary>
public sealed class EditorTests
{
    private const string Wrong = "[Model]\n[Input(28, 28, 1)]\n[Flatten]\n[Dense(8, {{|CNN108:InputFeatures = 7|}})]\n[Dense(10, {{|CNN108:InputFeatures = 9|}})]\npublic partial class {0};\n";
    private const string Right = "[Model]\n[Input(28, 28, 1)]\n[Flatten]\n[Dense(8, InputFeatures = 784)]\n[Dense(10, InputFeatures = 8)]\npublic partial class {0};\n";

    [Fact]
    public Task An_argument_is_written() => new EditorTest()
        .File("Cnn.cs",
            "[Model, Input(28, 28, 1)]\n[MaxPooling2D({|CNN101:29|})]\npublic partial class Cnn;\n",
            "[Model, Input(28, 28, 1)]\n[MaxPooling2D(29, Padding = Pad.Same)]\npublic partial class Cnn;\n")
        .RunAsync();

    [Fact]
    public Task An_attribute_is_moved() => new EditorTest()
        .File("Cnn.cs",
            "[Model, Input(28, 28, 1)]\n[MaxPooling2D]\n[Flatten]\n[{|CNN102:Conv2D(8, 3)|}]\n[Dense(10)]\npublic partial class Cnn;\n",
            "[Model, Input(28, 28, 1)]\n[MaxPooling2D]\n[Conv2D(8, 3)]\n[Flatten]\n[Dense(10)]\npublic partial class Cnn;\n")
        .RunAsync();

    [Fact]
    public Task A_class_becomes_partial() => new EditorTest()
        .File("Cnn.cs",
            "[Model, Input(28, 28, 1)]\n[Flatten]\npublic sealed class {|CNN001:Cnn|};\n",
            "[Model, Input(28, 28, 1)]\n[Flatten]\npublic sealed partial class Cnn;\n")
        .RunAsync();

    [Fact]
    public Task A_type_around_it_becomes_partial() => new EditorTest()
        .File("Cnn.cs",
            "public static class Outer\n{\n    [Model, Input(28, 28, 1)]\n    [Flatten]\n    public partial class {|CNN002:Cnn|};\n}\n",
            "public static partial class Outer\n{\n    [Model, Input(28, 28, 1)]\n    [Flatten]\n    public partial class Cnn;\n}\n")
        .RunAsync();

    [Fact]
    public Task All_in_a_document() => new EditorTest()
        .File("Cnn.cs", string.Format(Wrong, "Cnn"), string.Format(Right, "Cnn"))
        .RunAsync();

    [Fact]
    public Task All_in_a_document_of_several_classes() => new EditorTest()
        .File("Cnn.cs", string.Format(Wrong, "One") + string.Format(Wrong, "Two"), string.Format(Right, "One") + string.Format(Right, "Two"))
        .RunAsync();

    [Fact]
    public Task All_in_a_project() => new EditorTest()
        .File("One.cs", string.Format(Wrong, "One"), string.Format(Right, "One"))
        .File("Two.cs", string.Format(Wrong, "Two"), string.Format(Right, "Two"))
        .RunAsync();

    /// <summary>The mistake shows in one file and is mended in the other.</summary>
    [Fact]
    public Task A_class_of_two_files() => new EditorTest()
        .File("Cnn.cs",
            "[Model, Input(28, 28, 1)]\n[Flatten]\n[Dense(7)]\npublic partial class Cnn;\n",
            "[Model, Input(32, 32, 3)]\n[Flatten]\n[Dense(7)]\npublic partial class Cnn;\n")
        .File("Cnn.Training.cs",
            "[Training<{|CNN202:Pictures|}>]\npartial class Cnn;\n[ImageData(32, 32, 3, Classes = 7)]\npublic class Pictures;\n",
            "[Training<Pictures>]\npartial class Cnn;\n[ImageData(32, 32, 3, Classes = 7)]\npublic class Pictures;\n")
        .RunAsync();

    [Fact]
    public Task A_bias_that_is_normalized_away() => new EditorTest("AdviceAnalyzer")
        .File("Cnn.cs",
            "[Model, Input(28, 28, 1)]\n[{|CNN301:Conv2D(8, 3)|}]\n[BatchNormalization]\n[{|CNN301:Conv2D(8, 3)|}]\n[BatchNormalization]\npublic partial class Cnn;\n",
            "[Model, Input(28, 28, 1)]\n[Conv2D(8, 3, UseBias = false)]\n[BatchNormalization]\n[Conv2D(8, 3, UseBias = false)]\n[BatchNormalization]\npublic partial class Cnn;\n")
        .RunAsync();

    [Fact]
    public Task A_missing_activation() => new EditorTest("AdviceAnalyzer")
        .File("Cnn.cs",
            "[Model, Input(9)]\n[{|CNN305:Dense(8)|}]\n[{|CNN305:Dense(8)|}]\n[Dense(10)]\npublic partial class Cnn;\n",
            "[Model, Input(9)]\n[Dense(8, Activation = Activation.ReLU)]\n[Dense(8, Activation = Activation.ReLU)]\n[Dense(10)]\npublic partial class Cnn;\n")
        .RunAsync();

    [Fact]
    public Task A_layer_on_a_class_that_is_no_model() => new EditorTest("StrayAttributeAnalyzer")
        .File("Cnn.cs",
            "[{|CNN016:Input(28, 28, 1)|}]\n[Flatten]\npublic partial class Cnn;\n",
            "[Model]\n[Input(28, 28, 1)]\n[Flatten]\npublic partial class Cnn;\n")
        .RunAsync();

    [Fact]
    public Task A_shape_is_stated() => new EditorTest("ShapeHereAnalyzer")
        .File("Cnn.cs",
            "[Model, Input(28, 28, 1)]\n[{|CNN314:Flatten|}]\npublic partial class Cnn;\n",
            "[Model, Input(28, 28, 1)]\n[Flatten]\n[Expect(784)]\npublic partial class Cnn;\n")
        .RunAsync();

    /// <summary>Two classes of different lengths, so that one offer for all of them is the same offer.</summary>
    [Fact]
    public Task Shapes_are_written() => new EditorTest("UnwrittenShapesAnalyzer")
        .File("Cnn.cs",
            "[Model, Input(28, 28, 1)]\n[Flatten]\npublic partial class {|CNN318:One|};\n\n[Model, Input(28, 28, 1)]\n[Conv2D(8, 3)]\n[Flatten]\npublic partial class {|CNN318:Two|};\n",
            "[Model, Input(28, 28, 1)]\n[Flatten] // 784\npublic partial class One;\n\n[Model, Input(28, 28, 1)]\n[Conv2D(8, 3)] // 26×26×8\n[Flatten]      // 5408\npublic partial class Two;\n")
        .RunAsync();

    [Fact]
    public Task Stale_shapes_are_mended() => new EditorTest("ShapeCommentAnalyzer")
        .File("Cnn.cs",
            "[Model, Input(28, 28, 1)]\n[Conv2D(8, 3)] // {|CNN317:28×28×8|}\n[ReLU]         // {|CNN317:28×28×8|}, then\n[Flatten]      // {|CNN317:9|}\npublic partial class Cnn;\n",
            "[Model, Input(28, 28, 1)]\n[Conv2D(8, 3)] // 26×26×8\n[ReLU]         // 26×26×8, then\n[Flatten]      // 5408\npublic partial class Cnn;\n")
        .RunAsync();

    /// <summary>The project beside it has the same mistakes.</summary>
    [Fact]
    public Task All_in_a_solution()
    {
        EditorTest test = new EditorTest().File("One.cs", string.Format(Wrong, "One"), string.Format(Right, "One"));
        test.Beside("Two.cs", string.Format(Wrong, "Two"), string.Format(Right, "Two"));
        return test.RunAsync();
    }
}
