namespace CnnGen.Generator.Tests;

/// <summary>Data of several shapes and targets that does not fit the model: inputs, outputs, losses, weights.</summary>
internal static class MatchingErrors
{
    private const string Signal = "[InputData(32, 4), TargetData(Classes = 6)]";

    private const string Mask = "[InputData(16, 16, 3), TargetData(16, 16, Classes = 3)]";

    private const string Heads = "[InputData(8, 8, 1), TargetData(\"digit\", Classes = 10), TargetData(\"slant\", 1)]";

    private const string Head = "[Input(8, 8, 1)][Flatten(Name = \"code\")]";

    private const string Digit = "[Dense(10, Activation = Activation.Softmax, Name = \"digit\")]";

    private const string Slant = "[Dense(1, Name = \"slant\", From = \"code\")]";

    private const string Classifier = "[Input(32, 4)][Conv1D(8, 3)][GlobalAveragePooling1D][Dense(6, Activation = Activation.Softmax)]";

    private static readonly string s_rightSignal = Model(Signal, Classifier, "[Training<Examples>]");

    public static IEnumerable<ErrorCase> All =>
    [
        // What the data says of itself.
        Data("NoInput", "[TargetData(Classes = 6)]", "does not say what goes into the network", "[InputData"),
        Data("NoTarget", "[InputData(32, 4)]", "does not say what the network should give", "[TargetData"),
        Data("ImagesBesideParts", "[ImageData(8, 8, 1, Classes = 6), TargetData(Classes = 6)]", "[ImageData] beside"),
        Data("InputOfNothing", "[InputData(32, 0), TargetData(Classes = 6)]", "the shape 32×0"),
        Data("TwoInputsOfOneName", "[InputData(\"a\", 4), InputData(\"a\", 4), TargetData(Classes = 6)]", "two of its inputs are named 'a'"),
        Data("NamelessTarget", "[InputData(32, 4), TargetData(Classes = 6), TargetData(\"b\", Classes = 6)]", "one of its targets has no name"),
        Data("TargetOfNothing", "[InputData(32, 4), TargetData]", "neither its classes nor the shape"),
        Data("ClassesOfNumbers", "[InputData(32, 4), TargetData(Classes = 6, Labels = LabelKind.Number)]", "a target of numbers has no classes"),
        Data("SameAsNothing", "[InputData(32, 4), TargetData(SameAs = \"picture\")]", "no input 'picture'"),
        Data("IgnoredClassThatIsOne", "[InputData(32, 4), TargetData(32, Classes = 6, IgnoredClass = 5)]", "the ignored class 5 is one of its 6 classes"),
        Data("IgnoredClassOfVectors", "[InputData(32, 4), TargetData(Classes = 6, Labels = LabelKind.OneHot, IgnoredClass = 9)]", "only class indices"),

        // Inputs.
        new("CNN202", "Signal",
            Model(Signal, Classifier, "[Training<[|Examples|]>]").Replace("[Input(32", "[Input(64"),
            s_rightSignal,
            "'Examples' gives 32×4", "takes 64×4", "[Input(32, 4)]"),
        new("CNN202", "Vector",
            Model("[InputData(7), TargetData(1)]", "[Input(8)][Dense(1)]", "[Training<[|Examples|]>]"),
            Model("[InputData(7), TargetData(1)]", "[Input(7)][Dense(1)]", "[Training<Examples>]"),
            "gives 7,", "takes 8", "[Input(7)]"),
        new("CNN212", "InputThatIsNotGiven",
            Model("[InputData(\"left\", 4), TargetData(1)]", "[Input(\"left\", 4)][Input(\"right\", 4)][Subtract(\"left\", \"right\")][Dense(1)]", "[Training<[|Examples|]>]"),
            Model("[InputData(\"left\", 4), InputData(\"right\", 4), TargetData(1)]", "[Input(\"left\", 4)][Input(\"right\", 4)][Subtract(\"left\", \"right\")][Dense(1)]", "[Training<Examples>]"),
            "it takes 'right'", "the data gives 'left'", "[InputData(\"right\", 4)]") { IsSingle = false },

        // Outputs.
        new("CNN212", "OutputWithoutTarget",
            Model(Heads, $"{Head}{Digit}{Slant.Replace("\"slant\"", "\"angle\"")}[Output([|\"digit\", \"angle\"|])]", "[Training<Examples>]"),
            Model(Heads, $"{Head}{Digit}{Slant}[Output(\"digit\", \"slant\")]", "[Training<Examples>]"),
            "its output 'angle' has no target 'angle'", "'digit' and 'slant'") { IsSingle = false },
        new("CNN212", "TargetThatIsNotThere",
            Model(Heads, $"{Head}{Digit}[Output(\"digit\", [|Target = \"number\"|])]", "[Training<Examples>]"),
            Model(Heads, $"{Head}{Digit}[Output(\"digit\", Target = \"digit\")]", "[Training<Examples>]"),
            "no target 'number'"),
        new("CNN212", "OneTargetTwice",
            Model(Heads, $"{Head}{Digit}[Dense(10, Name = \"other\")][Output(\"digit\")][Output(\"other\", [|Target = \"digit\"|])]", "[Training<Examples>]"),
            Model(Heads, $"{Head}{Digit}{Slant}[Output(\"digit\")][Output(\"slant\", Target = \"slant\")]", "[Training<Examples>]"),
            "two outputs should give 'digit'") { IsSingle = false },
        new("CNN203", "ClassesOfAMap",
            Model(Mask, "[Input(16, 16, 3)][Conv2D([|2|], 1, Activation = Activation.Softmax)]", "[Training<Examples>]"),
            Model(Mask, "[Input(16, 16, 3)][Conv2D(3, 1, Activation = Activation.Softmax)]", "[Training<Examples>]"),
            "conv2d gives 2 values", "3 classes", "3 filters"),
        new("CNN204", "MapForOneClass",
            Model("[InputData(16, 16, 3), TargetData(Classes = 3)]", "[Input(16, 16, 3)][[|Conv2D(3, 1, Activation = Activation.Softmax)|]]", "[Training<Examples>]"),
            Model("[InputData(16, 16, 3), TargetData(Classes = 3)]", "[Input(16, 16, 3)][Conv2D(3, 1, Activation = Activation.Softmax)][GlobalAveragePooling2D]", "[Training<Examples>]"),
            "gives the map 16×16×3"),
        new("CNN214", "VectorForAMap",
            Model(Mask, "[Input(16, 16, 3)][Flatten][[|Dense(3, Activation = Activation.Softmax)|]]", "[Training<Examples>]"),
            Model(Mask, "[Input(16, 16, 3)][Conv2D(3, 1, Activation = Activation.Softmax)]", "[Training<Examples>]"),
            "dense gives 3,", "one of 3 classes for each of 16×16 positions", "End in a map of 16×16", "[Conv2D(3, 1"),
        new("CNN214", "SizeOfTheMap",
            Model(Mask, "[Input(16, 16, 3)][[|Conv2D(3, 3, Activation = Activation.Softmax)|]]", "[Training<Examples>]"),
            Model(Mask, "[Input(16, 16, 3)][Conv2D(3, 3, Padding = Pad.Same, Activation = Activation.Softmax)]", "[Training<Examples>]"),
            "conv2d gives 14×14×3", "16×16 positions", "Pad.Same"),
        new("CNN214", "ChannelsOfAPicture",
            Model("[InputData(16, 16, 3), TargetData(SameAs = \"input\")]", "[Input(16, 16, 3)][[|Conv2D(1, 1)|]]", "[Training<Examples>]"),
            Model("[InputData(16, 16, 3), TargetData(SameAs = \"input\")]", "[Input(16, 16, 3)][Conv2D(3, 1)]", "[Training<Examples>]"),
            "conv2d gives 16×16×1", "a map of numbers, 16×16×3", "Give conv2d 3 filters."),
        new("CNN214", "HowManyNumbers",
            Model("[InputData(7), TargetData(2)]", "[Input(7)][[|Dense(3)|]]", "[Training<Examples>]"),
            Model("[InputData(7), TargetData(2)]", "[Input(7)][Dense(2)]", "[Training<Examples>]"),
            "dense gives 3,", "2 numbers", "Give dense 2 units."),

        // Losses, metrics, weights.
        new("CNN206", "LossOfOneOutput",
            Model(Heads, $"{Head}{Digit}{Slant}[Output(\"digit\")][Output(\"slant\", [|Loss = Loss.SparseCategoricalCrossentropy|])]", "[Training<Examples>]"),
            Model(Heads, $"{Head}{Digit}{Slant}[Output(\"digit\")][Output(\"slant\", Loss = Loss.MeanAbsoluteError)]", "[Training<Examples>]"),
            "'Examples.slant' gives numbers", "Use Loss.MeanSquaredError.") { IsSingle = false },
        new("CNN206", "OneClassOfSeveral",
            Model("[InputData(7), TargetData(Classes = 4, Labels = LabelKind.MultiHot)]", "[Input(7)][Dense(4, Activation = Activation.Softmax)]", "[Training<Examples>([|Loss = Loss.CategoricalCrossentropy|])]"),
            Model("[InputData(7), TargetData(Classes = 4, Labels = LabelKind.MultiHot)]", "[Input(7)][Dense(4, Activation = Activation.Sigmoid)]", "[Training<Examples>(Loss = Loss.BinaryCrossentropy)]"),
            "vectors of several classes", "Loss.BinaryCrossentropy"),
        new("CNN207", "SoftmaxForSeveralClasses",
            Model("[InputData(7), TargetData(Classes = 4, Labels = LabelKind.MultiHot)]", "[Input(7)][Dense(4, [|Activation = Activation.Softmax|])]", "[Training<Examples>]"),
            Model("[InputData(7), TargetData(Classes = 4, Labels = LabelKind.MultiHot)]", "[Input(7)][Dense(4, Activation = Activation.Sigmoid)]", "[Training<Examples>]"),
            "dense", "Activation.Softmax", "Use Activation.Sigmoid."),
        new("CNN208", "ClassWeights",
            Model(Signal, Classifier, "[Training<Examples>([|ClassWeights = new[] { 1.0, 2.0 }|])]"),
            Model(Signal, Classifier, "[Training<Examples>(ClassWeights = new[] { 1.0, 2.0, 1.0, 1.0, 1.0, 1.0 })]"),
            "6 numbers, one for each class"),
        new("CNN208", "OutputWeight",
            Model(Heads, $"{Head}{Digit}{Slant}[Output(\"digit\")][Output(\"slant\", [|Weight = 0.0|])]", "[Training<Examples>]"),
            Model(Heads, $"{Head}{Digit}{Slant}[Output(\"digit\")][Output(\"slant\", Weight = 0.5)]", "[Training<Examples>]"),
            "Weight must be larger than 0") { IsSingle = false },
        new("CNN209", "WeightsWithDice",
            Model(Mask.Replace("TargetData(16, 16, Classes = 3", "TargetData(16, 16, Classes = 3, Labels = LabelKind.OneHot, Weighted = true"), "[Input(16, 16, 3)][Conv2D(3, 1, Activation = Activation.Softmax)]", "[Training<Examples>([|Loss = Loss.Dice|])]"),
            Model(Mask.Replace("TargetData(16, 16, Classes = 3", "TargetData(16, 16, Classes = 3, Labels = LabelKind.OneHot, Weighted = true"), "[Input(16, 16, 3)][Conv2D(3, 1, Activation = Activation.Softmax)]", "[Training<Examples>(Loss = Loss.CategoricalCrossentropy)]"),
            "Loss.Dice has no weights of examples"),
        new("CNN209", "LossWithoutTraining",
            Model(Heads, $"{Head}{Digit}{Slant}[Output(\"digit\")][Output(\"slant\", [|Loss = Loss.MeanAbsoluteError|])]", ""),
            Model(Heads, $"{Head}{Digit}{Slant}[Output(\"digit\")][Output(\"slant\")]", ""),
            "A model without [Training] has no Loss") { IsSingle = false },
        new("CNN210", "AccuracyOfSeveralClasses",
            Model("[InputData(7), TargetData(Classes = 4, Labels = LabelKind.MultiHot)]", "[Input(7)][Dense(4, Activation = Activation.Sigmoid)]", "[Training<Examples>([|Metrics = Metrics.Accuracy|])]"),
            Model("[InputData(7), TargetData(Classes = 4, Labels = LabelKind.MultiHot)]", "[Input(7)][Dense(4, Activation = Activation.Sigmoid)]", "[Training<Examples>(Metrics = Metrics.BinaryAccuracy)]"),
            "can have several classes", "Metrics.BinaryAccuracy"),
    ];

    private static ErrorCase Data(string name, string data, params string[] saying) =>
        new("CNN201", name, Model(data, Classifier, "[Training<[|Examples|]>]"), s_rightSignal, [.. saying, "'Examples'"]);

    private static string Model(string data, string layers, string training) => $"""
        {data}
        internal sealed class Examples;

        [Model]
        {layers.Replace("][", "]\n[")}
        {training}
        internal partial class Cnn;

        """.Replace("()]", "]");
}
