using CnnGen;

namespace Published;

// keras.applications.ConvNeXtTiny.
[Model("convnext_tiny")]
[Input("image", 224, 224, 3)]
[Normalization(Mean = new[] { 123.675, 116.28, 103.53 }, Variance = new[] { 3409.976025, 3262.6944, 3291.890625 })]
[Conv2D(96, 4, Strides = 4)]
[LayerNormalization(Epsilon = 1e-6)]
[Use<ConvNeXtUnit>(Filters = 96, Times = 3)]
[LayerNormalization(Epsilon = 1e-6)]
[Conv2D(192, 2, Strides = 2)]
[Use<ConvNeXtUnit>(Filters = 192, Times = 3)]
[LayerNormalization(Epsilon = 1e-6)]
[Conv2D(384, 2, Strides = 2)]
[Use<ConvNeXtUnit>(Filters = 384, Times = 9)]
[LayerNormalization(Epsilon = 1e-6)]
[Conv2D(768, 2, Strides = 2)]
[Use<ConvNeXtUnit>(Filters = 768, Times = 3)]
[GlobalAveragePooling2D]
[LayerNormalization(Epsilon = 1e-6)]
[Dense(1000, Activation = Activation.Softmax)]
public sealed partial class ConvNeXtTiny;

[Block]
[Conv2D(Arg.Filters, 7, Padding = Pad.Same, Groups = Arg.Filters)]
[LayerNormalization(Epsilon = 1e-6)]
[Dense(Arg.Filters * 4, Activation = Activation.GELU)]
[Dense(Arg.Filters)]
[LayerScale]
[Add("input")]
public sealed class ConvNeXtUnit;
