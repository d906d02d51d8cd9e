// Six small networks for handwritten digits, one idea changed at a time. All have the same trunk, three convolutions of
// 32 kernels of 3×3, and the same head: the maps laid out as one long row, 128 neurons, 10 classes. Watch two things from
// one to the next: the size of the last map, and the number of parameters in the first Dense layer, which is that size
// times 32 times 128.
//
// Nothing here is run to find a wrong shape: the compiler knows all of them. Hover over a class name to see its table.

namespace CnnGen.Samples.Mnist;

using Mnist = CnnGen.Mnist;

// 1. No padding ("valid"). A 3×3 kernel needs a full 3×3 neighbourhood, so the outermost ring of pixels never becomes a
//    centre, and each convolution loses one row or column on every side: 28 → 26 → 24 → 22. What is left, 22×22×32 = 15,488
//    numbers, goes into a plain multi-layer perceptron.
[Model]
[Input(28, 28, 1)]
[Conv2D(32, 3, Padding = Pad.Valid, Activation = Activation.ReLU)]
[Conv2D(32, 3, Padding = Pad.Valid, Activation = Activation.ReLU)]
[Conv2D(32, 3, Padding = Pad.Valid, Activation = Activation.ReLU)]
[Flatten]
[Dense(128, Activation = Activation.ReLU)]
[Dense(10, Activation = Activation.Softmax)]
[Training<Mnist>(Optimizer = Optimizer.Adam, LearningRate = 1e-3, Epochs = 5)]
public sealed partial class ValidCnn;

// 2. One ring of zeros around every map ("same"), and what comes out is as large as what went in: 28 → 28 → 28 → 28. Digits
//    have nothing at the border, so there is little to gain here; the price is paid in the Dense layer behind, which now
//    reads 25,088 numbers and grows by 62 %.
[Model]
[Input(28, 28, 1)]
[Conv2D(32, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
[Conv2D(32, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
[Conv2D(32, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
[Flatten]
[Dense(128, Activation = Activation.ReLU)]
[Dense(10, Activation = Activation.Softmax)]
[Training<Mnist>(Optimizer = Optimizer.Adam, LearningRate = 1e-3, Epochs = 5)]
public sealed partial class SameCnn;

// 3. Batch normalization behind every layer but the last. It brings four numbers a channel: a scale and a shift, which are
//    learnt, and a moving mean and variance, which are only observed. The observed ones are the summary's non-trainable
//    parameters: 2 × (32 + 32 + 32 + 128) = 448.
//    Training normalizes by the batch's own mean and variance, a test by the observed ones, and those are slow: they keep 99 % of
//    themselves in a step. After 250 steps, an epoch of 8,000 digits, 8 % of what they began with is still in them, and the test
//    accuracy is far below the training accuracy. It catches up.
[Model]
[Input(28, 28, 1)]
[Conv2D(32, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
[BatchNormalization]
[Conv2D(32, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
[BatchNormalization]
[Conv2D(32, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
[BatchNormalization]
[Flatten]
[Dense(128, Activation = Activation.ReLU)]
[BatchNormalization]
[Dense(10, Activation = Activation.Softmax)]
[Training<Mnist>(Optimizer = Optimizer.Adam, LearningRate = 1e-3, Epochs = 5)]
public sealed partial class NormalizedCnn;

// 4. The same network with the strides written out. One is what a convolution does anyway, so not a number changes.
[Model]
[Input(28, 28, 1)]
[Conv2D(32, 3, Strides = 1, Padding = Pad.Same, Activation = Activation.ReLU)]
[BatchNormalization]
[Conv2D(32, 3, Strides = 1, Padding = Pad.Same, Activation = Activation.ReLU)]
[BatchNormalization]
[Conv2D(32, 3, Strides = 1, Padding = Pad.Same, Activation = Activation.ReLU)]
[BatchNormalization]
[Flatten]
[Dense(128, Activation = Activation.ReLU)]
[BatchNormalization]
[Dense(10, Activation = Activation.Softmax)]
[Training<Mnist>(Optimizer = Optimizer.Adam, LearningRate = 1e-3, Epochs = 5)]
public sealed partial class UnitStrideCnn;

// 5. Strides of two: the kernel moves two pixels at a time, and every convolution halves both sides of the map: 28 → 14 → 7 → 4.
//    The Dense layer reads 512 numbers in place of 25,088. That is where almost all the parameters and much of the time were.
[Model]
[Input(28, 28, 1)]
[Conv2D(32, 3, Strides = 2, Padding = Pad.Same, Activation = Activation.ReLU)]
[BatchNormalization]
[Conv2D(32, 3, Strides = 2, Padding = Pad.Same, Activation = Activation.ReLU)]
[BatchNormalization]
[Conv2D(32, 3, Strides = 2, Padding = Pad.Same, Activation = Activation.ReLU)]
[BatchNormalization]
[Flatten]
[Dense(128, Activation = Activation.ReLU)]
[BatchNormalization]
[Dense(10, Activation = Activation.Softmax)]
[Training<Mnist>(Optimizer = Optimizer.Adam, LearningRate = 1e-3, Epochs = 5)]
public sealed partial class StridedSameCnn;

// 6. Strides of two and no padding: 28 → 13 → 6 → 2. Padding keeps a map large and strides make it small, so wanting both in
//    one layer is to pull in two directions; without the padding only four positions are left. (An even side does not
//    come out even: 28 and 6 leave a last row and column that no kernel reads.)
[Model]
[Input(28, 28, 1)]
[Conv2D(32, 3, Strides = 2, Padding = Pad.Valid, Activation = Activation.ReLU)]
[BatchNormalization]
[Conv2D(32, 3, Strides = 2, Padding = Pad.Valid, Activation = Activation.ReLU)]
[BatchNormalization]
[Conv2D(32, 3, Strides = 2, Padding = Pad.Valid, Activation = Activation.ReLU)]
[BatchNormalization]
[Flatten]
[Dense(128, Activation = Activation.ReLU)]
[BatchNormalization]
[Dense(10, Activation = Activation.Softmax)]
[Training<Mnist>(Optimizer = Optimizer.Adam, LearningRate = 1e-3, Epochs = 5)]
public sealed partial class StridedValidCnn;
