namespace CnnGen.Generator.Layers.Core;

/// <summary>A kernel as an expression, and where the axes of Keras's kernel are in it: those of the window stand last.</summary>
/// <param name="Tensor">The expression.</param>
/// <param name="Input">The axis of what goes in.</param>
/// <param name="Output">The axis of what comes out.</param>
internal readonly record struct KernelView(string Tensor, int Input, int Output)
{
    /// <summary>PyTorch's kernels have what comes out in front, or what goes in where they are transposed; Keras's have it at the end.</summary>
    public static KernelView Of(string tensor) => new(tensor, Input: 1, Output: 0);

    /// <summary>An axis of Keras's kernel in the tensor.</summary>
    /// <param name="axis">The axis, counted from behind where it is negative.</param>
    /// <param name="axes">How many Keras's kernel has.</param>
    public long Axis(int axis, int axes)
    {
        int place = axis < 0 ? axis + axes : axis;
        return place == axes - 2 ? Input : place == axes - 1 ? Output : place + 2;
    }
}
