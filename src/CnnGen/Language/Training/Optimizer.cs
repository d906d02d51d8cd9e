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

    /// <summary>Adam with the largest gradient in place of the mean square. Learning rate 0.001, β₁ 0.9, β₂ 0.999, ε 1e-7.</summary>
    Adamax,

    /// <summary>Adam that looks ahead along its mean. Learning rate 0.001, β₁ 0.9, β₂ 0.999, ε 1e-7.</summary>
    Nadam,

    /// <summary>Steps that become smaller with the sum of the squared gradients. Learning rate 0.001, ε 1e-7.</summary>
    Adagrad,

    /// <summary>Steps in the proportion of the last ones to the gradients. Learning rate 0.001, ρ 0.95, ε 1e-7.</summary>
    Adadelta,

    /// <summary>Steps of one size in the direction of the mean's sign. Learning rate 0.001, β₁ 0.9, β₂ 0.99.</summary>
    Lion,
}
