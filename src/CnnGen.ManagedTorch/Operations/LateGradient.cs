using CnnGen.ManagedTorch.Autograd;
using CnnGen.ManagedTorch.Kernels;
using CnnGen.ManagedTorch.Memory;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>
/// The gradient of an activation's input, not computed yet. If that input came from a batch normalization, whose step is next, this
/// applies the slope while it reads what came in: it has what it normalized at hand, and memory is passed over once less.
/// </summary>
internal abstract unsafe class LateGradient : Postponed
{
    private Node? _next;

    protected TensorImpl Incoming { get; private set; } = null!;

    /// <summary>The activation's output, from which its slope is known.</summary>
    protected TensorImpl Output { get; private set; } = null!;

    /// <summary>The gradient of what <paramref name="step"/> activated; null unless a batch normalization made that of its own statistics.</summary>
    public static Tensor? Of<TActivation>(Node step, Tensor gradient, TensorImpl output, TActivation activation)
        where TActivation : unmanaged, IActivation
    {
        var next = step.ProducerOf(0);
        if (next is null || !BatchNormOperation.IsTrainingStep(next) || output.Type != ScalarType.Float32 || !output.Has(MemoryLayout.ChannelsLast)) return null;
        using var incoming = Held.Arranged(gradient.Impl, MemoryLayout.ChannelsLast);
        return LateGradient<TActivation>.Of(next, incoming.Impl, output, activation);
    }

    /// <summary>Goes back through a normalization and the activation after it at once. False if there is no such activation, or its part is done.</summary>
    public static bool Normalize(Node step, TensorImpl gradient, in NormalizationGradient normalization) =>
        gradient.Storage.Awaited is LateGradient late && late.NormalizeWhole(step, gradient, normalization);

    protected abstract void Normalize(in NormalizationGradient normalization);

    protected void Begin(TensorImpl result, Node next, TensorImpl incoming, TensorImpl output)
    {
        (_next, Incoming, Output) = (next, incoming.Window(), output.Window());
        Begin(result.Storage, Incoming.Storage, Output.Storage);
    }

    protected override void Forget()
    {
        Incoming.Release();
        Output.Release();
        (_next, Incoming, Output) = (null, null!, null!);
    }

    private bool NormalizeWhole(Node step, TensorImpl gradient, in NormalizationGradient normalization)
    {
        lock (Gate)
        {
            // Another step may have passed the gradient on as it is: an addition does.
            if (!IsAwaitedBy(gradient.Storage) || _next != step) return false;
            if (gradient.Count != Output.Count || !gradient.Has(MemoryLayout.ChannelsLast)) return false;
            Normalize(normalization);
            return true;
        }
    }
}

/// <summary>The same for one activation.</summary>
internal sealed unsafe class LateGradient<TActivation> : LateGradient where TActivation : unmanaged, IActivation
{
    [ThreadStatic] private static Recycled<LateGradient<TActivation>>? s_recycled;

    private TActivation _activation;

    public static Tensor Of(Node next, TensorImpl incoming, TensorImpl output, TActivation activation)
    {
        var late = s_recycled?.Take() ?? new LateGradient<TActivation>();
        late._activation = activation;
        var result = TensorImpl.Postponed(output.Shape, ScalarType.Float32, MemoryLayout.ChannelsLast);
        late.Begin(result, next, incoming, output);
        return Tensor.Of(result);
    }

    protected override void Normalize(in NormalizationGradient normalization) =>
        Normalization.BatchBackward(normalization, Incoming.ReadFloats, _activation);

    protected override void Fill(byte* target) =>
        ActivationLoop.Backward(Output.Count, _activation, Incoming.ReadFloats, Output.ReadFloats, (float*)target);

    protected override void Forget()
    {
        base.Forget();
        (s_recycled ??= new Recycled<LateGradient<TActivation>>()).Put(this);
    }
}
