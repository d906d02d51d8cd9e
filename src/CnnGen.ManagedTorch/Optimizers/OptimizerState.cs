using CnnGen.ManagedTorch;
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

    /// <summary>A copy that fits the parameter, in the place of another.</summary>
    internal static Tensor? Copy(Tensor? source, Tensor? replaced, Parameter parameter)
    {
        if (source is not null) RequireFits(source.Impl, parameter.Impl);
        var copy = source is null ? null : Tensor.Unscoped(source.Impl.CopyIn(parameter.Impl.Layout));
        replaced?.Dispose();
        return copy;
    }

    /// <summary>What was loaded, in the parameter's order in memory.</summary>
    internal static Tensor? Fitted(Tensor? loaded, Parameter parameter)
    {
        if (loaded is null) return null;
        RequireFits(loaded.Impl, parameter.Impl);
        return loaded.Impl.Has(parameter.Impl.Layout) ? loaded : Copy(loaded, loaded, parameter);
    }

    /// <summary>Where the elements lie that a kernel goes through beside the parameter's; null for none.</summary>
    internal static unsafe float* Elements(Tensor? state, TensorImpl parameter)
    {
        if (state is null) return null;
        RequireFits(state.Impl, parameter);
        if (!state.Impl.Has(parameter.Layout)) throw TorchError.Create("optimizer state: its elements must lie in memory as those of its parameter do");
        return state.Impl.Floats;
    }

    internal static bool Close(Tensor? a, Tensor? b) =>
        a is null || b is null ? a is null && b is null : a.allclose(b);

    private static void RequireFits(TensorImpl state, TensorImpl parameter)
    {
        if (state.Type == parameter.Type && state.HasShape(parameter.Shape)) return;
        throw TorchError.Create(
            $"optimizer state: {state.Type} of shape {Geometry.Format(state.Shape)} is not that of a parameter of {parameter.Type} and shape " +
            $"{Geometry.Format(parameter.Shape)}; load what was saved for the same parameters");
    }
}
