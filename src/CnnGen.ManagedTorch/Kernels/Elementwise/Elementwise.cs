using System.Numerics.Tensors;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Arithmetic on equal places of arrays. A target may be one of the sources.</summary>
internal static unsafe class Elementwise
{
    /// <summary>Long enough for TensorPrimitives to be at full speed, short enough to be shared out.</summary>
    private const int Piece = 16 * 1024;

    public static void Fill(long n, float value, float* y) => Each(n, new FillPiece(value, y));

    public static void Copy(long n, float* x, float* y) => Each(n, new CopyPiece(x, y));

    public static void Add(long n, float* a, float* b, float* y) => Each(n, new Binary<AddOp>(a, b, y));

    public static void Sub(long n, float* a, float* b, float* y) => Each(n, new Binary<SubOp>(a, b, y));

    public static void Mul(long n, float* a, float* b, float* y) => Each(n, new Binary<MulOp>(a, b, y));

    public static void Div(long n, float* a, float* b, float* y) => Each(n, new Binary<DivOp>(a, b, y));

    public static void Max(long n, float* a, float* b, float* y) => Each(n, new Binary<MaxOp>(a, b, y));

    public static void Min(long n, float* a, float* b, float* y) => Each(n, new Binary<MinOp>(a, b, y));

    public static void AddScalar(long n, float* x, float scalar, float* y) => Each(n, new Unary<AddScalarOp>(new(scalar), x, y));

    public static void MulScalar(long n, float* x, float scalar, float* y) => Each(n, new Unary<MulScalarOp>(new(scalar), x, y));

    /// <summary>y += alpha·x.</summary>
    public static void Axpy(long n, float alpha, float* x, float* y) => LaneLoop.Run(n, new AxpyOp(alpha, x, y));

    public static void Pow(long n, float* x, float exponent, float* y) => Each(n, new Unary<PowOp>(new(exponent), x, y));

    public static void Clamp(long n, float* x, float min, float max, float* y) => Each(n, new Unary<ClampOp>(new(min, max), x, y));

    public static void Negate(long n, float* x, float* y) => Each(n, new Unary<NegateOp>(default, x, y));

    public static void Abs(long n, float* x, float* y) => Each(n, new Unary<AbsOp>(default, x, y));

    public static void Exp(long n, float* x, float* y) => Each(n, new Unary<ExpOp>(default, x, y));

    public static void Log(long n, float* x, float* y) => Each(n, new Unary<LogOp>(default, x, y));

    public static void Sqrt(long n, float* x, float* y) => Each(n, new Unary<SqrtOp>(default, x, y));

    /// <summary>y = x + bias in each row.</summary>
    public static void AddBiasRows(long rows, int cols, float* x, float* bias, float* y)
    {
        int parts = WorkTeam.PartsFor(rows, Math.Max(1, Piece / Math.Max(1, cols)));
        WorkTeam.Run(parts, new BiasWork(rows, cols, parts, x, bias, y));
    }

    private interface IPiece
    {
        void Run(long start, int count);
    }

    private interface IUnaryOp
    {
        void Run(ReadOnlySpan<float> x, Span<float> y);
    }

    private interface IBinaryOp
    {
        static abstract void Run(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y);
    }

    private static void Each<TPiece>(long n, TPiece piece) where TPiece : unmanaged, IPiece
    {
        int parts = WorkTeam.PartsFor(n, Piece);
        WorkTeam.Run(parts, new PieceWork<TPiece>(n, parts, piece));
    }

    private readonly struct PieceWork<TPiece>(long n, int parts, TPiece piece) : IWork where TPiece : unmanaged, IPiece
    {
        public void Run(int part)
        {
            (long start, long end) = WorkTeam.Slice(n, parts, part, grain: 16);
            for (; start < end; start += Piece)
            {
                piece.Run(start, (int)Math.Min(Piece, end - start));
            }
        }
    }

    private readonly struct Unary<TOp>(TOp op, float* x, float* y) : IPiece where TOp : unmanaged, IUnaryOp
    {
        public void Run(long start, int count) => op.Run(new ReadOnlySpan<float>(x + start, count), new Span<float>(y + start, count));
    }

    private readonly struct Binary<TOp>(float* a, float* b, float* y) : IPiece where TOp : unmanaged, IBinaryOp
    {
        public void Run(long start, int count) =>
            TOp.Run(new ReadOnlySpan<float>(a + start, count), new ReadOnlySpan<float>(b + start, count), new Span<float>(y + start, count));
    }

    private readonly struct FillPiece(float value, float* y) : IPiece
    {
        public void Run(long start, int count) => new Span<float>(y + start, count).Fill(value);
    }

    private readonly struct CopyPiece(float* x, float* y) : IPiece
    {
        public void Run(long start, int count) => new ReadOnlySpan<float>(x + start, count).CopyTo(new Span<float>(y + start, count));
    }

    private readonly struct BiasWork(long rows, int cols, int parts, float* x, float* bias, float* y) : IWork
    {
        public void Run(int part)
        {
            (long start, long end) = WorkTeam.Slice(rows, parts, part);
            var added = new ReadOnlySpan<float>(bias, cols);
            for (long i = start; i < end; i++)
            {
                TensorPrimitives.Add(new ReadOnlySpan<float>(x + i * cols, cols), added, new Span<float>(y + i * cols, cols));
            }
        }
    }

    private readonly struct AxpyOp(float alpha, float* x, float* y) : ILaneOperation
    {
        public void Apply<T>(long i) where T : struct, ILanes<T> =>
            T.MultiplyAdd(T.Load(x + i), T.Create(alpha), T.Load(y + i)).Store(y + i);
    }

    private readonly struct AddOp : IBinaryOp
    {
        public static void Run(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y) => TensorPrimitives.Add(a, b, y);
    }

    private readonly struct SubOp : IBinaryOp
    {
        public static void Run(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y) => TensorPrimitives.Subtract(a, b, y);
    }

    private readonly struct MulOp : IBinaryOp
    {
        public static void Run(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y) => TensorPrimitives.Multiply(a, b, y);
    }

    private readonly struct DivOp : IBinaryOp
    {
        public static void Run(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y) => TensorPrimitives.Divide(a, b, y);
    }

    private readonly struct MaxOp : IBinaryOp
    {
        public static void Run(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y) => TensorPrimitives.Max(a, b, y);
    }

    private readonly struct MinOp : IBinaryOp
    {
        public static void Run(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y) => TensorPrimitives.Min(a, b, y);
    }

    private readonly struct AddScalarOp(float scalar) : IUnaryOp
    {
        public void Run(ReadOnlySpan<float> x, Span<float> y) => TensorPrimitives.Add(x, scalar, y);
    }

    private readonly struct MulScalarOp(float scalar) : IUnaryOp
    {
        public void Run(ReadOnlySpan<float> x, Span<float> y) => TensorPrimitives.Multiply(x, scalar, y);
    }

    private readonly struct PowOp(float exponent) : IUnaryOp
    {
        public void Run(ReadOnlySpan<float> x, Span<float> y) => TensorPrimitives.Pow(x, exponent, y);
    }

    private readonly struct ClampOp(float min, float max) : IUnaryOp
    {
        public void Run(ReadOnlySpan<float> x, Span<float> y)
        {
            TensorPrimitives.Max(x, min, y);
            TensorPrimitives.Min(y, max, y);
        }
    }

    private readonly struct NegateOp : IUnaryOp
    {
        public void Run(ReadOnlySpan<float> x, Span<float> y) => TensorPrimitives.Negate(x, y);
    }

    private readonly struct AbsOp : IUnaryOp
    {
        public void Run(ReadOnlySpan<float> x, Span<float> y) => TensorPrimitives.Abs(x, y);
    }

    private readonly struct ExpOp : IUnaryOp
    {
        public void Run(ReadOnlySpan<float> x, Span<float> y) => TensorPrimitives.Exp(x, y);
    }

    private readonly struct LogOp : IUnaryOp
    {
        public void Run(ReadOnlySpan<float> x, Span<float> y) => TensorPrimitives.Log(x, y);
    }

    private readonly struct SqrtOp : IUnaryOp
    {
        public void Run(ReadOnlySpan<float> x, Span<float> y) => TensorPrimitives.Sqrt(x, y);
    }
}
