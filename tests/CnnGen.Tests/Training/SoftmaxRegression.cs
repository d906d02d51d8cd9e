namespace CnnGen.Tests;

/// <summary>
/// The smallest model that can be trained: one dense layer with softmax, trained by gradient descent with momentum, in plain C#.
/// Noise on the pixels stands for dropout, so that a wrong seed shows.
/// </summary>
internal sealed class SoftmaxRegression : ITrainableModel, ICnnModel<Prediction>
{
    private readonly int _inputs;
    private readonly int _classes;
    private readonly float[] _kernel;
    private readonly float[] _bias;
    private readonly long[] _steps = new long[1];
    private readonly double[] _sums = new double[3];

    public SoftmaxRegression(int height = 4, int width = 4, int classes = 3, string name = "softmax_regression", double noise = 0.1)
    {
        _inputs = height * width;
        _classes = classes;
        _kernel = new float[_inputs * classes];
        _bias = new float[classes];
        Noise = noise;
        long parameters = _kernel.Length + _bias.Length;
        Architecture = new ModelSummary(
            name,
            [new LayerSummary("dense", "Dense", [classes], parameters, parameters, _kernel.Length, 4 * classes, 1, [])],
            [height, width, 1]);
        Inputs = [new DataInput("image", height, width, 1)];
        Outputs = [new NetworkOutput("dense", PredictionKind.Probabilities, classes)];
    }

    public IReadOnlyList<DataInput> Inputs { get; }

    public IReadOnlyList<NetworkOutput> Outputs { get; }

    public Loss Loss { get; init; } = Loss.SparseCategoricalCrossentropy;

    /// <summary>What the target says of itself; training does not look at it.</summary>
    public double LossWeight { get; init; } = 1;

    public Metrics Metrics { get; init; } = Metrics.Accuracy | Metrics.Top5Accuracy | Metrics.MeanAbsoluteError;

    public IReadOnlyList<OutputTarget> Targets =>
    [
        new()
        {
            Target = Loss == Loss.SparseCategoricalCrossentropy ? DataTarget.ClassIndex("label", _classes) : DataTarget.OneHot("label", _classes),
            Loss = Loss,
            Weight = LossWeight,
            Metrics = Metrics,
        },
    ];

    public double Noise { get; }

    public ModelSummary Architecture { get; init; }

    public TrainingSettings Settings { get; init; } = new()
    {
        Epochs = 3,
        BatchSize = 8,
        LearningRate = 0.5,
        Seed = 1,
        Optimizer = Optimizer.SGD,
    };

    /// <summary>Those of <see cref="Metrics"/>.</summary>
    public IReadOnlyList<Measure> Measures =>
    [
        .. Metrics.HasFlag(Metrics.Accuracy) ? [Measure.Mean("accuracy", higherIsBetter: true)] : Array.Empty<Measure>(),
        .. Metrics.HasFlag(Metrics.Top5Accuracy) ? [Measure.Mean("top5_accuracy", higherIsBetter: true)] : Array.Empty<Measure>(),
        .. Metrics.HasFlag(Metrics.MeanAbsoluteError) ? [Measure.Mean("mean_absolute_error", higherIsBetter: false)] : Array.Empty<Measure>(),
    ];

    /// <summary>Called before each step with its number over all epochs, from 1; what it returns replaces the loss.</summary>
    public Func<long, double?> Fault { get; set; } = static _ => null;

    /// <summary>Labels of each batch that was trained with.</summary>
    public List<long[]> Trained { get; } = [];

    /// <summary>Pixels of the first image of each batch that was trained with.</summary>
    public List<float[]> TrainedImages { get; } = [];

    public bool Record { get; set; } = true;

    public float[] Kernel => _kernel;

    public IModelTrainer CreateTrainer(double learningRate) => new Trainer(this, learningRate);

    public IReadOnlyList<Weight> GetWeights() =>
    [
        new("dense.weight", [_classes, _inputs], _kernel.Clone() as Array ?? throw new InvalidOperationException()),
        new("dense.bias", [_classes], (Array)_bias.Clone()),
        new("steps", [], (Array)_steps.Clone()),
    ];

    public void SetWeights(IReadOnlyList<Weight> weights)
    {
        weights[0].Values.CopyTo(_kernel, 0);
        weights[1].Values.CopyTo(_bias, 0);
        weights[2].Values.CopyTo(_steps, 0);
    }

    public Prediction Read(OutputValues values) => values.Class(0);

    public void Predict(Batch batch, IReadOnlyList<Memory<float>> outputs)
    {
        for (int i = 0; i < batch.Count; i++)
        {
            Forward(batch.Inputs[0].Span.Slice(i * _inputs, _inputs), outputs[0].Span.Slice(i * _classes, _classes));
        }
    }

    public BatchResult Evaluate(Batch batch)
    {
        Span<float> output = stackalloc float[_classes];
        double loss = 0;
        long correct = 0;
        for (int i = 0; i < batch.Count; i++)
        {
            Forward(batch.Inputs[0].Span.Slice(i * _inputs, _inputs), output);
            int label = (int)batch.Targets[0].Labels.Span[i];
            loss -= Math.Log(output[label]);
            correct += Largest(output) == label ? 1 : 0;
        }

        return new BatchResult { Count = batch.Count, Loss = loss / batch.Count, Sums = Sums(correct, batch.Count) };
    }

    public void Dispose()
    {
    }

    // Of fewer than five classes every one is among the best five. The array is the model's: what reads it does so before the next step.
    private ReadOnlyMemory<double> Sums(long correct, int count)
    {
        int length = 0;
        Add(Metrics.Accuracy, correct);
        Add(Metrics.Top5Accuracy, count);
        Add(Metrics.MeanAbsoluteError, 0.25 * count);
        return _sums.AsMemory(0, length);

        void Add(Metrics metric, double sum)
        {
            // HasFlag would take memory in code that is not optimized.
            if ((Metrics & metric) != 0)
            {
                _sums[length++] = sum;
            }
        }
    }

    private void Forward(ReadOnlySpan<float> image, Span<float> output)
    {
        float sum = 0;
        for (int k = 0; k < _classes; k++)
        {
            float score = _bias[k];
            for (int i = 0; i < _inputs; i++)
            {
                score += _kernel[(k * _inputs) + i] * image[i];
            }

            sum += output[k] = MathF.Exp(score);
        }

        for (int k = 0; k < _classes; k++)
        {
            output[k] /= sum;
        }
    }

    private static int Largest(ReadOnlySpan<float> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }

    private sealed class Trainer(SoftmaxRegression model, double learningRate) : IModelTrainer
    {
        private const float Momentum = 0.5f;
        private readonly float[] _velocity = new float[model._kernel.Length + model._bias.Length];
        private readonly float[] _gradient = new float[model._kernel.Length + model._bias.Length];
        private float[]? _averages;
        private ulong _random = 1;

        public double LearningRate { get; set; } = learningRate;

        public void Seed(long seed) => _random = (ulong)seed | 1;

        public byte[] RandomState
        {
            get => BitConverter.GetBytes(_random);
            set => _random = BitConverter.ToUInt64(value);
        }

        public BatchResult Step(Batch batch, in TrainingStep step)
        {
            if (model.Record)
            {
                model.Trained.Add(batch.Targets[0].Labels.ToArray());
                model.TrainedImages.Add(batch.Inputs[0][..model._inputs].ToArray());
            }

            AddNoise(batch.Inputs[0].Span);
            BatchResult result = model.Evaluate(batch);
            if (model.Fault(model._steps[0] + 1) is { } loss)
            {
                result = result with { Loss = loss };
            }

            if (double.IsFinite(result.Loss))
            {
                Descend(batch, step);
                model._steps[0]++;
            }

            return result;
        }

        public void SwapAverages()
        {
            for (int i = 0; _averages is not null && i < _averages.Length; i++)
            {
                (Weight(i), _averages[i]) = (_averages[i], Weight(i));
            }
        }

        public void SaveState(BinaryWriter writer)
        {
            foreach (float value in _velocity.Concat(_averages ?? []))
            {
                writer.Write(value);
            }
        }

        public void LoadState(BinaryReader reader)
        {
            for (int i = 0; i < _velocity.Length; i++)
            {
                _velocity[i] = reader.ReadSingle();
            }

            if (reader.BaseStream.Position < reader.BaseStream.Length)
            {
                _averages = [.. _velocity.Select(_ => reader.ReadSingle())];
            }
        }

        public void Dispose()
        {
        }

        private ref float Weight(int index) => ref index < model._kernel.Length ? ref model._kernel[index] : ref model._bias[index - model._kernel.Length];

        private void Descend(Batch batch, in TrainingStep step)
        {
            if (step.IsFirst)
            {
                Array.Clear(_gradient);
            }

            Span<float> output = stackalloc float[model._classes];
            for (int n = 0; n < batch.Count; n++)
            {
                ReadOnlySpan<float> image = batch.Inputs[0].Span.Slice(n * model._inputs, model._inputs);
                model.Forward(image, output);
                output[(int)batch.Targets[0].Labels.Span[n]] -= 1;
                for (int k = 0; k < model._classes; k++)
                {
                    for (int i = 0; i < model._inputs; i++)
                    {
                        _gradient[(k * model._inputs) + i] += output[k] * image[i] / batch.Count * (float)step.Share;
                    }

                    _gradient[model._kernel.Length + k] += output[k] / batch.Count * (float)step.Share;
                }
            }

            if (step.IsLast)
            {
                Update(step);
            }
        }

        private void Update(in TrainingStep step)
        {
            float factor = Factor(step.ClipNorm);
            for (int i = 0; i < _velocity.Length; i++)
            {
                _velocity[i] = (Momentum * _velocity[i]) - ((float)LearningRate * factor * _gradient[i]);
                Weight(i) += _velocity[i];
            }

            if (step.AveragingShare > 0)
            {
                _averages ??= new float[_velocity.Length];
                for (int i = 0; i < _averages.Length; i++)
                {
                    _averages[i] += (float)step.AveragingShare * (Weight(i) - _averages[i]);
                }
            }
        }

        private float Factor(double clipNorm)
        {
            float squares = 0;
            foreach (float value in _gradient)
            {
                squares += value * value;
            }

            float norm = MathF.Sqrt(squares);
            return clipNorm > 0 && norm > clipNorm ? (float)clipNorm / norm : 1;
        }

        private void AddNoise(Span<float> pixels)
        {
            foreach (ref float pixel in pixels)
            {
                _random ^= _random << 13;
                _random ^= _random >> 7;
                _random ^= _random << 17;
                pixel += (float)(model.Noise * ((_random >> 40) / (double)(1 << 24)));
            }
        }
    }
}
