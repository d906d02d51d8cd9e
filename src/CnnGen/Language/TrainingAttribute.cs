namespace CnnGen;

/// <summary>
/// Gives the model <c>Fit</c> and <c>Evaluate</c>, written out for this optimizer, loss and these metrics, and checks that the
/// data set fits: its images the input, its classes the last layer. Defaults are Keras's: <c>keras/optimizers/</c>,
/// <c>Model.fit</c> in <c>keras/engine/training.py</c>.
/// </summary>
/// <typeparam name="TData">A class that carries an <see cref="ImageDataAttribute"/>: <see cref="Mnist"/>, or one's own.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TrainingAttribute<TData> : Attribute
{
    private double? _learningRate;
    private double? _weightDecay;

    /// <summary>The optimizer. Default: Adam.</summary>
    public Optimizer Optimizer { get; set; } = Optimizer.Adam;

    /// <summary>The step size. Default: 0.01 for SGD, 0.001 for the others.</summary>
    public double LearningRate { get => _learningRate ?? (Optimizer == Optimizer.SGD ? 0.01 : 0.001); set => _learningRate = value; }

    /// <summary>SGD and RMSprop: the share of the last step that is taken again. Default 0.</summary>
    public double Momentum { get; set; }

    /// <summary>SGD: whether the momentum looks ahead. Default: no.</summary>
    public bool Nesterov { get; set; }

    /// <summary>How much of itself each weight loses in a step, times the learning rate. Default: 0.004 for AdamW, else 0.</summary>
    public double WeightDecay { get => _weightDecay ?? (Optimizer == Optimizer.AdamW ? 0.004 : 0); set => _weightDecay = value; }

    /// <summary>RMSprop: the share that the mean square keeps. Default 0.9.</summary>
    public double Rho { get; set; } = 0.9;

    /// <summary>Adam, AdamW: the share that the mean gradient keeps. Default 0.9.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Adam, AdamW: the share that the mean square keeps. Default 0.999.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>Adam, AdamW, RMSprop: added to the divisor. Default 1e-7.</summary>
    public double Epsilon { get; set; } = 1e-7;

    /// <summary>The loss. Default: chosen from the last layer and the labels.</summary>
    public Loss Loss { get; set; } = Loss.Auto;

    /// <summary>What is measured beside the loss. Default: accuracy.</summary>
    public Metrics Metrics { get; set; } = Metrics.Accuracy;

    /// <summary>Images in one step. Default 32.</summary>
    public int BatchSize { get; set; } = 32;

    /// <summary>Times that the data is gone through. Default 1.</summary>
    public int Epochs { get; set; } = 1;

    /// <summary>The share of the data, its last part, that is kept from training to validate with. Default 0.</summary>
    public double ValidationSplit { get; set; }

    /// <summary>Whether each epoch takes the images in a new order. Default: yes.</summary>
    public bool Shuffle { get; set; } = true;

    /// <summary>Fixes the order of the images and all chance within the network. Default: a new seed each time.</summary>
    public int Seed { get; set; }
}
