using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers about one parameter.</summary>
public abstract class OptimizerState
{
    protected Parameter _parameter;

    protected OptimizerState(Parameter parameter)
    {
        _parameter = parameter;
    }

    /// <summary>Back to the start.</summary>
    public abstract void Initialize(OptimizerOptions options);

    public abstract void SaveStateDict(BinaryWriter writer);

    public abstract void LoadStateDict(BinaryReader reader);

    public abstract void LoadStateDict(OptimizerState source);

    public virtual bool ApproximatelyEquals(OptimizerState other) => false;

    public virtual void to(Device device) => RequireCpu(device);

    protected internal static void SaveConditionalStateTensor(BinaryWriter writer, Tensor? tensor)
    {
        writer.Write(tensor is not null);
        tensor?.Save(writer);
    }

    protected internal static void LoadConditionalStateTensor(BinaryReader reader, ref Tensor? result, Device device)
    {
        RequireCpu(device);
        var present = reader.ReadBoolean();
        if (present)
        {
            TensorExtensionMethods.Load(ref result, reader);
            result!.DetachFromDisposeScope();
            return;
        }

        result?.Dispose();
        result = null;
    }

    internal static Tensor Zeros(Parameter parameter) => zeros_like(parameter).DetachFromDisposeScope();

    internal static Tensor? Copy(Tensor? source, Tensor? replaced)
    {
        replaced?.Dispose();
        using var noGrad = no_grad();
        return source?.clone().DetachFromDisposeScope();
    }

    internal static bool Close(Tensor? a, Tensor? b) =>
        a is null || b is null ? a is null && b is null : a.allclose(b);
}
