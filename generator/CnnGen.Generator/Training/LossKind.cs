using System.Collections.Generic;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Training;

/// <summary>
/// A loss: the labels and the last layer that it takes, the words for those that it does not, and the code that it becomes.
/// It has the name of its member in <see cref="Loss"/>.
/// </summary>
internal abstract record LossKind
{
    public string Name => GetType().Name;

    /// <summary>As the attribute writes it.</summary>
    public virtual string Text => "Loss." + Name;

    /// <summary>The labels that it needs, for messages: <c>class indices</c>.</summary>
    public abstract string Wanted { get; }

    /// <summary>Whether it compares with such labels.</summary>
    /// <param name="labels">What they are.</param>
    /// <param name="classes">The number of classes; zero if the data set keeps it to itself.</param>
    public abstract bool Takes(LabelKind labels, int classes);

    /// <summary>Whether it takes one unit for two classes, and class indices only so.</summary>
    public virtual bool IsForOneUnit => false;

    /// <summary>The member of the library's PredictionKind that says what outputs without an activation are.</summary>
    public virtual string Prediction => "Numbers";

    /// <summary>Whether the last layer can end so.</summary>
    public virtual bool Follows(Activation last) => true;

    /// <summary>What the last layer should end in; linear where that does not matter.</summary>
    public virtual Activation Right => Activation.Linear;

    /// <summary>What to use behind a softmax instead; <see langword="null"/> if there is nothing like it.</summary>
    public virtual Loss? BehindSoftmax => null;

    /// <summary>The arguments of the attribute that it takes.</summary>
    public virtual IReadOnlyList<string> OwnArguments => [];

    /// <summary>What these are, in their order; <see langword="null"/> for one that is not used.</summary>
    protected virtual IReadOnlyList<double?> OwnValues => [];

    /// <summary>Takes it down for <c>ModelSummary.Training</c>.</summary>
    public virtual void Describe(LayerSettings settings)
    {
        settings.Add("loss", Name, usual: "");
        settings.AddArguments(OwnArguments, OwnValues);
    }

    /// <summary>Its arguments as the attribute gives them, in words: <c>LabelSmoothing = 0.1</c>.</summary>
    public string Given { get; init; } = "";

    /// <summary>The loss as an attribute sets it up.</summary>
    public virtual LossKind Read(Arguments arguments) => this;

    /// <summary>Whether one example, or position, can count more than another.</summary>
    public virtual bool CanWeigh => true;

    /// <summary>Whether <see cref="Losses"/> are those of each unit of a row, whose mean is the row's.</summary>
    public virtual bool AreOfUnits => false;

    /// <summary>The loss of each row, or of each unit, in parentheses or as a call; only where <see cref="CanWeigh"/>.</summary>
    public abstract TensorCode Losses(TrainingTerms terms);

    /// <summary>The loss of each row: N.</summary>
    public TensorCode Rows(TrainingTerms terms)
    {
        TensorCode losses = Losses(terms);
        return AreOfUnits ? new TensorCode(losses.Statements, losses.Value + ".mean(new long[] { 1 })") : losses;
    }

    /// <summary>The mean loss of a batch.</summary>
    public virtual TensorCode Code(TrainingTerms terms)
    {
        TensorCode losses = Losses(terms);
        return new TensorCode(losses.Statements, losses.Value + ".mean()");
    }
}
