using CnnGen.Generator.Text;

namespace CnnGen.Generator.Emission;

/// <summary>The classes that train a network of whatever layers with whatever loss: one text, for all models of a project.</summary>
internal static class TrainerText
{
    /// <summary>The class that the training loop drives, as models name it.</summary>
    public const string Trainer = Library.Root + ".Generated.NetworkTrainer";

    /// <summary>The base class of optimizers that TorchSharp lacks.</summary>
    public const string WrittenOptimizer = Library.Root + ".Generated.WrittenOptimizer";

    /// <summary>The source, in the namespace of the shared file.</summary>
    public static string Text => $$"""

        /// <summary>What an output of a network gives for a batch, what it should give, and the loss between the two, if that is not the network's.</summary>
        internal readonly record struct Compared(torch.Tensor Logits, torch.Tensor Targets, torch.Tensor? Loss = null);

        /// <summary>A network's loss for a batch, and what it comes from.</summary>
        internal readonly record struct Comparison
        {
            public Comparison(torch.Tensor loss, params Compared[] outputs) => (Loss, Outputs) = (loss, outputs);

            public torch.Tensor Loss { get; }

            public Compared[] Outputs { get; }
        }

        /// <summary>A network together with its optimizer.</summary>
        {{StateEmitter.Marks}}
        internal sealed class NetworkTrainer : IModelTrainer
        {
            private readonly NetworkState _state;
            private readonly IOptimizer _optimizer;
            private readonly Func<Batch, Comparison> _compare;
            private readonly Func<int, double, Comparison, BatchResult> _measure;
            private WeightAverages? _averages;

            public NetworkTrainer(
                NetworkState state, IOptimizer optimizer, Func<Batch, Comparison> compare,
                Func<int, double, Comparison, BatchResult> measure) =>
                (_state, _optimizer, _compare, _measure) = (state, optimizer, compare, measure);

            /// <summary>How much of itself a weight loses in a step, times the learning rate, where the optimizer does not see to that.</summary>
            public double WeightDecay { get; init; }

            /// <summary>Holds the weights to what they may be, outside of the gradients.</summary>
            public Action? Constrain { get; init; }

            // The optimizer is the one place that knows the rate: a loaded state brings its own.
            public double LearningRate { get => _optimizer.LearningRate; set => _optimizer.LearningRate = value; }

            /// <summary>Loss and metrics of a batch, in inference mode.</summary>
            public static BatchResult Evaluate(
                NetworkState state, Batch batch, Func<Batch, Comparison> compare,
                Func<int, double, Comparison, BatchResult> measure)
            {
                using var pass = state.Predicting();
                using var scope = torch.NewDisposeScope();
                using var noGrad = torch.no_grad();
                var found = compare(batch);
                return measure(batch.Count, found.Loss.item<float>(), found);
            }

            /// <summary>The places of the labels that stand for a class.</summary>
            public static torch.Tensor Kept(ReadOnlySpan<long> labels, long ignored, torch.Device device)
            {
                var kept = new List<long>(labels.Length);
                for (int i = 0; i < labels.Length; i++)
                {
                    if (labels[i] != ignored)
                    {
                        kept.Add(i);
                    }
                }

                return torch.tensor(kept.ToArray(), new long[] { kept.Count }, torch.int64).to(device);
            }

            public void Seed(long seed) => torch.manual_seed(seed);

            public byte[] RandomState
            {
                get
                {
                    using var state = torch.random.get_rng_state();
                    return state.data<byte>().ToArray();
                }
                set
                {
                    using var state = torch.tensor(value);
                    torch.random.set_rng_state(state);
                }
            }

            public BatchResult Step(Batch batch, in TrainingStep step)
            {
                using var pass = _state.Training();
                using var scope = torch.NewDisposeScope();
                if (step.IsFirst)
                {
                    _optimizer.ZeroGrad();
                }

                var found = _compare(batch);
                double loss = found.Loss.item<float>();

                // Gradients of a loss that is not a number would make the weights the same.
                if (double.IsFinite(loss))
                {
                    (step.Share == 1 ? found.Loss : found.Loss * step.Share).backward();
                    if (step.IsLast)
                    {
                        Update(step);
                    }
                }

                return _measure(batch.Count, loss, found);
            }

            public void SwapAverages()
            {
                using var pass = _state.Changing();
                _averages?.Swap();
            }

            public void SaveState(BinaryWriter writer)
            {
                _optimizer.Save(writer);
                writer.Write(_averages is not null);
                _averages?.Save(writer);
            }

            public void LoadState(BinaryReader reader)
            {
                _optimizer.Load(reader);
                if (reader.ReadBoolean())
                {
                    _averages ??= new WeightAverages(_state.Numbers);
                    _averages.Load(reader);
                }
            }

            public void Dispose()
            {
                _averages?.Dispose();
                _optimizer.Dispose();
            }

            private void Update(in TrainingStep step)
            {
                using var noGrad = torch.no_grad();
                if (step.ClipNorm > 0)
                {
                    torch.nn.utils.clip_grad_norm_(_state.TrainableWeights.Where(static weight => weight.grad is not null), step.ClipNorm);
                }

                Decay();
                _optimizer.Step();
                Constrain?.Invoke();
                if (step.AveragingShare > 0)
                {
                    _averages ??= new WeightAverages(_state.Numbers);
                    _averages.Add(step.AveragingShare);
                }
            }

            // As in Keras, the decay is of the weights and does not pass through the optimizer's averages.
            private void Decay()
            {
                if (WeightDecay > 0)
                {
                    foreach (var weight in _state.TrainableWeights)
                    {
                        weight.mul_(1.0 - (LearningRate * WeightDecay));
                    }
                }
            }
        }

        /// <summary>Running averages of a network's weights, moving means and variances included.</summary>
        {{StateEmitter.Marks}}
        internal sealed class WeightAverages : IDisposable
        {
            private readonly torch.Tensor[] _weights;
            private readonly torch.Tensor[] _averages;

            public WeightAverages(IEnumerable<torch.Tensor> weights)
            {
                using var noGrad = torch.no_grad();
                _weights = weights.ToArray();
                _averages = Array.ConvertAll(_weights, static weight => weight.clone().detach().DetachFromDisposeScope());
            }

            public void Add(double share)
            {
                for (int i = 0; i < _weights.Length; i++)
                {
                    _averages[i].mul_(1 - share).add_(_weights[i], share);
                }
            }

            public void Swap()
            {
                using var scope = torch.NewDisposeScope();
                using var noGrad = torch.no_grad();
                for (int i = 0; i < _weights.Length; i++)
                {
                    var weight = _weights[i].clone();
                    _weights[i].copy_(_averages[i]);
                    _averages[i].copy_(weight);
                }
            }

            public void Save(BinaryWriter writer)
            {
                foreach (var average in _averages)
                {
                    TensorBytes.Write(writer, average);
                }
            }

            public void Load(BinaryReader reader)
            {
                using var noGrad = torch.no_grad();
                foreach (var average in _averages)
                {
                    TensorBytes.Read(reader, average);
                }
            }

            public void Dispose()
            {
                foreach (var average in _averages)
                {
                    average.Dispose();
                }
            }
        }

        /// <summary>A tensor's values as bytes.</summary>
        {{StateEmitter.Marks}}
        internal static class TensorBytes
        {
            // A span of all bytes at once would have at most 2 GiB.
            private const int Piece = 1 << 22;

            public static void Write(BinaryWriter writer, torch.Tensor tensor)
            {
                using var scope = torch.NewDisposeScope();
                ReadOnlySpan<float> left = tensor.cpu().data<float>().ToArray();
                while (left.Length > 0)
                {
                    var piece = left.Slice(0, left.Length < Piece ? left.Length : Piece);
                    writer.Write(MemoryMarshal.AsBytes(piece));
                    left = left.Slice(piece.Length);
                }
            }

            public static void Read(BinaryReader reader, torch.Tensor tensor)
            {
                using var scope = torch.NewDisposeScope();
                var values = new float[tensor.numel()];
                var left = values.AsSpan();
                while (left.Length > 0)
                {
                    var piece = left.Slice(0, left.Length < Piece ? left.Length : Piece);
                    reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(piece));
                    left = left.Slice(piece.Length);
                }

                tensor.copy_(torch.tensor(values, tensor.shape, torch.float32));
            }
        }

        /// <summary>What training needs of an optimizer.</summary>
        internal interface IOptimizer : IDisposable
        {
            double LearningRate { get; set; }

            void ZeroGrad();

            void Step();

            void Save(BinaryWriter writer);

            void Load(BinaryReader reader);
        }

        /// <summary>An optimizer of TorchSharp's.</summary>
        {{StateEmitter.Marks}}
        internal sealed class TorchOptimizer : IOptimizer
        {
            private readonly global::TorchSharp.Modules.OptimizerHelper _optimizer;

            public TorchOptimizer(global::TorchSharp.Modules.OptimizerHelper optimizer) => _optimizer = optimizer;

            public double LearningRate
            {
                get => _optimizer.ParamGroups.First().LearningRate;
                set
                {
                    foreach (var group in _optimizer.ParamGroups)
                    {
                        group.LearningRate = value;
                    }
                }
            }

            public void ZeroGrad() => _optimizer.zero_grad();

            public void Step() => _optimizer.step();

            public void Save(BinaryWriter writer) => _optimizer.save_state_dict(writer);

            public void Load(BinaryReader reader) => _optimizer.load_state_dict(reader);

            public void Dispose() => _optimizer.Dispose();
        }

        /// <summary>An optimizer that TorchSharp lacks, or has with other arithmetic than Keras's: what is not arithmetic in it.</summary>
        {{StateEmitter.Marks}}
        internal abstract class WrittenOptimizer : IOptimizer
        {
            protected readonly global::TorchSharp.Modules.Parameter[] _weights;
            protected long _step;

            // A number that it keeps for all weights, and the tensors that it keeps for each of them.
            protected double _kept;
            private readonly torch.Tensor[][] _slots;

            protected WrittenOptimizer(
                    IEnumerable<global::TorchSharp.Modules.Parameter> weights, double learningRate, double kept, params double[] starts)
            {
                using var noGrad = torch.no_grad();
                _weights = weights.ToArray();
                _slots = Array.ConvertAll(starts, start => Array.ConvertAll(_weights, weight => torch.full_like(weight, start).DetachFromDisposeScope()));
                _kept = kept;
                LearningRate = learningRate;
            }

            public double LearningRate { get; set; }

            public void ZeroGrad()
            {
                foreach (var weight in _weights)
                {
                    weight.grad?.zero_();
                }
            }

            public abstract void Step();

            public void Save(BinaryWriter writer)
            {
                using var scope = torch.NewDisposeScope();
                writer.Write(_step);
                writer.Write(LearningRate);
                writer.Write(_kept);
                foreach (var tensor in _slots.SelectMany(static slot => slot))
                {
                    TensorBytes.Write(writer, tensor);
                }
            }

            public void Load(BinaryReader reader)
            {
                using var scope = torch.NewDisposeScope();
                using var noGrad = torch.no_grad();
                _step = reader.ReadInt64();
                LearningRate = reader.ReadDouble();
                _kept = reader.ReadDouble();
                foreach (var tensor in _slots.SelectMany(static slot => slot))
                {
                    TensorBytes.Read(reader, tensor);
                }
            }

            public void Dispose()
            {
                foreach (var tensor in _slots.SelectMany(static slot => slot))
                {
                    tensor.Dispose();
                }
            }

            /// <summary>What it keeps for a weight under one of its names.</summary>
            protected torch.Tensor Slot(int slot, int weight) => _slots[slot][weight];
        }

        """;
}
