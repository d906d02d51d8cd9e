namespace CnnGen.Benchmarks.Networks;

/// <summary>A classifier of small colour pictures whose channels do not fill whole vectors of sixteen numbers, as many a network's do not.</summary>
[Model("odd_channels")]
[Input("image", 64, 64, 3)]
[Use<OddStage>(Filters = 24)]
[MaxPooling2D]
[Use<OddStage>(Filters = 40)]
[MaxPooling2D]
[Use<OddStage>(Filters = 112)]
[MaxPooling2D]
[Conv2D(112, 1, Activation = Activation.ReLU)]
[GlobalAveragePooling2D]
[Dense(10, Activation = Activation.Softmax)]
internal sealed partial class OddChannels;

/// <summary>Two normalized convolutions.</summary>
[Block]
[Conv2D(Arg.Filters, 3, Padding = Pad.Same, UseBias = false)]
[BatchNormalization]
[ReLU]
[Conv2D(Arg.Filters, 3, Padding = Pad.Same, UseBias = false)]
[BatchNormalization]
[ReLU]
internal sealed class OddStage;
