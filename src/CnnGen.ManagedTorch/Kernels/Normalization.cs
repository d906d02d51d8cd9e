namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Batch normalization over rows of channels.</summary>
internal static unsafe class Normalization
{
    /// <summary>Mean and biased variance of each channel over all rows.</summary>
    public static void BatchStatistics(long rows, int channels, float* x, float* mean, float* variance)
    {
        for (int c = 0; c < channels; c++)
        {
            double sum = 0, squares = 0;
            for (long r = 0; r < rows; r++) sum += x[r * channels + c];
            double m = sum / rows;
            for (long r = 0; r < rows; r++) squares += (x[r * channels + c] - m) * (x[r * channels + c] - m);
            (mean[c], variance[c]) = ((float)m, (float)(squares / rows));
        }
    }

    /// <summary>y = (x - mean)·invStd·gamma + beta; gamma and beta may be null. y may be x.</summary>
    public static void BatchApply(long rows, int channels, float* x, float* mean, float* invStd, float* gamma, float* beta, float* y)
    {
        for (long r = 0; r < rows; r++)
        {
            for (int c = 0; c < channels; c++)
            {
                float value = (x[r * channels + c] - mean[c]) * invStd[c];
                y[r * channels + c] = value * (gamma == null ? 1 : gamma[c]) + (beta == null ? 0 : beta[c]);
            }
        }
    }

    /// <summary>The gradients through statistics of this batch; gamma, dx, dgamma and dbeta may be null.</summary>
    public static void BatchBackward(
        long rows, int channels, float* x, float* dy, float* mean, float* invStd, float* gamma, float* dx, float* dgamma, float* dbeta)
    {
        for (int c = 0; c < channels; c++)
        {
            double sum = 0, dot = 0;
            for (long r = 0; r < rows; r++)
            {
                long i = r * channels + c;
                sum += dy[i];
                dot += dy[i] * (double)((x[i] - mean[c]) * invStd[c]);
            }

            if (dgamma != null) dgamma[c] = (float)dot;
            if (dbeta != null) dbeta[c] = (float)sum;
            if (dx == null) continue;
            double scale = (gamma == null ? 1 : gamma[c]) * invStd[c];
            for (long r = 0; r < rows; r++)
            {
                long i = r * channels + c;
                dx[i] = (float)(scale * (dy[i] - sum / rows - (x[i] - mean[c]) * invStd[c] * dot / rows));
            }
        }
    }
}
