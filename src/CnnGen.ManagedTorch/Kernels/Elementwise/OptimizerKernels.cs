namespace CnnGen.ManagedTorch.Kernels;

/// <summary>One step of PyTorch's optimizers: a single pass over a parameter, its gradient and its state.</summary>
internal static unsafe class OptimizerKernels
{
    /// <summary>
    /// Stochastic gradient descent. <paramref name="buffer"/> may be null where momentum is 0;
    /// on the <paramref name="first"/> step it is set to the gradient.
    /// </summary>
    public static void Sgd(
        long n, float* parameter, float* gradient, float* buffer,
        double learningRate, double momentum, double dampening, double weightDecay, bool nesterov, bool first, bool maximize)
    {
        if (momentum == 0)
        {
            LaneLoop.Run(n, new PlainSgd(parameter, gradient, (float)learningRate, (float)weightDecay, maximize ? -1 : 1));
            return;
        }

        // The first step's buffer is the gradient itself, whatever the buffer held.
        float keep = first ? 0 : (float)momentum, take = first ? 1 : (float)(1 - dampening);
        var step = new MomentumSgd(parameter, gradient, buffer, (float)learningRate, (float)weightDecay, maximize ? -1 : 1, keep, take,
            nesterov ? 1 : 0, nesterov ? (float)momentum : 1);
        if (first)
        {
            Elementwise.Fill(n, 0, buffer);
        }

        LaneLoop.Run(n, step);
    }

    /// <summary>Adam; <paramref name="largest"/> (the largest second moment) is null unless amsgrad. Steps count from 1.</summary>
    public static void Adam(
        long n, float* parameter, float* gradient, float* first, float* second, float* largest,
        double learningRate, double beta1, double beta2, double epsilon, double weightDecay, long step, bool maximize) =>
        AdamStep(n, parameter, gradient, first, second, largest, learningRate, beta1, beta2, epsilon, weightDecay, keep: 1, step, maximize);

    /// <summary>Adam with weight decay apart from the gradient.</summary>
    public static void AdamW(
        long n, float* parameter, float* gradient, float* first, float* second, float* largest,
        double learningRate, double beta1, double beta2, double epsilon, double weightDecay, long step, bool maximize) =>
        AdamStep(n, parameter, gradient, first, second, largest, learningRate, beta1, beta2, epsilon, weightDecay: 0,
            keep: 1 - learningRate * weightDecay, step, maximize);

    /// <summary>RMSprop; <paramref name="average"/> (of gradients) is null unless centered, <paramref name="buffer"/> unless momentum is above 0.</summary>
    public static void RmsProp(
        long n, float* parameter, float* gradient, float* square, float* average, float* buffer,
        double learningRate, double alpha, double epsilon, double weightDecay, double momentum, bool maximize) =>
        LaneLoop.Run(n, new RmsPropStep(parameter, gradient, square, average, buffer,
            (float)learningRate, (float)alpha, (float)(1 - alpha), (float)epsilon, (float)weightDecay, (float)momentum, maximize ? -1 : 1));

    private static void AdamStep(
        long n, float* parameter, float* gradient, float* first, float* second, float* largest,
        double learningRate, double beta1, double beta2, double epsilon, double weightDecay, double keep, long step, bool maximize)
    {
        double stepSize = learningRate / (1 - Math.Pow(beta1, step));
        double rootScale = 1 / Math.Sqrt(1 - Math.Pow(beta2, step));
        LaneLoop.Run(n, new AdamOperation(parameter, gradient, first, second, largest, (float)beta1, (float)(1 - beta1), (float)beta2, (float)(1 - beta2),
            (float)stepSize, (float)rootScale, (float)epsilon, (float)weightDecay, (float)keep, maximize ? -1 : 1));
    }

    private readonly struct PlainSgd(float* parameter, float* gradient, float learningRate, float weightDecay, float sign) : ILaneOperation
    {
        public void Apply<T>(long i) where T : struct, ILanes<T>
        {
            T value = T.Load(parameter + i);
            T slope = T.MultiplyAdd(value, T.Create(weightDecay), T.Load(gradient + i) * T.Create(sign));
            (value - slope * T.Create(learningRate)).Store(parameter + i);
        }
    }

    private readonly struct MomentumSgd(
        float* parameter, float* gradient, float* buffer, float learningRate, float weightDecay, float sign,
        float keep, float take, float ofGradient, float ofBuffer) : ILaneOperation
    {
        public void Apply<T>(long i) where T : struct, ILanes<T>
        {
            T value = T.Load(parameter + i);
            T slope = T.MultiplyAdd(value, T.Create(weightDecay), T.Load(gradient + i) * T.Create(sign));
            T velocity = T.MultiplyAdd(T.Load(buffer + i), T.Create(keep), slope * T.Create(take));
            velocity.Store(buffer + i);
            T direction = T.MultiplyAdd(velocity, T.Create(ofBuffer), slope * T.Create(ofGradient));
            (value - direction * T.Create(learningRate)).Store(parameter + i);
        }
    }

    private readonly struct AdamOperation(
        float* parameter, float* gradient, float* first, float* second, float* largest, float beta1, float rest1, float beta2, float rest2,
        float stepSize, float rootScale, float epsilon, float weightDecay, float keep, float sign) : ILaneOperation
    {
        public void Apply<T>(long i) where T : struct, ILanes<T>
        {
            T value = T.Load(parameter + i);
            T slope = T.MultiplyAdd(value, T.Create(weightDecay), T.Load(gradient + i) * T.Create(sign));
            T mean = T.MultiplyAdd(T.Load(first + i), T.Create(beta1), slope * T.Create(rest1));
            T square = T.MultiplyAdd(T.Load(second + i), T.Create(beta2), slope * slope * T.Create(rest2));
            mean.Store(first + i);
            square.Store(second + i);
            if (largest != null)
            {
                square = T.Max(square, T.Load(largest + i));
                square.Store(largest + i);
            }

            T root = T.MultiplyAdd(T.Sqrt(square), T.Create(rootScale), T.Create(epsilon));
            (value * T.Create(keep) - mean * T.Create(stepSize) / root).Store(parameter + i);
        }
    }

    private readonly struct RmsPropStep(
        float* parameter, float* gradient, float* square, float* average, float* buffer,
        float learningRate, float alpha, float rest, float epsilon, float weightDecay, float momentum, float sign) : ILaneOperation
    {
        public void Apply<T>(long i) where T : struct, ILanes<T>
        {
            T value = T.Load(parameter + i);
            T slope = T.MultiplyAdd(value, T.Create(weightDecay), T.Load(gradient + i) * T.Create(sign));
            T second = T.MultiplyAdd(T.Load(square + i), T.Create(alpha), slope * slope * T.Create(rest));
            second.Store(square + i);
            if (average != null)
            {
                T mean = T.MultiplyAdd(T.Load(average + i), T.Create(alpha), slope * T.Create(rest));
                mean.Store(average + i);
                second -= mean * mean;
            }

            T direction = slope / (T.Sqrt(second) + T.Create(epsilon));
            if (buffer != null)
            {
                direction = T.MultiplyAdd(T.Load(buffer + i), T.Create(momentum), direction);
                direction.Store(buffer + i);
            }

            (value - direction * T.Create(learningRate)).Store(parameter + i);
        }
    }
}
