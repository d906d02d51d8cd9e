namespace CnnGen;

/// <summary>An activation function, applied to each value; softmax over the last axis. Keras: <c>keras/activations.py</c>.</summary>
public enum Activation
{
    /// <summary>x: no activation.</summary>
    Linear,

    /// <summary>max(x, 0).</summary>
    ReLU,

    /// <summary>x where x &gt; 0, else 0.2·x: the slope of Keras 3's function. The layer <see cref="LeakyReLUAttribute"/> starts from 0.3.</summary>
    LeakyReLU,

    /// <summary>x where x &gt; 0, else eˣ − 1.</summary>
    ELU,

    /// <summary>x·Φ(x) with the normal distribution's Φ, exact rather than approximated by tanh.</summary>
    GELU,

    /// <summary>x·sigmoid(x), also called swish.</summary>
    SiLU,

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    Sigmoid,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>eˣ over the sum of eˣ: values between 0 and 1 that add up to 1.</summary>
    Softmax,

    /// <summary>x held between 0 and 6.</summary>
    ReLU6,

    /// <summary>1.0507·x where x &gt; 0, else 1.7581·(eˣ − 1): keeps mean 0 and variance 1.</summary>
    SELU,

    /// <summary>x where x &gt; 0, else eˣ − 1.</summary>
    CELU,

    /// <summary>log(1 + eˣ).</summary>
    Softplus,

    /// <summary>x / (1 + |x|).</summary>
    Softsign,

    /// <summary>eˣ.</summary>
    Exponential,

    /// <summary>x / 6 + ½, held between 0 and 1: that of Keras 3 and PyTorch; Keras 2 has 0.2·x + ½.</summary>
    HardSigmoid,

    /// <summary>x times its hard sigmoid, also called hard swish.</summary>
    HardSiLU,

    /// <summary>x held between -1 and 1.</summary>
    HardTanh,

    /// <summary>The logarithm of the sigmoid.</summary>
    LogSigmoid,

    /// <summary>The logarithm of the softmax.</summary>
    LogSoftmax,

    /// <summary>x·tanh(log(1 + eˣ)).</summary>
    Mish,

    /// <summary>x − tanh(x).</summary>
    TanhShrink,

    /// <summary>x moved by ½ towards 0; 0 between -½ and ½.</summary>
    SoftShrink,

    /// <summary>x; 0 between -½ and ½.</summary>
    HardShrink,

    /// <summary>(x + √(x² + 4)) / 2.</summary>
    Squareplus,

    /// <summary>0 up to -1, x from 1 on, (x + 1)² / 4 between.</summary>
    SparsePlus,

    /// <summary>(x + 1) / 2, held between 0 and 1.</summary>
    SparseSigmoid,
}
