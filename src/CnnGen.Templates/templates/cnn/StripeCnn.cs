using CnnGen;

namespace Network._1;

/// <summary>Which way do the stripes run? The compiler follows the shapes: a layer that does not fit stops the build.</summary>
[Model]
[Input(StripeData.Side, StripeData.Side, 1)]
[Conv2D(8, 3, Activation = Activation.ReLU)]
[MaxPooling2D]
[Flatten]
[Dense(2, Activation = Activation.Softmax)]
[Training<StripeData>(LearningRate = 0.01, Epochs = 5, Seed = 1)]
public sealed partial class StripeCnn;
