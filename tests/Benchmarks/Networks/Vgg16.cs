namespace CnnGen.Benchmarks.Networks;

/// <summary>Sixteen layers with weights, most of these in the first Dense layer: Simonyan and Zisserman, arXiv 1409.1556, configuration D.</summary>
[Model("vgg16")]
[Input("image", 224, 224, 3)]
[Use<VggStage>(Filters = 64)]
[MaxPooling2D]
[Use<VggStage>(Filters = 128)]
[MaxPooling2D]
[Use<DeepVggStage>(Filters = 256)]
[MaxPooling2D]
[Use<DeepVggStage>(Filters = 512)]
[MaxPooling2D]
[Use<DeepVggStage>(Filters = 512)]
[MaxPooling2D]
[Flatten]
[Dense(4096, Activation = Activation.ReLU)]
[Dropout(0.5)]
[Dense(4096, Activation = Activation.ReLU)]
[Dropout(0.5)]
[Dense(1000, Activation = Activation.Softmax)]
internal sealed partial class Vgg16;

/// <summary>Two convolutions.</summary>
[Block]
[Conv2D(Arg.Filters, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
[Conv2D(Arg.Filters, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
internal sealed class VggStage;

/// <summary>Three.</summary>
[Block]
[Use<VggStage>(Filters = Arg.Filters)]
[Conv2D(Arg.Filters, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
internal sealed class DeepVggStage;
