using CnnGen;

namespace Published;

// keras.applications.DenseNet121.
[Model("densenet121")]
[Input("image", 224, 224, 3)]
[ZeroPadding2D(3)]
[Conv2D(64, 7, Strides = 2, UseBias = false)]
[BatchNormalization(Epsilon = 1.001e-5)]
[ReLU]
[ZeroPadding2D(1)]
[MaxPooling2D(3, Strides = 2)]
[Use<DenseUnit>(Filters = 32, Times = 6)]
[Use<Transition>(Filters = 128)]
[Use<DenseUnit>(Filters = 32, Times = 12)]
[Use<Transition>(Filters = 256)]
[Use<DenseUnit>(Filters = 32, Times = 24)]
[Use<Transition>(Filters = 512)]
[Use<DenseUnit>(Filters = 32, Times = 16)]
[BatchNormalization(Epsilon = 1.001e-5)]
[ReLU]
[GlobalAveragePooling2D]
[Dense(1000, Activation = Activation.Softmax)]
public sealed partial class DenseNet121;

[Block]
[BatchNormalization(Epsilon = 1.001e-5)]
[ReLU]
[Conv2D(Arg.Filters * 4, 1, UseBias = false)]
[BatchNormalization(Epsilon = 1.001e-5)]
[ReLU]
[Conv2D(Arg.Filters, 3, Padding = Pad.Same, UseBias = false, Name = "growth")]
[Concatenate("input", "growth")]
public sealed class DenseUnit;

[Block]
[BatchNormalization(Epsilon = 1.001e-5)]
[ReLU]
[Conv2D(Arg.Filters, 1, UseBias = false)]
[AveragePooling2D]
public sealed class Transition;
