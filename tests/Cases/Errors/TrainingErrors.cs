namespace CnnGen.Generator.Tests;

/// <summary>Losses, metrics and optimizers that do not fit.</summary>
internal static class TrainingErrors
{
    private const string Own =
        "private static TorchSharp.torch.Tensor Mine(TorchSharp.torch.Tensor outputs, TorchSharp.torch.Tensor targets) => outputs.sum();";

    private const string Softmax = "[Dense(10, Activation = Activation.Softmax)]";

    public static IEnumerable<ErrorCase> All =>
    [
        new("CNN205", "SoftmaxOverOneUnit",
            Model("[Dense(1, [|Activation = Activation.Softmax|])]", "", "Classes = 2"),
            Model("[Dense(1, Activation = Activation.Sigmoid)]", "", "Classes = 2"),
            "dense applies softmax", "Activation.Sigmoid"),
        new("CNN205", "SoftmaxLayer",
            Model("""
                [Dense(1)]
                [[|Softmax|]]
                """, "", "Classes = 2"),
            Model("""
                [Dense(1)]
                [Sigmoid]
                """, "", "Classes = 2"),
            "softmax applies softmax", "Activation.Sigmoid"),
        new("CNN205", "SoftmaxWithASquaredError",
            Model("[Dense(1, [|Activation = Activation.Softmax|])]", "Loss = Loss.MeanSquaredError", "Classes = 2"),
            Model("[Dense(1, Activation = Activation.Sigmoid)]", "Loss = Loss.BinaryCrossentropy", "Classes = 2"),
            "Use Activation.Sigmoid, with Loss.BinaryCrossentropy."),
        new("CNN205", "SoftmaxOfManyClasses",
            Model("[Dense(1, [|Activation = Activation.Softmax|])]", "Loss = Loss.BinaryCrossentropy", "Classes = 10"),
            Model(Softmax, "Loss = Loss.SparseCategoricalCrossentropy", "Classes = 10"),
            "Give dense 10 units, with Loss.SparseCategoricalCrossentropy."),
        new("CNN205", "SoftmaxOfOneHotVectors",
            Model("""
                [Dense(1)]
                [[|Softmax|]]
                """, "", "Classes = 3, Labels = LabelKind.OneHot"),
            Model("""
                [Dense(3)]
                [Softmax]
                """, "", "Classes = 3, Labels = LabelKind.OneHot"),
            "Give dense 3 units."),
        new("CNN205", "SoftmaxOfANumber",
            Model("[Dense(1, [|Activation = Activation.Softmax|])]", "", "Classes = 1, Labels = LabelKind.Number"),
            Model("[Dense(1)]", "", "Classes = 1, Labels = LabelKind.Number"),
            "Use Activation.Linear."),
        new("CNN203", "OneUnitForTwoClasses",
            Model("[Dense([|1|], Activation = Activation.Sigmoid)]", "Loss = Loss.SparseCategoricalCrossentropy", "Classes = 2"),
            Model("[Dense(1, Activation = Activation.Sigmoid)]", "Loss = Loss.BinaryCrossentropy", "Classes = 2"),
            "dense gives 1 value", "Use Loss.BinaryCrossentropy, or give dense 2 units with Activation.Softmax."),
        new("CNN206", "SparseWithOneHot",
            Model(Softmax, "[|Loss = Loss.SparseCategoricalCrossentropy|]", "Classes = 10, Labels = LabelKind.OneHot"),
            Model(Softmax, "Loss = Loss.CategoricalCrossentropy", "Classes = 10, Labels = LabelKind.OneHot"),
            "Loss.SparseCategoricalCrossentropy", "'Digits'", "Loss.CategoricalCrossentropy"),
        new("CNN206", "CategoricalWithIndices",
            Model(Softmax, "[|Loss = Loss.CategoricalCrossentropy|]", "Classes = 10"),
            Model(Softmax, "Loss = Loss.SparseCategoricalCrossentropy", "Classes = 10"),
            "Loss.CategoricalCrossentropy", "'Digits'", "Loss.SparseCategoricalCrossentropy"),
        new("CNN206", "MeanSquaredErrorWithIndices",
            Model("[Dense(10)]", "[|Loss = Loss.MeanSquaredError|]", "Classes = 10"),
            Model("[Dense(10)]", "Loss = Loss.MeanSquaredError, Metrics = Metrics.MeanAbsoluteError", "Classes = 10, Labels = LabelKind.Number"),
            "Loss.MeanSquaredError", "'Digits'"),
        new("CNN206", "SquaredErrorOfOneUnit",
            Model("[Dense(1, Activation = Activation.Sigmoid)]", "[|Loss = Loss.MeanSquaredError|]", "Classes = 2"),
            Model("[Dense(1, Activation = Activation.Sigmoid)]", "Loss = Loss.BinaryCrossentropy", "Classes = 2"),
            "Use Loss.BinaryCrossentropy."),
        new("CNN206", "CrossentropyWithNumbers",
            Model("[Dense(1)]", "[|Loss = Loss.SparseCategoricalCrossentropy|], Metrics = Metrics.None", "Classes = 1, Labels = LabelKind.Number"),
            Model("[Dense(1)]", "Loss = Loss.MeanAbsoluteError, Metrics = Metrics.None", "Classes = 1, Labels = LabelKind.Number"),
            "Loss.SparseCategoricalCrossentropy", "'Digits'", "Loss.MeanSquaredError"),
        new("CNN207", "TanhAtTheEnd",
            Model("[Dense(10, [|Activation = Activation.Tanh|])]", "", "Classes = 10"),
            Model(Softmax, "", "Classes = 10"),
            "Loss.SparseCategoricalCrossentropy", "dense", "Activation.Tanh", "Activation.Softmax"),
        new("CNN207", "BinaryCrossentropyOverSoftmax",
            Model("[Dense(2, Activation = Activation.Softmax)]", "[|Loss = Loss.BinaryCrossentropy|]", "Classes = 2"),
            Model("[Dense(1, Activation = Activation.Sigmoid)]", "Loss = Loss.BinaryCrossentropy", "Classes = 2"),
            "Loss.BinaryCrossentropy", "dense", "Activation.Sigmoid"),
        Argument("LearningRate", "[|LearningRate = 0|]", "LearningRate = 0.1", "LearningRate", "but is 0"),
        Argument("LearningRateNotANumber", "[|LearningRate = double.NaN|]", "LearningRate = 1", "LearningRate", "NaN"),
        Argument("BatchSize", "[|BatchSize = 0|]", "BatchSize = 1", "BatchSize", "but is 0"),
        Argument("Epochs", "[|Epochs = -1|]", "Epochs = 1", "Epochs", "but is -1"),
        Argument("ValidationSplit", "[|ValidationSplit = 1.0|]", "ValidationSplit = 0.9", "ValidationSplit", "but is 1"),
        Argument("Beta1", "[|Beta1 = 1|]", "Beta1 = 0", "Beta1", "but is 1"),
        Argument("Beta2", "[|Beta2 = -0.5|]", "Beta2 = 0.5", "Beta2", "but is -0.5"),
        Argument("Epsilon", "[|Epsilon = -1|]", "Epsilon = 1e-8", "Epsilon", "but is -1"),
        Argument("WeightDecay", "[|WeightDecay = -1|]", "WeightDecay = 0", "WeightDecay", "but is -1"),
        Argument("Momentum", "Optimizer = Optimizer.SGD, [|Momentum = 1.5|]", "Optimizer = Optimizer.SGD, Momentum = 0.9", "Momentum", "but is 1.5"),
        Argument("Rho", "Optimizer = Optimizer.RMSprop, [|Rho = 2|]", "Optimizer = Optimizer.RMSprop, Rho = 0.5", "Rho", "but is 2"),
        new("CNN105", "Optimizer",
            Model(Softmax, "[|Optimizer = (Optimizer)9|]", "Classes = 10"),
            Model(Softmax, "Optimizer = (Optimizer)0", "Classes = 10"),
            "9", "Optimizer"),
        new("CNN105", "Loss",
            Model(Softmax, "[|Loss = (Loss)44|]", "Classes = 10"),
            Model(Softmax, "Loss = (Loss)0", "Classes = 10"),
            "44", "Loss"),
        new("CNN105", "Metrics",
            Model(Softmax, "[|Metrics = (Metrics)65536|]", "Classes = 10"),
            Model(Softmax, "Metrics = (Metrics)3", "Classes = 10"),
            "65536", "Metrics"),
        Argument("WarmUp", "Schedule = Schedule.OneCycle, [|WarmUp = 1|]", "Schedule = Schedule.OneCycle, WarmUp = 0.5", "WarmUp", "but is 1"),
        Argument("DecayRate", "Schedule = Schedule.Step, [|DecayRate = 0|]", "Schedule = Schedule.Step, DecayRate = 0.5", "DecayRate", "but is 0"),
        Argument("DecayEpochs", "Schedule = Schedule.Step, [|DecayEpochs = 0|]", "Schedule = Schedule.Step, DecayEpochs = 2", "DecayEpochs", "but is 0"),
        Argument("Power", "Schedule = Schedule.Polynomial, [|Power = 0|]", "Schedule = Schedule.Polynomial, Power = 2", "Power", "but is 0"),
        Argument("FinalLearningRate", "Schedule = Schedule.Cosine, [|FinalLearningRate = -1|]", "Schedule = Schedule.Cosine, FinalLearningRate = 0", "FinalLearningRate", "but is -1"),
        Argument("ClipNorm", "[|ClipNorm = -1|]", "ClipNorm = 1", "ClipNorm", "but is -1"),
        Argument("AccumulateSteps", "[|AccumulateSteps = 0|]", "AccumulateSteps = 2", "AccumulateSteps", "but is 0"),
        Argument("LabelSmoothing", "[|LabelSmoothing = 1|]", "LabelSmoothing = 0.1", "LabelSmoothing", "but is 1"),
        Argument("BalanceBesideClassWeights", "ClassWeights = new double[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 2 }, [|BalanceClasses = true|]", "BalanceClasses = true",
            "BalanceClasses", "beside ClassWeights"),
        new("CNN208", "BalanceOfNumbers",
            Model("[Dense(1)]", "[|BalanceClasses = true|]", "Classes = 1, Labels = LabelKind.Number"),
            Model("[Dense(1)]", "BalanceClasses = false", "Classes = 1, Labels = LabelKind.Number"),
            "BalanceClasses", "no output gives one class for an example"),
        Unused("MomentumOfAdam", "[|Momentum = 0.9|]", "Beta1 = 0.9", "Optimizer.Adam", "Momentum", "Optimizer.SGD"),
        Unused("NesterovOfAdam", "[|Nesterov = true|]", "Beta1 = 0.9", "Optimizer.Adam", "Nesterov", "Optimizer.SGD"),
        Unused("BetaOfSGD", "Optimizer = Optimizer.SGD, [|Beta1 = 0.8|]", "Optimizer = Optimizer.SGD", "Optimizer.SGD", "Beta1", "Adam"),
        Unused("RhoOfAdam", "[|Rho = 0.8|]", "Beta2 = 0.8", "Optimizer.Adam", "Rho", "Optimizer.RMSprop"),
        Unused("EpsilonOfSGD", "Optimizer = Optimizer.SGD, [|Epsilon = 1e-5|]", "Optimizer = Optimizer.SGD", "Optimizer.SGD", "Epsilon"),
        Unused("DeltaOfACrossentropy", "[|Delta = 2|]", "Loss = Loss.SparseCategoricalCrossentropy", "Loss.SparseCategoricalCrossentropy", "Delta", "Loss.Huber"),
        Unused("TopKWithoutTheMetric", "[|TopK = 3|]", "TopK = 3, Metrics = Metrics.TopK", "TopK", "Metrics.TopK"),
        Unused("PowerOfOneCycle", "Schedule = Schedule.OneCycle, [|Power = 2|]", "Schedule = Schedule.Polynomial, Power = 2", "Schedule.OneCycle", "Power", "Schedule.Polynomial"),
        Unused("DecayRateWithoutASchedule", "[|DecayRate = 0.5|]", "Schedule = Schedule.Exponential, DecayRate = 0.5", "Schedule.Constant", "DecayRate", "Schedule.Step or Schedule.Exponential"),
        Unused("GammaOfACrossentropy", "[|Gamma = 2|]", "LabelSmoothing = 0.1", "Loss.SparseCategoricalCrossentropy", "Gamma"),
        Argument("TopK", "Metrics = Metrics.TopK, [|TopK = 0|]", "Metrics = Metrics.TopK, TopK = 1", "TopK", "but is 0"),
        new("CNN207", "PoissonOfScores",
            Model("[Dense(2)]", "[|Loss = Loss.Poisson|]", "Classes = 2, Labels = LabelKind.Number"),
            Model("[Dense(2, Activation = Activation.Exponential)]", "Loss = Loss.Poisson", "Classes = 2, Labels = LabelKind.Number"),
            "Loss.Poisson", "Use Activation.Exponential."),
        new("CNN207", "HingeOfProbabilities",
            Model("[Dense(1, Activation = Activation.Sigmoid)]", "[|Loss = Loss.Hinge|]", "Classes = 2"),
            Model("[Dense(1, Activation = Activation.Tanh)]", "Loss = Loss.Hinge", "Classes = 2"),
            "Loss.Hinge", "Use Activation.Tanh."),
        new("CNN210", "AccuracyOfNumbers",
            Model("[Dense(1)]", "[|Metrics = Metrics.Accuracy|]", "Classes = 1, Labels = LabelKind.Number"),
            Model("[Dense(1)]", "Metrics = Metrics.MeanAbsoluteError", "Classes = 1, Labels = LabelKind.Number"),
            "Metrics.Accuracy"),
        new("CNN210", "Top5OfThree",
            Model("[Dense(3, Activation = Activation.Softmax)]", "[|Metrics = Metrics.Top5Accuracy|]", "Classes = 3"),
            Model("[Dense(6, Activation = Activation.Softmax)]", "Metrics = Metrics.Top5Accuracy", "Classes = 6"),
            "Metrics.Top5Accuracy"),
        new("CNN209", "LossBesideOnesOwn",
            WithMethod("CustomLoss = nameof(Mine), [|Loss = Loss.SparseCategoricalCrossentropy|]", Own),
            WithMethod("CustomLoss = nameof(Mine)", Own),
            "CustomLoss has no Loss"),
        new("CNN213", "NoSuchMethod",
            WithMethod("[|CustomLoss = \"Mine\"|]", ""),
            WithMethod("CustomLoss = \"Mine\"", Own),
            "CustomLoss", "'Mine'", "there is no such method", "static Tensor Mine(Tensor outputs, Tensor targets)"),
        new("CNN213", "NotStatic",
            WithMethod("[|CustomLoss = nameof(Mine)|]", "private TorchSharp.torch.Tensor Mine(TorchSharp.torch.Tensor outputs, TorchSharp.torch.Tensor targets) => outputs.sum();"),
            WithMethod("CustomLoss = nameof(Mine)", Own),
            "it is not static"),
        new("CNN213", "OtherTypes",
            WithMethod("[|CustomMetrics = new[] { nameof(Mine) }|]", "private static double Mine(TorchSharp.torch.Tensor outputs, TorchSharp.torch.Tensor targets) => 0;"),
            WithMethod("CustomMetrics = new[] { nameof(Mine) }", Own),
            "CustomMetrics", "does not make a tensor of two"),
        new("CNN213", "TypeParameters",
            WithMethod("[|CustomLoss = nameof(Mine)|]", "private static TorchSharp.torch.Tensor Mine<T>(TorchSharp.torch.Tensor outputs, TorchSharp.torch.Tensor targets) => outputs;"),
            WithMethod("CustomLoss = nameof(Mine)", Own),
            "it has type parameters"),
        new("CNN211", "NothingToTrain",
            Model("[Softmax]", "", "Classes = 784").Replace("Training<Digits>", "[|Training<Digits>|]"),
            Model("[Dense(784, Activation = Activation.Softmax)]", "", "Classes = 784"),
            "'Cnn'", "nothing to train", "[Dense(10)]"),
    ];

    private static ErrorCase Argument(string name, string wrong, string right, params string[] saying) =>
        new("CNN208", name, Model(Softmax, wrong, "Classes = 10"), Model(Softmax, right, "Classes = 10"), saying);

    private static ErrorCase Unused(string name, string wrong, string right, params string[] saying) =>
        new("CNN209", name, Model(Softmax, wrong, "Classes = 10"), Model(Softmax, right, "Classes = 10"), saying);

    private static string WithMethod(string training, string method) =>
        Model(Softmax, training, "Classes = 10").Replace("class Cnn;", $"class Cnn {{ {method} }}");

    private static string Model(string last, string training, string data) => $$"""
        [ImageData(28, 28, 1, {{data}})]
        internal sealed class Digits;

        [Model]
        [Input(28, 28, 1)]
        [Flatten]
        {{last}}
        [Training<Digits>({{training}})]
        internal partial class Cnn;

        """.Replace("()]", "]");
}
