using CnnGen;

namespace Network._1;

/// <summary>What the pictures are: their size, and how many kinds of them there are.</summary>
[ImageData(Side, Side, 3, Classes = Classes)]
public sealed class PictureData
{
    public const int Side = PictureSide1;
    public const int Classes = ClassCount1;
}

/// <summary>Tells pictures apart. They are mirrored and moved a little while it learns, which makes more of few.</summary>
[Model]
[Input(PictureData.Side, PictureData.Side, 3)]
[RandomFlip(FlipMode.Horizontal)]
[RandomTranslation(0.05, 0.05)]
[Use<Stage>(Filters = 16)]
[Use<Stage>(Filters = 32)]
[Use<Stage>(Filters = 64)]
[GlobalAveragePooling2D]
[Dropout(0.2)]
[Dense(PictureData.Classes, Activation = Activation.Softmax)]
[Training<PictureData>(LearningRate = 0.01, Schedule = Schedule.OneCycle, Epochs = 15, Seed = 1)]
public sealed partial class PictureCnn;

/// <summary>More maps of half the size.</summary>
[Block]
[Conv2D(Arg.Filters, 3, Padding = Pad.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.9)]
[ReLU]
[MaxPooling2D]
public sealed class Stage;
