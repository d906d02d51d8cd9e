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
}
