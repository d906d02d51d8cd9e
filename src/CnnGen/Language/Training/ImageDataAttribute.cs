namespace CnnGen;

/// <summary>
/// Says what a data set's images and labels are, so that <see cref="TrainingAttribute{TData}"/> can be checked against it while
/// the project compiles. It stands on the class that loads the data. Data of another shape, or with several targets, says so by
/// <see cref="InputDataAttribute"/> and <see cref="TargetDataAttribute"/>.
/// </summary>
/// <param name="height">Height of an image.</param>
/// <param name="width">Width of an image.</param>
/// <param name="channels">1 for grey, 3 for colour.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ImageDataAttribute(int height, int width, int channels) : Attribute
{
    /// <summary>Height of an image.</summary>
    public int Height { get; } = height;

    /// <summary>Width of an image.</summary>
    public int Width { get; } = width;

    /// <summary>Channels of an image.</summary>
    public int Channels { get; } = channels;

    /// <summary>Number of classes; for <see cref="LabelKind.Number"/> the numbers an image has.</summary>
    public int Classes { get; set; }

    /// <summary>What a label is. Default: a class index.</summary>
    public LabelKind Labels { get; set; } = LabelKind.ClassIndex;
}
