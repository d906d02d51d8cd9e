using CnnGen.ManagedTorch;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor whose elements are not set.</summary>
    public static Tensor empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create(size, dtype, device, requires_grad, static _ => { });

    public static Tensor empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create(size, dtype, device, requires_grad, static _ => { });

    public static Tensor empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([size], dtype, device, requires_grad, static _ => { });

    public static Tensor empty(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([size], dtype, device, requires_grad, static _ => { });

    public static Tensor empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([rows, columns], dtype, device, requires_grad, static _ => { });

    public static Tensor empty(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([rows, columns], dtype, device, requires_grad, static _ => { });

    public static Tensor empty(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([dim0, dim1, dim2], dtype, device, requires_grad, static _ => { });

    public static Tensor empty(
        int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([dim0, dim1, dim2], dtype, device, requires_grad, static _ => { });

    public static Tensor empty(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Create([dim0, dim1, dim2, dim3], dtype, device, requires_grad, static _ => { });

    public static Tensor empty(
        int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([dim0, dim1, dim2, dim3], dtype, device, requires_grad, static _ => { });

    /// <summary>Zeros.</summary>
    public static Tensor zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create(size, dtype, device, requires_grad, static tensor => tensor.zero_());

    public static Tensor zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create(size, dtype, device, requires_grad, static tensor => tensor.zero_());

    public static Tensor zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([size], dtype, device, requires_grad, static tensor => tensor.zero_());

    public static Tensor zeros(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([size], dtype, device, requires_grad, static tensor => tensor.zero_());

    public static Tensor zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([rows, columns], dtype, device, requires_grad, static tensor => tensor.zero_());

    public static Tensor zeros(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([rows, columns], dtype, device, requires_grad, static tensor => tensor.zero_());

    public static Tensor zeros(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([dim0, dim1, dim2], dtype, device, requires_grad, static tensor => tensor.zero_());

    public static Tensor zeros(
        int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([dim0, dim1, dim2], dtype, device, requires_grad, static tensor => tensor.zero_());

    public static Tensor zeros(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Create([dim0, dim1, dim2, dim3], dtype, device, requires_grad, static tensor => tensor.zero_());

    public static Tensor zeros(
        int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([dim0, dim1, dim2, dim3], dtype, device, requires_grad, static tensor => tensor.zero_());

    /// <summary>Ones.</summary>
    public static Tensor ones(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create(size, dtype, device, requires_grad, static tensor => tensor.fill_(1));

    public static Tensor ones(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create(size, dtype, device, requires_grad, static tensor => tensor.fill_(1));

    public static Tensor ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([size], dtype, device, requires_grad, static tensor => tensor.fill_(1));

    public static Tensor ones(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([size], dtype, device, requires_grad, static tensor => tensor.fill_(1));

    public static Tensor ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([rows, columns], dtype, device, requires_grad, static tensor => tensor.fill_(1));

    public static Tensor ones(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([rows, columns], dtype, device, requires_grad, static tensor => tensor.fill_(1));

    public static Tensor ones(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([dim0, dim1, dim2], dtype, device, requires_grad, static tensor => tensor.fill_(1));

    public static Tensor ones(
        int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([dim0, dim1, dim2], dtype, device, requires_grad, static tensor => tensor.fill_(1));

    public static Tensor ones(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Create([dim0, dim1, dim2, dim3], dtype, device, requires_grad, static tensor => tensor.fill_(1));

    public static Tensor ones(
        int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([dim0, dim1, dim2, dim3], dtype, device, requires_grad, static tensor => tensor.fill_(1));

    /// <summary>One value throughout; its type follows the value's if none is given.</summary>
    public static Tensor full(
        long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create(size, dtype ?? DefaultType(value), device, requires_grad, tensor => tensor.fill_(value));

    public static Tensor full(
        ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create(size, dtype ?? DefaultType(value), device, requires_grad, tensor => tensor.fill_(value));

    public static Tensor full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([size], dtype ?? DefaultType(value), device, requires_grad, tensor => tensor.fill_(value));

    public static Tensor full(int size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([size], dtype ?? DefaultType(value), device, requires_grad, tensor => tensor.fill_(value));

    public static Tensor full(
        long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([rows, columns], dtype ?? DefaultType(value), device, requires_grad, tensor => tensor.fill_(value));

    public static Tensor full(
        int rows, int columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([rows, columns], dtype ?? DefaultType(value), device, requires_grad, tensor => tensor.fill_(value));

    public static Tensor full(
        long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Create([dim0, dim1, dim2], dtype ?? DefaultType(value), device, requires_grad, tensor => tensor.fill_(value));

    public static Tensor full(
        int dim0, int dim1, int dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Create([dim0, dim1, dim2], dtype ?? DefaultType(value), device, requires_grad, tensor => tensor.fill_(value));

    public static Tensor full(
        long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Create([dim0, dim1, dim2, dim3], dtype ?? DefaultType(value), device, requires_grad, tensor => tensor.fill_(value));

    public static Tensor full(
        int dim0, int dim1, int dim2, int dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Create([dim0, dim1, dim2, dim3], dtype ?? DefaultType(value), device, requires_grad, tensor => tensor.fill_(value));

    public static Tensor empty_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CreateLike(input, dtype, device, requires_grad, static _ => { });

    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CreateLike(input, dtype, device, requires_grad, static tensor => tensor.zero_());

    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CreateLike(input, dtype, device, requires_grad, static tensor => tensor.fill_(1));

    public static Tensor full_like(
        Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CreateLike(input, dtype, device, requires_grad, tensor => tensor.fill_(value));

    /// <summary>Ones on the diagonal, zeros elsewhere.</summary>
    public static Tensor eye(
        long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([rows, columns < 0 ? rows : columns], dtype, device, requires_grad, static tensor =>
        {
            tensor.zero_();
            for (var i = 0L; i < Math.Min(tensor.size(0), tensor.size(1)); i++)
            {
                using var place = tensor.index(i, i);
                place.fill_(1);
            }
        });

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype ?? (stop.IsFloating ? get_default_dtype() : ScalarType.Int64), device, requires_grad);

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>Start, start + step, … below stop.</summary>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var floating = start.IsFloating || stop.IsFloating || step.IsFloating;
        if (step.Real == 0) throw TorchError.Create("step must be nonzero");
        if ((stop.Real - start.Real) / step.Real < 0) throw TorchError.Create("upper bound and larger bound inconsistent with step sign");
        var count = (long)Math.Ceiling((stop.Real - start.Real) / step.Real);
        return Sequence(count, start.Real, step.Real, dtype ?? (floating ? get_default_dtype() : ScalarType.Int64), device, requires_grad);
    }

    /// <summary>Evenly spaced numbers, both ends included.</summary>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Sequence(steps, start, steps > 1 ? (end - start) / (steps - 1) : 0, dtype ?? get_default_dtype(), device, requires_grad);

    private static unsafe Tensor Sequence(long count, double start, double step, ScalarType type, Device? device, bool requiresGrad)
    {
        using var numbers = Tensor.Unscoped(TensorImpl.New([count], ScalarType.Float64));
        for (long i = 0; i < count; i++) ((double*)numbers.Impl.Pointer)[i] = start + (i * step);
        return Create([count], type, device, requiresGrad, tensor => tensor.copy_(numbers));
    }

    private static ScalarType DefaultType(Scalar value) =>
        value.IsFloating ? get_default_dtype() : value.Type == ScalarType.Bool ? ScalarType.Bool : ScalarType.Int64;

    private static Tensor Create(ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requiresGrad, Action<Tensor> fill)
    {
        RequireCpu(device);
        var tensor = Tensor.New(size, dtype ?? get_default_dtype());
        fill(tensor);
        return tensor.with_requires_grad(requiresGrad);
    }

    private static Tensor CreateLike(Tensor input, ScalarType? dtype, Device? device, bool requiresGrad, Action<Tensor> fill)
    {
        RequireCpu(device);
        var tensor = Tensor.New(input.Impl.Shape, dtype ?? input.dtype, input.Impl.Layout);
        fill(tensor);
        return tensor.with_requires_grad(requiresGrad);
    }
}
