using System.Numerics;
using CnnGen.ManagedTorch.Kernels;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>Element-wise arithmetic over dense memory, for every element type.</summary>
internal static unsafe class BinaryLoops
{
    public static void Run(BinaryOperator op, ScalarType type, long n, void* a, void* b, void* y)
    {
        switch (type)
        {
            case ScalarType.Float32: Floats(op, n, (float*)a, (float*)b, (float*)y); break;
            case ScalarType.Float64: Loop(op, n, (double*)a, (double*)b, 1, (double*)y); break;
            case ScalarType.Int64: Loop(op, n, (long*)a, (long*)b, 1, (long*)y); break;
            case ScalarType.Int32: Loop(op, n, (int*)a, (int*)b, 1, (int*)y); break;
            case ScalarType.Byte: Loop(op, n, (byte*)a, (byte*)b, 1, (byte*)y); break;
            default: Logic(op, n, (byte*)a, (byte*)b, 1, (byte*)y); break;
        }
    }

    /// <summary>The same with one number as the right operand, or as the left.</summary>
    public static void RunScalar(BinaryOperator op, ScalarType type, long n, void* a, TorchSharp.Scalar number, bool numberFirst, void* y)
    {
        switch (type)
        {
            case ScalarType.Float32: FloatScalar(op, n, (float*)a, (float)number.Real, numberFirst, (float*)y); break;
            case ScalarType.Float64: ScalarLoop(op, n, (double*)a, number.Real, numberFirst, (double*)y); break;
            case ScalarType.Int64: ScalarLoop(op, n, (long*)a, number.Whole, numberFirst, (long*)y); break;
            case ScalarType.Int32: ScalarLoop(op, n, (int*)a, (int)number.Whole, numberFirst, (int*)y); break;
            case ScalarType.Byte: ScalarLoop(op, n, (byte*)a, (byte)number.Whole, numberFirst, (byte*)y); break;
            default: ScalarLogic(op, n, (byte*)a, number.Real != 0, (byte*)y); break;
        }
    }

    private static void Floats(BinaryOperator op, long n, float* a, float* b, float* y)
    {
        switch (op)
        {
            case BinaryOperator.Add: Elementwise.Add(n, a, b, y); break;
            case BinaryOperator.Subtract: Elementwise.Sub(n, a, b, y); break;
            case BinaryOperator.Multiply: Elementwise.Mul(n, a, b, y); break;
            case BinaryOperator.Divide: Elementwise.Div(n, a, b, y); break;
            default: Loop(op, n, a, b, 1, y); break;
        }
    }

    private static void FloatScalar(BinaryOperator op, long n, float* a, float number, bool numberFirst, float* y)
    {
        switch (op)
        {
            case BinaryOperator.Add: Elementwise.AddScalar(n, a, number, y); break;
            case BinaryOperator.Subtract when !numberFirst: Elementwise.AddScalar(n, a, -number, y); break;
            case BinaryOperator.Multiply: Elementwise.MulScalar(n, a, number, y); break;
            default: ScalarLoop(op, n, a, number, numberFirst, y); break;
        }
    }

    private static void ScalarLoop<T>(BinaryOperator op, long n, T* a, T number, bool numberFirst, T* y) where T : unmanaged, INumber<T>
    {
        if (!numberFirst)
        {
            Loop(op, n, a, &number, 0, y);
            return;
        }

        for (long i = 0; i < n; i++) Loop(op, 1, &number, a + i, 0, y + i);
    }

    private static void Loop<T>(BinaryOperator op, long n, T* a, T* b, int step, T* y) where T : unmanaged, INumber<T>
    {
        switch (op)
        {
            case BinaryOperator.Add: for (long i = 0; i < n; i++) y[i] = a[i] + b[i * step]; break;
            case BinaryOperator.Subtract: for (long i = 0; i < n; i++) y[i] = a[i] - b[i * step]; break;
            case BinaryOperator.Multiply: for (long i = 0; i < n; i++) y[i] = a[i] * b[i * step]; break;
            case BinaryOperator.Divide: for (long i = 0; i < n; i++) y[i] = a[i] / b[i * step]; break;
            case BinaryOperator.Remainder: for (long i = 0; i < n; i++) y[i] = Remainder(a[i], b[i * step]); break;
            case BinaryOperator.Maximum: for (long i = 0; i < n; i++) y[i] = T.Max(a[i], b[i * step]); break;
            case BinaryOperator.Minimum: for (long i = 0; i < n; i++) y[i] = T.Min(a[i], b[i * step]); break;
            default: for (long i = 0; i < n; i++) y[i] = Power(a[i], b[i * step]); break;
        }
    }

    // Of the divisor's sign, as in Python.
    private static T Remainder<T>(T a, T b) where T : INumber<T>
    {
        var remainder = a % b;
        return remainder != T.Zero && T.IsNegative(remainder) != T.IsNegative(b) ? remainder + b : remainder;
    }

    private static T Power<T>(T a, T b) where T : INumber<T>
    {
        if (typeof(T) == typeof(float)) return T.CreateTruncating(MathF.Pow(float.CreateTruncating(a), float.CreateTruncating(b)));
        if (typeof(T) == typeof(double)) return T.CreateTruncating(Math.Pow(double.CreateTruncating(a), double.CreateTruncating(b)));
        var left = long.CreateTruncating(b);
        if (left < 0) return a == T.One || (left % 2 == 0 && a + T.One == T.Zero) ? T.One : a + T.One == T.Zero ? a : T.Zero;
        var result = T.One;
        for (; left > 0; left >>= 1, a *= a)
        {
            if (left % 2 == 1) result *= a;
        }

        return result;
    }

    private static void Logic(BinaryOperator op, long n, byte* a, byte* b, int step, byte* y)
    {
        switch (op)
        {
            case BinaryOperator.Add or BinaryOperator.Maximum: for (long i = 0; i < n; i++) y[i] = (byte)(a[i] | b[i * step]); break;
            case BinaryOperator.Multiply or BinaryOperator.Minimum: for (long i = 0; i < n; i++) y[i] = (byte)(a[i] & b[i * step]); break;
            default: throw TorchError.Create($"{op} is not defined for tensors of type Bool; convert them first");
        }
    }

    private static void ScalarLogic(BinaryOperator op, long n, byte* a, bool number, byte* y)
    {
        var value = number ? (byte)1 : (byte)0;
        Logic(op, n, a, &value, 0, y);
    }

    public static void Compare(Comparison comparison, ScalarType type, long n, void* a, void* b, byte* y)
    {
        switch (type)
        {
            case ScalarType.Float32: CompareLoop(comparison, n, (float*)a, (float*)b, y); break;
            case ScalarType.Float64: CompareLoop(comparison, n, (double*)a, (double*)b, y); break;
            case ScalarType.Int64: CompareLoop(comparison, n, (long*)a, (long*)b, y); break;
            case ScalarType.Int32: CompareLoop(comparison, n, (int*)a, (int*)b, y); break;
            default: CompareLoop(comparison, n, (byte*)a, (byte*)b, y); break;
        }
    }

    private static void CompareLoop<T>(Comparison comparison, long n, T* a, T* b, byte* y) where T : unmanaged, INumber<T>
    {
        switch (comparison)
        {
            case Comparison.Equal: for (long i = 0; i < n; i++) y[i] = a[i] == b[i] ? (byte)1 : (byte)0; break;
            case Comparison.NotEqual: for (long i = 0; i < n; i++) y[i] = a[i] != b[i] ? (byte)1 : (byte)0; break;
            case Comparison.Less: for (long i = 0; i < n; i++) y[i] = a[i] < b[i] ? (byte)1 : (byte)0; break;
            case Comparison.LessOrEqual: for (long i = 0; i < n; i++) y[i] = a[i] <= b[i] ? (byte)1 : (byte)0; break;
            case Comparison.Greater: for (long i = 0; i < n; i++) y[i] = a[i] > b[i] ? (byte)1 : (byte)0; break;
            default: for (long i = 0; i < n; i++) y[i] = a[i] >= b[i] ? (byte)1 : (byte)0; break;
        }
    }
}
