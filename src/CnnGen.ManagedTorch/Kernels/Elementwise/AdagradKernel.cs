namespace CnnGen.ManagedTorch.Kernels;

/// <summary>One step of Adagrad: a single pass over a parameter, its gradient and the sum of its squared gradients.</summary>
internal static unsafe class AdagradKernel
{
    public static void Step(
        long n, float* parameter, float* gradient, float* sum, double learningRate, double epsilon, double weightDecay) =>
        LaneLoop.Run(n, new Operation(parameter, gradient, sum, (float)learningRate, (float)epsilon, (float)weightDecay));

    private readonly struct Operation(float* parameter, float* gradient, float* sum, float learningRate, float epsilon, float weightDecay) : ILaneOperation
    {
        public void Apply<T>(long i) where T : struct, ILanes<T>
        {
            T value = T.Load(parameter + i);
            T slope = T.MultiplyAdd(value, T.Create(weightDecay), T.Load(gradient + i));
            T squares = T.MultiplyAdd(slope, slope, T.Load(sum + i));
            squares.Store(sum + i);
            (value - slope * T.Create(learningRate) / (T.Sqrt(squares) + T.Create(epsilon))).Store(parameter + i);
        }
    }
}
