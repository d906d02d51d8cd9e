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
}
