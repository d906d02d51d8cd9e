namespace CnnGen.Samples.DrawADigit;

using Mnist = CnnGen.Mnist;

// One network, declared once and compiled into both programs. What it sees of a digit is the block, what it says is what comes after; so a
// second network can be declared over the same block that also gives the maps, and takes the same weights.

/// <summary>A convolution, normalized.</summary>
[Block]
[Conv2D(Arg.Filters, 3, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
public sealed class Filter;

/// <summary>From 28×28 pixels to 32 maps of 2×2, by way of four times others.</summary>
[Block]
[Use<Filter>(Filters = 16), ReLU(Name = "strokes")]
[Use<Filter>(Filters = 16), ReLU(Name = "bends")]
[MaxPooling2D]
[Use<Filter>(Filters = 24), ReLU(Name = "corners")]
[Use<Filter>(Filters = 24), ReLU(Name = "arcs")]
[MaxPooling2D]
[Use<Filter>(Filters = 32), ReLU(Name = "parts")]
public sealed class Eye;

/// <summary>Says which digit it is: what is trained, and what programs ask.</summary>
[Model]
[Input(28, 28, 1)]
[Use<Eye>(Name = "eye")]
[GlobalAveragePooling2D]
[Dense(10, Activation = Activation.Softmax, Name = "digit")]
[Training<Mnist>(LearningRate = 0.02, Schedule = Schedule.OneCycle, LabelSmoothing = 0.02, BatchSize = 64, Epochs = 8)]
public sealed partial class DigitCnn;

/// <summary>The same network, with the maps on the way: what the page asks. It takes the weights of <see cref="DigitCnn"/>.</summary>
[Model]
[Input(28, 28, 1)]
[Use<Eye>(Name = "eye")]
[GlobalAveragePooling2D]
[Dense(10, Activation = Activation.Softmax, Name = "digit")]
[Output("digit", "eye.strokes", "eye.bends", "eye.corners", "eye.arcs", "eye.parts")]
public sealed partial class DigitMaps;
