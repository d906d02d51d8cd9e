namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// The inverse of the error function, by the single-precision polynomials of M. Giles, "Approximating the erfinv function" (GPU Computing
/// Gems, 2011): within a few units of the last place.
/// </summary>
internal static unsafe class InverseError
{
    /// <summary>y = erfinv(x): infinite at ±1, NaN beyond. y may be x.</summary>
    public static void Apply(long n, float* x, float* y) => LaneLoop.Run(n, new Operation(x, y));

    private readonly struct Operation(float* x, float* y) : ILaneOperation
    {
        public void Apply<T>(long i) where T : struct, ILanes<T>
        {
            T one = T.Create(1), value = T.Load(x + i), size = T.Abs(value);
            T w = T.Create(0) - T.Log((one - value) * (one + value));
            T within = T.SelectAbove(T.Create(5), w, Central(w - T.Create(2.5f)), Tail(T.Sqrt(w) - T.Create(3)));
            // What is left at the ends: x/√(1 - |x|), which is infinite there.
            T.SelectAbove(one, size, within * value, value / T.Sqrt(one - size)).Store(y + i);
        }

        private static T Central<T>(T w) where T : struct, ILanes<T>
        {
            T sum = T.Create(2.81022636e-08f);
            sum = T.MultiplyAdd(sum, w, T.Create(3.43273939e-07f));
            sum = T.MultiplyAdd(sum, w, T.Create(-3.5233877e-06f));
            sum = T.MultiplyAdd(sum, w, T.Create(-4.39150654e-06f));
            sum = T.MultiplyAdd(sum, w, T.Create(0.00021858087f));
            sum = T.MultiplyAdd(sum, w, T.Create(-0.00125372503f));
            sum = T.MultiplyAdd(sum, w, T.Create(-0.00417768164f));
            sum = T.MultiplyAdd(sum, w, T.Create(0.246640727f));
            return T.MultiplyAdd(sum, w, T.Create(1.50140941f));
        }

        private static T Tail<T>(T w) where T : struct, ILanes<T>
        {
            T sum = T.Create(-0.000200214257f);
            sum = T.MultiplyAdd(sum, w, T.Create(0.000100950558f));
            sum = T.MultiplyAdd(sum, w, T.Create(0.00134934322f));
            sum = T.MultiplyAdd(sum, w, T.Create(-0.00367342844f));
            sum = T.MultiplyAdd(sum, w, T.Create(0.00573950773f));
            sum = T.MultiplyAdd(sum, w, T.Create(-0.0076224613f));
            sum = T.MultiplyAdd(sum, w, T.Create(0.00943887047f));
            sum = T.MultiplyAdd(sum, w, T.Create(1.00167406f));
            return T.MultiplyAdd(sum, w, T.Create(2.83297682f));
        }
    }
}
