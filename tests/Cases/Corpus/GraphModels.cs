namespace CnnGen.Generator.Tests;

/// <summary>Networks that are no chains: merges, branches, blocks, models in models, shared layers, several inputs and outputs.</summary>
internal static class GraphModels
{
    /// <summary>Networks that take one tensor and give one, by the names of their snapshots.</summary>
    public static IReadOnlyDictionary<string, string> WithOneInputAndOutput { get; } = new Dictionary<string, string>
    {
        ["GraphResidual"] = Model("8, 9, 4", """
            [Conv2D(4, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
            [BatchNormalization]
            [Add("input")]
            [ReLU]
            """),
        ["GraphMerges"] = Model("6, 6, 3", """
            [Conv2D(3, 1, Name = "one")]
            [Conv2D(3, 1, From = "input", Name = "two")]
            [Conv2D(3, 1, From = "input", Name = "three")]
            [Add("one", "two", "three")]
            [Subtract("one", "two")]
            [Multiply("one")]
            [Average("one", "two", "three")]
            [Maximum("one")]
            [Minimum("two")]
            [Concatenate("add", "subtract", "multiply", "average", "maximum", "minimum")]
            """),
        ["GraphBroadcast"] = Model("6, 7, 3", """
            [GlobalAveragePooling2D(Name = "mean")]
            [Dense(3, Activation = Activation.Sigmoid, Name = "scale")]
            [Multiply("input", "scale")]
            [GlobalAveragePooling2D(KeepDims = true, Name = "kept")]
            [Add("multiply", "kept")]
            """),
        ["GraphBroadcastChannelsFirst"] = Model("3, 6, 7, Format = DataFormat.ChannelsFirst", """
            [Dense(7, Name = "wide")]
            [Flatten]
            [Dense(7, Name = "row")]
            [Add("wide", "row")]
            """),
        ["GraphConcatenateAxes"] = Model("6, 7, 3", """
            [Concatenate("input", "input", Axis = 1)]
            [Concatenate("concatenate", "concatenate", Axis = 2)]
            [Concatenate("concatenate_1", "concatenate_1", Axis = 3)]
            """),
        ["GraphDot"] = Model("5, 4", """
            [Dense(3, Name = "keys")]
            [Dense(3, From = "input", Name = "queries")]
            [Dot("queries", "keys", Axis = 2, Normalize = true)]
            [Dot("input", Axis = 1)]
            """),
        ["GraphDotOfVectors"] = Model("5", """
            [Dense(3, Name = "left")]
            [Dense(3, From = "input", Name = "right")]
            [Dot("left", "right")]
            """),
        ["GraphUnreached"] = Model("8, 8, 2", """
            [Conv2D(4, 3, Name = "kept")]
            [Conv2D(5, 3)]
            [Output("kept")]
            """),
        ["GraphNamedInput"] = Model("\"image\", 8, 8, 2", "[Conv2D(4, 3)]\n[Flatten]\n[Dense(3, Activation = Activation.Softmax)]"),
        ["GraphSoftmaxReadTwice"] = Model("6", """
            [Dense(4, Activation = Activation.Softmax, Name = "shares")]
            [Dense(4)]
            [Multiply("shares")]
            [Output("shares")]
            """),
        ["GraphSharedLayer"] = Model("8, 8, 3", """
            [Conv2D(3, 3, Padding = Pad.Same, Name = "again")]
            [Reuse("again", Name = "second")]
            [Reuse("second", From = "input", Name = "third")]
            [Add("again", "third")]
            """),
        ["GraphFrozen"] = Model("8, 8, 3", "[Conv2D(4, 3, Trainable = false)]\n[BatchNormalization(Trainable = false)]\n[Flatten]\n[Dense(2)]"),
        ["GraphBlocks"] = """
            [Model]
            [Input(16, 16, 3)]
            [Use<Residual>(Filters = 4, Strides = 2, Times = 2, Activation = Activation.ReLU)]
            [Use<Residual>(Filters = 8, Name = "stage")]
            [Use<Tower>(Filters = 2, Rate = 0.5)]
            [Concatenate("stage")]
            public partial class Cnn;

            [Block]
            [Conv2D(Arg.Filters, 3, Strides = Arg.Strides, Padding = Pad.Same)]
            [BatchNormalization(Name = "main")]
            [Conv2D(Arg.Filters, 1, Strides = Arg.Strides, From = "input")]
            [Add("main")]
            [Activation(Arg.Activation)]
            internal sealed class Residual;

            [Block]
            [Use<Residual>(Filters = Arg.Filters * 2)]
            [Dropout(Arg.Rate)]
            [Conv2D(Arg.Filters * 4, 1, Padding = Arg.Padding)]
            internal sealed class Tower;
            """,
    };

    /// <summary>Networks with several inputs or outputs, or several networks, by the names of their snapshots.</summary>
    public static IReadOnlyDictionary<string, string> WithSeveral { get; } = new Dictionary<string, string>
    {
        ["GraphModelInModel"] = """
            [Model]
            [Input(12, 12, 2)]
            [Conv2D(2, 1)]
            [Use<Backbone>(Name = "eye")]
            [Dense(3)]
            public partial class Cnn;

            [Model]
            [Input(12, 12, 2)]
            [Conv2D(4, 3, Activation = Activation.ReLU)]
            [BatchNormalization]
            [GlobalAveragePooling2D]
            public partial class Backbone;
            """,
        ["GraphTwoInputs"] = """
            [Model]
            [Input("left", 9, 9, 1), Input("right", 9, 9, 1)]
            [Conv2D(4, 3, From = "left", Name = "eye")]
            [Flatten(Name = "left_code")]
            [Reuse("eye", From = "right", Name = "right_eye")]
            [Flatten(Name = "right_code")]
            [Subtract("left_code", "right_code")]
            [Dense(1, Activation = Activation.Sigmoid)]
            public partial class Cnn;
            """,
        ["GraphTwoOutputs"] = """
            [Model]
            [Input(9, 9, 1)]
            [Conv2D(4, 3)]
            [Flatten(Name = "code")]
            [Dense(3, Activation = Activation.Softmax, Name = "classes")]
            [Dense(1, From = "code", Name = "value")]
            [Output("classes", "value")]
            public partial class Cnn;
            """,
    };

    private static string Model(string input, string layers) => $"[Model]\n[Input({input})]\n{layers}\npublic partial class Cnn;\n";
}
