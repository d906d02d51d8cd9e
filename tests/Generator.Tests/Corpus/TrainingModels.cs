namespace CnnGen.Generator.Tests;

/// <summary>A small model for every optimizer, loss, metric and kind of label, each with the data set that it is trained on.</summary>
internal static class TrainingModels
{
    /// <summary>Declarations by a name that is also the snapshot's.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["Defaults"] = Classifier(""),
        ["Settings"] = Classifier("BatchSize = 64, Epochs = 5, ValidationSplit = 0.1, Shuffle = false, Seed = 7, LearningRate = 0.02"),
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
