namespace CnnGen;

/// <summary>Images and what they should give, as plain numbers. The training loop reuses one batch for every step.</summary>
public sealed class Batch
{
    /// <summary>Number of images.</summary>
    public int Count { get; set; }

    /// <summary>Pixels between 0 and 1, <c>Count × channels × height × width</c>: the order that PyTorch wants.</summary>
    public Memory<float> Images { get; set; }

    /// <summary>Class indices, <c>Count</c> of them; empty unless the data set's labels are class indices.</summary>
    public Memory<long> Labels { get; set; }

    /// <summary>Target vectors, <c>Count × outputs</c>; empty where the labels are class indices.</summary>
    public Memory<float> Targets { get; set; }
}
