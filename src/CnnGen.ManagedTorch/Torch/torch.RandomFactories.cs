using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Randomness;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Uniform between 0 and 1.</summary>
    public static Tensor rand(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        Create(size, dtype, device, requires_grad, tensor => tensor.uniform_(0, 1, generator));

    public static Tensor rand(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        Create(size, dtype, device, requires_grad, tensor => tensor.uniform_(0, 1, generator));

    public static Tensor rand(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Create([size], dtype, device, requires_grad, tensor => tensor.uniform_(0, 1, generator));

    public static Tensor rand(
        int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Create([size], dtype, device, requires_grad, tensor => tensor.uniform_(0, 1, generator));

    public static Tensor rand(
        long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        Create([rows, columns], dtype, device, requires_grad, tensor => tensor.uniform_(0, 1, generator));

    public static Tensor rand(
        int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        Create([rows, columns], dtype, device, requires_grad, tensor => tensor.uniform_(0, 1, generator));

    public static Tensor rand(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        Create([dim0, dim1, dim2], dtype, device, requires_grad, tensor => tensor.uniform_(0, 1, generator));

    public static Tensor rand(
        int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        Create([dim0, dim1, dim2], dtype, device, requires_grad, tensor => tensor.uniform_(0, 1, generator));

    public static Tensor rand(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Create([dim0, dim1, dim2, dim3], dtype, device, requires_grad, tensor => tensor.uniform_(0, 1, generator));

    public static Tensor rand(
        int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Create([dim0, dim1, dim2, dim3], dtype, device, requires_grad, tensor => tensor.uniform_(0, 1, generator));

    /// <summary>Of a standard normal distribution.</summary>
    public static Tensor randn(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        Create(size, dtype, device, requires_grad, tensor => tensor.normal_(0, 1, generator));

    public static Tensor randn(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        Create(size, dtype, device, requires_grad, tensor => tensor.normal_(0, 1, generator));

    public static Tensor randn(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Create([size], dtype, device, requires_grad, tensor => tensor.normal_(0, 1, generator));

    public static Tensor randn(
        int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Create([size], dtype, device, requires_grad, tensor => tensor.normal_(0, 1, generator));

    public static Tensor randn(
        long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        Create([rows, columns], dtype, device, requires_grad, tensor => tensor.normal_(0, 1, generator));

    public static Tensor randn(
        int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        Create([rows, columns], dtype, device, requires_grad, tensor => tensor.normal_(0, 1, generator));

    public static Tensor randn(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        Create([dim0, dim1, dim2], dtype, device, requires_grad, tensor => tensor.normal_(0, 1, generator));

    public static Tensor randn(
        int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        Create([dim0, dim1, dim2], dtype, device, requires_grad, tensor => tensor.normal_(0, 1, generator));

    public static Tensor randn(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Create([dim0, dim1, dim2, dim3], dtype, device, requires_grad, tensor => tensor.normal_(0, 1, generator));

    public static Tensor randn(
        int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Create([dim0, dim1, dim2, dim3], dtype, device, requires_grad, tensor => tensor.normal_(0, 1, generator));

    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        CreateLike(input, dtype, device, requires_grad, static tensor => tensor.uniform_(0, 1));

    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        CreateLike(input, dtype, device, requires_grad, static tensor => tensor.normal_());

    /// <summary>Ones with the probabilities that a tensor holds, else zeros.</summary>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);

    /// <summary>Of a normal distribution.</summary>
    public static Tensor normal(
        double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Create(size, dtype, device, requires_grad, tensor => tensor.normal_(mean, std, generator));

    public static Tensor randint(
        long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator, names);

    /// <summary>Whole numbers from low up to, not including, high.</summary>
    public static Tensor randint(
        long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null)
    {
        if (low >= high) throw TorchError.Create($"random_ expects 'from' to be less than 'to', but got from={low} >= to={high}");
        using var numbers = Tensor.Unscoped(TensorImpl.New(size, ScalarType.Int64));
        (generator ?? Generator.Default).Draw(twister => RandomFill.Integers(twister, numbers.Impl, low, high));
        return Create(size, dtype ?? ScalarType.Int64, device, requires_grad, tensor => tensor.copy_(numbers));
    }

    public static Tensor randint(
        int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        randint(0, high, Array.ConvertAll(size, i => (long)i), dtype, device, requires_grad, generator, names);

    public static Tensor randint(
        int low, int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        randint(low, high, Array.ConvertAll(size, i => (long)i), dtype, device, requires_grad, generator, names);

    /// <summary>0 … n-1 in random order.</summary>
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
    {
        using var numbers = Tensor.Unscoped(TensorImpl.New([n], ScalarType.Int64));
        (generator ?? Generator.Default).Draw(twister => RandomFill.Permutation(twister, numbers.Impl));
        return Create([n], dtype ?? ScalarType.Int64, device, requires_grad, tensor => tensor.copy_(numbers));
    }
}
