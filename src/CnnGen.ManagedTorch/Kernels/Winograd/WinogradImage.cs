namespace CnnGen.ManagedTorch.Kernels;

/// <summary>An NHWC image from which tiles are taken, which may reach over its borders.</summary>
/// <param name="pixels">The first pixel.</param>
/// <param name="zeros">What a row outside the image is read from: as many floats as a row of a tile has.</param>
internal readonly unsafe struct WinogradImage(float* pixels, int h, int w, int c, float* zeros)
{
    public int C { get; } = c;

    /// <summary>The row y from column left on. What the row has outside the image may not be read; a row that is outside is zeros.</summary>
    public float* Row(int y, int left) => y < 0 || y >= h ? zeros : pixels + ((long)y * w + left) * C;

    /// <summary>Which of the columns left, left + 1, … lie within the image.</summary>
    public (int From, int To) Inside(int left, int count)
    {
        int from = Math.Clamp(-left, 0, count);
        return (from, Math.Clamp(w - left, from, count));
    }
}
