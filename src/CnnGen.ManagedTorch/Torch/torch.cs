using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Autograd;
using CnnGen.ManagedTorch.Kernels;

namespace TorchSharp;

/// <summary>The entry to everything, as in TorchSharp; here in managed code.</summary>
public static partial class torch
{
    private static ScalarType s_defaultType = ScalarType.Float32;

    /// <summary>Nothing is recorded for gradients until the result is disposed.</summary>
    public static IDisposable no_grad() => GradMode.Set(false);

    public static IDisposable enable_grad(bool enabled = true) => GradMode.Set(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => GradMode.Set(mode);

    public static IDisposable inference_mode(bool mode = true) => GradMode.Set(!mode && GradMode.Enabled);

    public static bool is_grad_enabled() => GradMode.Enabled;

    /// <summary>Tensors made from now on, on this thread, are disposed with the scope unless they are moved out of it.</summary>
    public static DisposeScope NewDisposeScope() => new();

    public static DisposeScope? CurrentDisposeScope => DisposeScope.Current;

    /// <summary>Runs an expression in a scope of its own; only its result survives.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }

    public static void set_num_threads(int num) => WorkTeam.Threads = num;

    public static int get_num_threads() => WorkTeam.Threads;

    public static ScalarType get_default_dtype() => s_defaultType;

    public static void set_default_dtype(ScalarType dtype)
    {
        if (!dtype.IsFloating()) throw new ArgumentException("only floating-point types are supported as the default type");
        s_defaultType = dtype;
    }

    public static Device get_default_device() => CPU;
}
