namespace CnnGen.Generator.Tests;

/// <summary>A small model for every optimizer, loss, metric and kind of label, each with the data set that it is trained on.</summary>
internal static class TrainingModels
{
    /// <summary>Declarations by a name that is also the snapshot's.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["Defaults"] = Classifier(""),
        ["Settings"] = Classifier("BatchSize = 64, Epochs = 5, ValidationSplit = 0.1, Shuffle = false, Seed = 7, LearningRate = 0.02"),
        ["OneCycle"] = Classifier("Schedule = Schedule.OneCycle, WarmUp = 0.2, ClipNorm = 1, AccumulateSteps = 4"),
        ["StepSchedule"] = Classifier("Schedule = Schedule.Step, DecayEpochs = 3"),
        ["ExponentialSchedule"] = Classifier("Schedule = Schedule.Exponential, WarmUp = 0.1"),
        ["CosineSchedule"] = Classifier("Schedule = Schedule.Cosine, FinalLearningRate = 1e-5"),
        ["PolynomialSchedule"] = Classifier("Schedule = Schedule.Polynomial, Power = 2"),
        ["Smoothed"] = Classifier("LabelSmoothing = 0.1"),
        ["SmoothedWeighted"] = Classifier("LabelSmoothing = 0.1, BalanceClasses = true"),
        ["SmoothedBinary"] = Model("[Dense(1, Activation = Activation.Sigmoid)]", "LabelSmoothing = 0.2", "Classes = 2"),
        ["BalancedOneHot"] = Model("[Dense(10, Activation = Activation.Softmax)]", "BalanceClasses = true", "Classes = 10, Labels = LabelKind.OneHot"),
        ["SGD"] = Classifier("Optimizer = Optimizer.SGD"),
        ["SGDMomentum"] = Classifier("Optimizer = Optimizer.SGD, Momentum = 0.9, WeightDecay = 1e-4"),
        ["SGDNesterov"] = Classifier("Optimizer = Optimizer.SGD, Momentum = 0.9, Nesterov = true"),
        ["Adam"] = Classifier("Optimizer = Optimizer.Adam, Beta1 = 0.8, Beta2 = 0.99, Epsilon = 1e-6"),
        ["AdamWeightDecay"] = Classifier("Optimizer = Optimizer.Adam, WeightDecay = 0.01"),
        ["AdamW"] = Classifier("Optimizer = Optimizer.AdamW"),
        ["RMSprop"] = Classifier("Optimizer = Optimizer.RMSprop"),
        ["RMSpropMomentum"] = Classifier("Optimizer = Optimizer.RMSprop, Rho = 0.8, Momentum = 0.5"),
        ["NoMetrics"] = Classifier("Metrics = Metrics.None"),
        ["Top5"] = Classifier("Metrics = Metrics.Accuracy | Metrics.Top5Accuracy"),
        ["Regularised"] = Model("[Dense(10, Activation = Activation.Softmax, KernelL1 = 1e-4, KernelL2 = 1e-3)]", "", "Classes = 10"),
        ["RegularisedKernels"] = Model(
            "[Reshape(8, 8)]\n[SeparableConv1D(4, 3, KernelL1 = 1e-3)]\n[Conv1DTranspose(4, 3, KernelL2 = 1e-2)]\n"
            + "[GlobalMaxPooling1D]\n[Dense(10, Activation = Activation.Softmax)]", "", "Classes = 10"),
        ["RegularisedOutputs"] = Model(
            "[ActivityRegularization(1e-4, 1e-3)]\n[Dense(12, Activation = Activation.ReLU, ActivityL1 = 1e-4, BiasL1 = 1e-3, BiasL2 = 1e-3, KernelL2 = 1e-3)]\n"
            + "[Dense(10, Activation = Activation.Softmax, ActivityL2 = 1e-3)]", "", "Classes = 10"),
        ["Constrained"] = Model(
            "[Reshape(4, 8, 2)]\n[SeparableConv2D(4, 2, 3, DepthMultiplier = 2, KernelConstraint = Constraint.MaxNorm, KernelConstraintAxes = new[] { 0, -1 })]\n"
            + "[Flatten]\n[Dense(12, KernelConstraint = Constraint.UnitNorm, BiasConstraint = Constraint.MaxNorm, MaxNorm = 1.5)]\n"
            + "[Dense(10, Activation = Activation.Softmax, BiasConstraint = Constraint.NonNeg)]", "Optimizer = Optimizer.Adam, WeightDecay = 1e-4", "Classes = 10"),
        ["Augmented"] = Model(
            "[Reshape(8, 8, 1)]\n[Rescaling(2, Offset = -1)]\n[RandomFlip]\n[RandomRotation(0.02)]\n[RandomZoom(0.05)]\n[RandomTranslation(0.1, 0.1)]\n"
            + "[RandomContrast(0.1, ValueLow = -2)]\n[RandomBrightness(0.1, ValueLow = -2, ValueHigh = 2)]\n[Flatten]\n"
            + "[Dense(10, Activation = Activation.Softmax)]", "", "Classes = 10"),
        ["Normalized"] = Model(
            "[Reshape(8, 8, 1)]\n[Conv2D(8, 3)]\n[GroupNormalization(2)]\n[PReLU(SharedAxes = new[] { 1, 2 })]\n[LayerNormalization]\n"
            + "[SpatialDropout2D(0.1)]\n[GaussianNoise(0.1)]\n[BatchNormalization(Trainable = false)]\n[Flatten]\n"
            + "[Dense(16, Activation = Activation.SELU)]\n[AlphaDropout(0.1)]\n[Dense(10)]\n[Softmax(Axis = 1)]", "", "Classes = 10"),
        ["Logits"] = Model("[Dense(10)]", "", "Classes = 10"),
        ["SoftmaxLayer"] = Model("[Dense(10)]\n[Softmax]", "", "Classes = 10"),
        ["Sparse"] = Classifier("Loss = Loss.SparseCategoricalCrossentropy"),
        ["OneHotAuto"] = Model("[Dense(10, Activation = Activation.Softmax)]", "", "Classes = 10, Labels = LabelKind.OneHot"),
        ["OneHotCategorical"] = Model(
            "[Dense(10, Activation = Activation.Softmax)]",
            "Loss = Loss.CategoricalCrossentropy, Metrics = Metrics.Accuracy | Metrics.Top5Accuracy",
            "Classes = 10, Labels = LabelKind.OneHot"),
        ["BinaryAuto"] = Model("[Dense(1, Activation = Activation.Sigmoid)]", "", "Classes = 2"),
        ["Binary"] = Model("[Dense(1, Activation = Activation.Sigmoid)]", "Loss = Loss.BinaryCrossentropy", "Classes = 2"),
        ["NumberAuto"] = Model("[Dense(1)]", "Metrics = Metrics.MeanAbsoluteError", "Classes = 1, Labels = LabelKind.Number"),
        ["MeanSquaredError"] = Model(
            "[Dense(3)]", "Loss = Loss.MeanSquaredError, Metrics = Metrics.MeanAbsoluteError", "Classes = 3, Labels = LabelKind.Number"),
        ["MeanAbsoluteError"] = Model(
            "[Dense(1)]", "Loss = Loss.MeanAbsoluteError, Metrics = Metrics.None", "Classes = 1, Labels = LabelKind.Number"),
        ["LogCosh"] = Model("[Dense(3)]", "Loss = Loss.LogCosh", "Classes = 3, Labels = LabelKind.Number"),
        ["Precision"] = Model("[Dense(1, Activation = Activation.Sigmoid)]", "Metrics = Metrics.Precision", "Classes = 2"),
        ["Adamax"] = Classifier("Optimizer = Optimizer.Adamax"),
        ["Huber"] = Model("[Dense(3)]", "Loss = Loss.Huber, Delta = 0.5", "Classes = 3, Labels = LabelKind.Number"),
        ["Poisson"] = Model("[Dense(3, Activation = Activation.Softplus)]", "Loss = Loss.Poisson", "Classes = 3, Labels = LabelKind.Number"),
        ["CosineSimilarity"] = Model("[Dense(3)]", "Loss = Loss.CosineSimilarity", "Classes = 3, Labels = LabelKind.Number"),
        ["OneHotKLDivergence"] = Model("[Dense(4, Activation = Activation.Softmax)]", "Loss = Loss.KLDivergence", "Classes = 4, Labels = LabelKind.OneHot"),
        ["Hinge"] = Model("[Dense(1, Activation = Activation.Tanh)]", "Loss = Loss.Hinge", "Classes = 2"),
        ["BinaryFocalCrossentropy"] = Model("[Dense(1, Activation = Activation.Sigmoid)]", "Loss = Loss.BinaryFocalCrossentropy, Gamma = 1.5, Alpha = 0.3", "Classes = 2"),
        ["OneHotCategoricalFocalCrossentropy"] = Model("[Dense(4, Activation = Activation.Softmax)]", "Loss = Loss.CategoricalFocalCrossentropy", "Classes = 4, Labels = LabelKind.OneHot"),
        ["Dice"] = Model("[Dense(1, Activation = Activation.Sigmoid)]", "Loss = Loss.Dice", "Classes = 2"),
        ["OneHotDice"] = Model("[Dense(4, Activation = Activation.Softmax)]", "Loss = Loss.Dice", "Classes = 4, Labels = LabelKind.OneHot"),
        ["Nadam"] = Classifier("Optimizer = Optimizer.Nadam"),
        ["Adagrad"] = Classifier("Optimizer = Optimizer.Adagrad, InitialAccumulatorValue = 0.2"),
        ["Adadelta"] = Classifier("Optimizer = Optimizer.Adadelta"),
        ["Lion"] = Classifier("Optimizer = Optimizer.Lion, WeightDecay = 1e-2"),
        ["BinaryMetrics"] = Model("[Dense(1, Activation = Activation.Sigmoid)]", "Metrics = Metrics.Recall | Metrics.F1 | Metrics.AUC | Metrics.BinaryAccuracy | Metrics.IoU", "Classes = 2"),
        ["ClassMetrics"] = Model("[Dense(4, Activation = Activation.Softmax)]", "Metrics = Metrics.TopK | Metrics.Precision | Metrics.Recall | Metrics.F1 | Metrics.AUC | Metrics.BinaryAccuracy | Metrics.IoU, TopK = 2", "Classes = 4"),
        ["OneHotMetrics"] = Model("[Dense(4, Activation = Activation.Softmax)]", "Metrics = Metrics.TopK | Metrics.Precision | Metrics.AUC | Metrics.IoU | Metrics.MeanSquaredError, TopK = 3", "Classes = 4, Labels = LabelKind.OneHot"),
        ["NumberMetrics"] = Model("[Dense(3)]", "Metrics = Metrics.MeanSquaredError | Metrics.RootMeanSquaredError | Metrics.R2", "Classes = 3, Labels = LabelKind.Number"),
    };

    private static string Classifier(string arguments) => Model("[Dense(10, Activation = Activation.Softmax)]", arguments, "Classes = 10");

    private static string Model(string last, string training, string data) => $$"""
        [Model]
        [Input(8, 8, 1)]
        [Flatten]
        {{last}}
        [Training<Pictures>({{training}})]
        public partial class Cnn;

        [ImageData(8, 8, 1, {{data}})]
        internal sealed class Pictures { }

        """.Replace("()]", "]");
}
