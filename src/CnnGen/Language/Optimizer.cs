namespace CnnGen;

/// <summary>The rule by which a training step changes the weights. Defaults are Keras's: <c>keras/optimizers/</c>.</summary>
public enum Optimizer
{
    /// <summary>Gradient descent, with momentum if asked for. Learning rate 0.01.</summary>
    SGD,

    /// <summary>Adam. Learning rate 0.001, β₁ 0.9, β₂ 0.999, ε 1e-7.</summary>
    Adam,

    /// <summary>Adam with weight decay apart from the gradient. Learning rate 0.001, weight decay 0.004.</summary>
    AdamW,

    /// <summary>RMSprop. Learning rate 0.001, ρ 0.9, ε 1e-7.</summary>
    RMSprop,
}
