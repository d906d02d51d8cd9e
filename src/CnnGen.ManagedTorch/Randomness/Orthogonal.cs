using TorchSharp;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch.Randomness;

/// <summary>
/// A random orthogonal matrix: the Q of a QR decomposition of normal numbers, with the signs that make R's diagonal
/// positive, which makes it unique and PyTorch's.
/// </summary>
internal static class Orthogonal
{
    public static unsafe void Fill(Tensor tensor, double gain)
    {
        var shape = tensor.Impl.Shape;
        if (shape.Length < 2) throw new ArgumentException("Only tensors with 2 or more dimensions are supported");
        var rows = Geometry.Int(shape[0]);
        var columns = rows == 0 ? 0 : Geometry.Int(tensor.Impl.Count / rows);
        using var numbers = Tensor.Unscoped(TensorImpl.New([rows, columns], ScalarType.Float32));
        numbers.normal_();

        // The shorter side's vectors, one a row.
        var (count, length) = (Math.Min(rows, columns), Math.Max(rows, columns));
        var tall = rows >= columns;
        var vectors = new double[count][];
        for (var v = 0; v < count; v++)
        {
            vectors[v] = new double[length];
            for (var i = 0; i < length; i++) vectors[v][i] = numbers.Impl.Floats[tall ? (i * columns) + v : (v * columns) + i];
        }

        Orthonormalize(vectors);
        for (var v = 0; v < count; v++)
        {
            for (var i = 0; i < length; i++) numbers.Impl.Floats[tall ? (i * columns) + v : (v * columns) + i] = (float)(vectors[v][i] * gain);
        }

        using var shaped = numbers.reshape(shape);
        tensor.copy_(shaped);
    }

    // Gram and Schmidt's way, each vector cleared twice of those before it: once leaves rounding errors behind.
    private static void Orthonormalize(double[][] vectors)
    {
        for (var v = 0; v < vectors.Length; v++)
        {
            for (var pass = 0; pass < 2; pass++)
            {
                for (var before = 0; before < v; before++) Add(vectors[v], vectors[before], -Dot(vectors[v], vectors[before]));
            }

            var size = Math.Sqrt(Dot(vectors[v], vectors[v]));
            for (var i = 0; i < vectors[v].Length; i++) vectors[v][i] /= size;
        }
    }

    private static void Add(double[] target, double[] direction, double factor)
    {
        for (var i = 0; i < target.Length; i++) target[i] += factor * direction[i];
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
