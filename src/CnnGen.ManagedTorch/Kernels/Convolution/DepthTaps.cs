using System.Numerics.Tensors;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// Between volumes (N×D×H×W×C) and images that hold, for every output slice, the slices it reads side by side in their
/// channels: N·OutD×H×W×(group, depth tap, channel of the group). Slices outside the volume are zeros.
/// </summary>
internal static unsafe class DepthTaps
{
    /// <summary>Lays the slices side by side.</summary>
    public static void Gather(in VolumeSize size, float* volume, float* images) =>
        WorkTeam.Run(size.N * size.OutD, new GatherWork(size, volume, images));

    /// <summary>The way back: adds up, for each slice, what the images hold of it.</summary>
    public static void Sum(in VolumeSize size, float* images, float* volume) =>
        WorkTeam.Run(size.N * size.D, new SumWork(size, images, volume));

    private readonly struct GatherWork(VolumeSize s, float* volume, float* images) : IWork
    {
        public void Run(int part)
        {
            (int n, int od) = Math.DivRem(part, s.OutD);
            int channels = s.Slice.C, run = s.Slice.GroupC;
            long slice = s.Pixels * channels;
            float* image = images + part * slice * s.KernelD;
            for (int kd = 0; kd < s.KernelD; kd++)
            {
                int d = od * s.StrideD - s.PadFront + kd * s.DilationD;
                float* source = (uint)d < (uint)s.D ? volume + ((long)n * s.D + d) * slice : null;
                for (int g = 0; g < s.Slice.Groups; g++)
                {
                    float* target = image + ((long)g * s.KernelD + kd) * run;
                    CopyRuns(source == null ? null : source + (long)g * run, target, run, channels);
                }
            }
        }

        private void CopyRuns(float* source, float* target, int run, int channels)
        {
            long step = (long)channels * s.KernelD;
            for (long p = 0; p < s.Pixels; p++, target += step)
            {
                var place = new Span<float>(target, run);
                if (source == null) place.Clear();
                else new ReadOnlySpan<float>(source + p * channels, run).CopyTo(place);
            }
        }
    }

    private readonly struct SumWork(VolumeSize s, float* images, float* volume) : IWork
    {
        public void Run(int part)
        {
            (int n, int d) = Math.DivRem(part, s.D);
            int channels = s.Slice.C, run = s.Slice.GroupC;
            long slice = s.Pixels * channels;
            float* target = volume + part * slice;
            new Span<float>(target, checked((int)slice)).Clear();
            for (int kd = 0; kd < s.KernelD; kd++)
            {
                (int od, int rest) = Math.DivRem(d + s.PadFront - kd * s.DilationD, s.StrideD);
                if (rest != 0 || (uint)od >= (uint)s.OutD)
                {
                    continue;
                }

                float* image = images + ((long)n * s.OutD + od) * slice * s.KernelD;
                for (int g = 0; g < s.Slice.Groups; g++)
                {
                    AddRuns(image + ((long)g * s.KernelD + kd) * run, target + (long)g * run, run, channels);
                }
            }
        }

        private void AddRuns(float* source, float* target, int run, int channels)
        {
            long step = (long)channels * s.KernelD;
            for (long p = 0; p < s.Pixels; p++, source += step, target += channels)
            {
                var sum = new Span<float>(target, run);
                TensorPrimitives.Add(sum, new ReadOnlySpan<float>(source, run), sum);
            }
        }
    }
}
