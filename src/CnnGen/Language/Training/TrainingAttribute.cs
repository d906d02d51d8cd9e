namespace CnnGen;

/// <summary>
/// Gives the model <c>Fit</c> and <c>Evaluate</c>, written out for this optimizer, loss and these metrics, and checks that the
/// data set fits: what it gives the inputs, what it wants the outputs. Defaults are Keras's: <c>keras/optimizers/</c>,
/// <c>Model.fit</c> in <c>keras/engine/training.py</c>.
/// </summary>
/// <typeparam name="TData">A class that carries an <see cref="ImageDataAttribute"/>, or <see cref="InputDataAttribute"/> and <see cref="TargetDataAttribute"/>: <see cref="Mnist"/>, or one's own.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TrainingAttribute<TData> : Attribute
{
    private double? _learningRate;
    private double? _weightDecay;
    private double? _rho;
    private double? _beta2;
    private double? _warmUp;
    private double? _decayRate;

    /// <summary>The optimizer. Default: Adam.</summary>
    public Optimizer Optimizer { get; set; } = Optimizer.Adam;

    /// <summary>The step size. Default: 0.01 for SGD, 0.001 for the others.</summary>
    public double LearningRate { get => _learningRate ?? (Optimizer == Optimizer.SGD ? 0.01 : 0.001); set => _learningRate = value; }

    /// <summary>How the learning rate changes from step to step. Default: not at all.</summary>
    public Schedule Schedule { get; set; } = Schedule.Constant;

    /// <summary>The share of all steps over which the learning rate rises first, at least 0 and less than 1. Default: 0.3 for Schedule.OneCycle, else 0.</summary>
    public double WarmUp { get => _warmUp ?? (Schedule == Schedule.OneCycle ? 0.3 : 0); set => _warmUp = value; }

    /// <summary>Schedule.Step, Schedule.Exponential: the factor. Default 0.1 after some epochs, 0.9 in each epoch.</summary>
    public double DecayRate { get => _decayRate ?? (Schedule == Schedule.Exponential ? 0.9 : 0.1); set => _decayRate = value; }

    /// <summary>Schedule.Step: after how many epochs each time. Default 10.</summary>
    public int DecayEpochs { get; set; } = 10;

    /// <summary>Schedule.Cosine, Schedule.Polynomial: the learning rate after the last step. Default 0.</summary>
    public double FinalLearningRate { get; set; }

    /// <summary>Schedule.Polynomial: the power of what is left; 1 is a straight line. Default 1.</summary>
    public double Power { get; set; } = 1;

    /// <summary>The length that all gradients together are cut to before each update. Default: they are not. Keras: <c>global_clipnorm</c>.</summary>
    public double ClipNorm { get; set; }

    /// <summary>Steps whose gradients are added up to one update of the weights. Default 1. Keras: <c>gradient_accumulation_steps</c>.</summary>
    public int AccumulateSteps { get; set; } = 1;

    /// <summary>SGD and RMSprop: the share of the last step that is taken again. Default 0.</summary>
    public double Momentum { get; set; }

    /// <summary>SGD: whether the momentum looks ahead. Default: no.</summary>
    public bool Nesterov { get; set; }

    /// <summary>How much of itself each weight loses in a step, times the learning rate. Default: 0.004 for AdamW, else 0.</summary>
    public double WeightDecay { get => _weightDecay ?? (Optimizer == Optimizer.AdamW ? 0.004 : 0); set => _weightDecay = value; }

    /// <summary>RMSprop, Adadelta: the share that the mean square keeps. Default 0.9, of Adadelta 0.95.</summary>
    public double Rho { get => _rho ?? (Optimizer == Optimizer.Adadelta ? 0.95 : 0.9); set => _rho = value; }

    /// <summary>Adam, AdamW, Nadam, Adamax, Lion: the share that the mean gradient keeps. Default 0.9.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Adam, AdamW, Nadam, Adamax, Lion: the share that the mean square, of Lion the mean gradient, keeps. Default 0.999, of Lion 0.99.</summary>
    public double Beta2 { get => _beta2 ?? (Optimizer == Optimizer.Lion ? 0.99 : 0.999); set => _beta2 = value; }

    /// <summary>All but SGD and Lion: added to the divisor. Default 1e-7.</summary>
    public double Epsilon { get; set; } = 1e-7;

    /// <summary>Adagrad: what the sum of the squared gradients begins with. Default 0.1.</summary>
    public double InitialAccumulatorValue { get; set; } = 0.1;

    /// <summary>The loss. Default: chosen from the last layer and the labels.</summary>
    public Loss Loss { get; set; } = Loss.Auto;

    /// <summary>Huber: the difference from which the loss is straight. Default 1.</summary>
    public double Delta { get; set; } = 1;

    /// <summary>Focal losses: the weight of the right class; of BinaryFocalCrossentropy that of a one, if given. Default 0.25.</summary>
    public double Alpha { get; set; } = 0.25;

    /// <summary>Focal losses: the power by which what is nearly right counts less. Default 2.</summary>
    public double Gamma { get; set; } = 2;

    /// <summary>
    /// SparseCategoricalCrossentropy, CategoricalCrossentropy, BinaryCrossentropy: the part of the right class's target that goes to all classes evenly.
    /// Default 0.
    /// </summary>
    public double LabelSmoothing { get; set; }

    /// <summary>
    /// A loss of one's own in place of <see cref="Loss"/>: the name of a static method of the model,
    /// <c>static Tensor MyLoss(Tensor outputs, Tensor targets)</c>, that gives the mean loss of a batch.
    /// </summary>
    public string? CustomLoss { get; set; }

    /// <summary>Metrics of one's own beside <see cref="Metrics"/>: names of methods like <see cref="CustomLoss"/>, which are also the measures' names.</summary>
    public string[] CustomMetrics { get; set; } = [];

    /// <summary>
    /// How much an example, or position, of each class counts in the loss of training steps: <c>[1, 4.5]</c>. What is measured in validation and by
    /// <c>Evaluate</c> is the same with and without them. Default: all the same. Keras: <c>class_weight</c>.
    /// </summary>
    public double[] ClassWeights { get; set; } = [];

    /// <summary>
    /// Whether examples count so that all classes count the same in training, however many examples they have: examples ÷ (classes · examples of the
    /// class), as scikit-learn's <c>balanced</c>. Default: no.
    /// </summary>
    public bool BalanceClasses { get; set; }

    /// <summary>What is measured beside the loss. Default: what fits the labels, accuracy of classes.</summary>
    public Metrics Metrics { get; set; } = Metrics.Accuracy;

    /// <summary>Metrics.TopK: how many classes count as the most probable. Default 5.</summary>
    public int TopK { get; set; } = 5;

    /// <summary>Examples in one step. Default 32.</summary>
    public int BatchSize { get; set; } = 32;

    /// <summary>Times that the data is gone through. Default 1.</summary>
    public int Epochs { get; set; } = 1;

    /// <summary>The share of the data, its last part, that is kept from training to validate with. Default 0.</summary>
    public double ValidationSplit { get; set; }

    /// <summary>Whether each epoch takes the examples in a new order. Default: yes.</summary>
    public bool Shuffle { get; set; } = true;

    /// <summary>Fixes the order of the examples and all chance within the network. Default: a new seed each time.</summary>
    public int Seed { get; set; }
}
