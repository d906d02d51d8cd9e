using System.Runtime.CompilerServices;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// The transforms of Winograd's minimal filtering with tiles of 4 × 4 outputs and a kernel of 3 × 3 (Lavin and Gray,
/// "Fast Algorithms for Convolutional Neural Networks"): both operands are evaluated at six points along each axis,
/// multiplied point by point, and interpolated: 36 products where the sum itself takes 144. The points are
/// 0, ±¾, ±1½ and ∞. Their powers are exact in binary and near one, so that rounding errors stay near 2e-6 of the largest value;
/// the usual 0, ±1, ±2, ∞ lose two to four times as much.
/// </summary>
internal static class WinogradTransforms
{
    /// <summary>Pixels of a tile of inputs along an axis, and points.</summary>
    public const int Points = 6;

    /// <summary>Pixels of a tile of outputs along an axis.</summary>
    public const int Tile = 4;

    /// <summary>Products of a tile, for each channel and filter.</summary>
    public const int Products = Points * Points;

    private const float P = 0.75f, Q = 1.5f;
    private const float P2 = P * P, Q2 = Q * Q;

    // What interpolation divides by: the product of a point's distances from the others.
    private const float AtZero = 1 / (P2 * Q2), AtP = 1 / (2 * P2 * (P2 - Q2)), AtQ = 1 / (2 * Q2 * (Q2 - P2));

    /// <summary>Six pixels of an axis at the six points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Input<T>(T d0, T d1, T d2, T d3, T d4, T d5, out T v0, out T v1, out T v2, out T v3, out T v4, out T v5)
        where T : struct, ILanes<T>
    {
        T p2 = T.Create(-P2), q2 = T.Create(-Q2), p2q2 = T.Create(P2 * Q2), sum = T.Create(-P2 - Q2);
        v0 = T.MultiplyAdd(p2q2, d0, T.MultiplyAdd(sum, d2, d4));
        v5 = T.MultiplyAdd(p2q2, d1, T.MultiplyAdd(sum, d3, d5));
        T even = T.MultiplyAdd(q2, d2, d4), odd = T.MultiplyAdd(q2, d1, d3);
        v1 = T.MultiplyAdd(T.Create(P), odd, even);
        v2 = T.MultiplyAdd(T.Create(-P), odd, even);
        even = T.MultiplyAdd(p2, d2, d4);
        odd = T.MultiplyAdd(p2, d1, d3);
        v3 = T.MultiplyAdd(T.Create(Q), odd, even);
        v4 = T.MultiplyAdd(T.Create(-Q), odd, even);
    }

    /// <summary>Three weights of an axis at the six points, with interpolation's divisors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Weight<T>(T g0, T g1, T g2, out T u0, out T u1, out T u2, out T u3, out T u4, out T u5) where T : struct, ILanes<T>
    {
        u0 = T.Create(AtZero) * g0;
        T even = T.Create(AtP) * T.MultiplyAdd(T.Create(P2), g2, g0), odd = T.Create(AtP * P) * g1;
        u1 = even + odd;
        u2 = even - odd;
        even = T.Create(AtQ) * T.MultiplyAdd(T.Create(Q2), g2, g0);
        odd = T.Create(AtQ * Q) * g1;
        u3 = even + odd;
        u4 = even - odd;
        u5 = g2;
    }

    /// <summary>Four outputs of an axis from the products at the six points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Output<T>(T m0, T m1, T m2, T m3, T m4, T m5, out T y0, out T y1, out T y2, out T y3) where T : struct, ILanes<T>
    {
        T evenP = m1 + m2, oddP = m1 - m2, evenQ = m3 + m4, oddQ = m3 - m4;
        y0 = m0 + evenP + evenQ;
        y1 = T.MultiplyAdd(T.Create(Q), oddQ, T.Create(P) * oddP);
        y2 = T.MultiplyAdd(T.Create(Q2), evenQ, T.Create(P2) * evenP);
        y3 = T.MultiplyAdd(T.Create(Q * Q2), oddQ, T.MultiplyAdd(T.Create(P * P2), oddP, m5));
    }

    /// <summary>Four gradients of an axis at the six points, for the gradient of the weights; divisors come with <see cref="WeightGradient"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Gradient<T>(T g0, T g1, T g2, T g3, out T v0, out T v1, out T v2, out T v3, out T v4, out T v5) where T : struct, ILanes<T>
    {
        v0 = g0;
        T even = T.MultiplyAdd(T.Create(P2), g2, g0), odd = T.MultiplyAdd(T.Create(P2), g3, g1);
        v1 = T.MultiplyAdd(T.Create(P), odd, even);
        v2 = T.MultiplyAdd(T.Create(-P), odd, even);
        even = T.MultiplyAdd(T.Create(Q2), g2, g0);
        odd = T.MultiplyAdd(T.Create(Q2), g3, g1);
        v3 = T.MultiplyAdd(T.Create(Q), odd, even);
        v4 = T.MultiplyAdd(T.Create(-Q), odd, even);
        v5 = g3;
    }

    /// <summary>The gradients of an axis's three weights from the products at the six points.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WeightGradient<T>(T m0, T m1, T m2, T m3, T m4, T m5, out T g0, out T g1, out T g2) where T : struct, ILanes<T>
    {
        T evenP = m1 + m2, oddP = m1 - m2, evenQ = m3 + m4, oddQ = m3 - m4;
        g0 = T.MultiplyAdd(T.Create(AtZero), m0, T.MultiplyAdd(T.Create(AtP), evenP, T.Create(AtQ) * evenQ));
        g1 = T.MultiplyAdd(T.Create(AtP * P), oddP, T.Create(AtQ * Q) * oddQ);
        g2 = T.MultiplyAdd(T.Create(AtP * P2), evenP, T.MultiplyAdd(T.Create(AtQ * Q2), evenQ, m5));
    }
}
