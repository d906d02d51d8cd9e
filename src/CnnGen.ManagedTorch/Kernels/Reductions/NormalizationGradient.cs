namespace CnnGen.ManagedTorch.Kernels;

/// <summary>A batch normalization by its batch's own statistics, to be gone back through.</summary>
/// <param name="rows">Places that a channel has in the batch.</param>
/// <param name="channels">Floats of a row.</param>
/// <param name="x">What was normalized.</param>
/// <param name="constants">Those of <see cref="Normalization.Constants"/>, with which it was.</param>
/// <param name="invStd">1/√(variance + eps) of each channel.</param>
/// <param name="gamma">Null for ones.</param>
/// <param name="dx">The gradient of x is written there.</param>
/// <param name="dgamma">Null where it is not wanted.</param>
/// <param name="dbeta">Null where it is not wanted.</param>
internal readonly unsafe struct NormalizationGradient(
    long rows, int channels, float* x, float* constants, float* invStd, float* gamma, float* dx, float* dgamma, float* dbeta)
{
    public long Rows => rows;

    public int Channels => channels;

    public float* X => x;

    public float* Constants => constants;

    public float* InvStd => invStd;

    public float* Gamma => gamma;

    public float* Dx => dx;

    public float* Dgamma => dgamma;

    public float* Dbeta => dbeta;
}
