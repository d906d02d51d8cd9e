namespace CnnGen.Samples.Mnist;

using Mnist = CnnGen.Mnist;

// Three networks that are no lessons but attempts: as right as possible with few weights, and 99 % in as little time as possible. How they are
// trained is part of what is declared; what an attribute cannot say is in Records/RecordRecipe.cs.

/// <summary>
/// 99 % of the test digits in one pass over the training digits. The first convolution's stride makes its outputs a quarter, and
/// a maximum is taken before its ReLU: little is read and written beside the multiplications.
/// </summary>
[Model]
[Input(28, 28, 1)]
[Conv2D(32, 5, Strides = 2, Activation = Activation.ReLU)]
[Conv2D(32, 3)]
[MaxPooling2D]
[ReLU]
[Flatten]
[Dense(128, Activation = Activation.ReLU)]
[Dense(10, Activation = Activation.Softmax)]
[Training<Mnist>(
    LearningRate = 0.01, Beta1 = 0.7, Beta2 = 0.9, Schedule = Schedule.OneCycle, LabelSmoothing = 0.03, BatchSize = 256, Epochs = 1)]
public sealed partial class FastCnn;

/// <summary>At most 10,000 parameters.</summary>
[Model]
[Input(28, 28, 1)]
[Conv2D(12, 3, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[ReLU]
[Conv2D(12, 3, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[ReLU]
[MaxPooling2D]
[Conv2D(16, 3, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[ReLU]
[Conv2D(16, 3, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[ReLU]
[MaxPooling2D]
[Conv2D(22, 3, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[ReLU]
[GlobalAveragePooling2D]
[Dense(10, Activation = Activation.Softmax)]
[Training<Mnist>(LearningRate = 0.02, Schedule = Schedule.OneCycle, BatchSize = 64, Epochs = 20)]
public sealed partial class SmallCnn;

/// <summary>At most 200,000 parameters.</summary>
[Model]
[Input(28, 28, 1)]
[Conv2D(24, 3, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[ReLU]
[Conv2D(32, 3, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[ReLU]
[MaxPooling2D]
[Conv2D(64, 3, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[ReLU]
[Conv2D(64, 3, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[ReLU]
[MaxPooling2D]
[Conv2D(128, 3, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[ReLU]
[GlobalAveragePooling2D]
[Dropout(0.2)]
[Dense(10, Activation = Activation.Softmax)]
[Training<Mnist>(LearningRate = 0.01, Schedule = Schedule.OneCycle, LabelSmoothing = 0.05, BatchSize = 64, Epochs = 20)]
public sealed partial class BestCnn;
