namespace CnnGen;

/// <summary>One tensor of a model's state as plain numbers.</summary>
/// <param name="Name">Its key in <c>state_dict</c>: <c>conv2d.weight</c>.</param>
/// <param name="Shape">Its dimensions; empty for a scalar.</param>
/// <param name="Values">Its values in row-major order: a <c>float[]</c>, or a <c>long[]</c> for a counter.</param>
public sealed record Weight(string Name, IReadOnlyList<long> Shape, Array Values)
{
    /// <summary>Whether all its values are numbers that can be computed with.</summary>
    internal bool IsFinite
    {
        get
        {
            foreach (float value in Values as float[] ?? [])
            {
                if (!float.IsFinite(value))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
