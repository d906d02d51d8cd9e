using System;

namespace CnnGen;

/// <summary>What is measured beside the loss. Keras: <c>keras/metrics/</c>.</summary>
[Flags]
public enum Metrics
{
    /// <summary>The loss alone.</summary>
    None = 0,

    /// <summary>The share of images whose most probable class is the right one.</summary>
    Accuracy = 1,

    /// <summary>The share of images whose right class is among the five most probable.</summary>
    Top5Accuracy = 2,

    /// <summary>The mean difference between output and target, without its sign.</summary>
    MeanAbsoluteError = 4,

    /// <summary>The share of images whose right class is among the <c>TopK</c> most probable.</summary>
    TopK = 8,

    /// <summary>Of the classes that the network says, with a probability above a half, the share that is right.</summary>
    Precision = 16,

    /// <summary>Of the classes that the images have, the share that the network says, with a probability above a half.</summary>
    Recall = 32,

    /// <summary>The harmonic mean of precision and recall.</summary>
    F1 = 64,

    /// <summary>The area under the curve of true over false alarms.</summary>
    AUC = 128,

    /// <summary>The share of right answers to whether an image has a class, asked for each class on its own.</summary>
    BinaryAccuracy = 256,

    /// <summary>The mean of the squared differences between output and target.</summary>
    MeanSquaredError = 512,

    /// <summary>The root of the mean of the squared differences.</summary>
    RootMeanSquaredError = 1024,

    /// <summary>The share of the targets' variance that the outputs explain.</summary>
    R2 = 2048,

    /// <summary>What the images of a class and those taken for it share, averaged over the classes.</summary>
    IoU = 4096,
}
