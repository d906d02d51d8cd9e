using System.Collections.Generic;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training;

/// <summary>What the metrics of a model share: each tensor that one of them asks for becomes a local variable, once.</summary>
internal sealed class MeasureCode
{
    private readonly List<string> _locals = new();
    private readonly HashSet<string> _known = new();

    public MeasureCode(TrainingTerms terms) => Terms = terms;

    public TrainingTerms Terms { get; }

    /// <summary>The local variables that were asked for, each after those that it needs.</summary>
    public IReadOnlyList<string> Locals => _locals;

    /// <summary>What the network gives, N × units.</summary>
    public string Outputs => Local("outputs", Terms.Outputs);

    /// <summary>What the network gives, in the shape in which it gives it.</summary>
    public string WholeOutputs => Terms.WholeOutputs == Terms.Outputs ? Outputs : Terms.WholeOutputs;

    /// <summary>The same as probabilities, where that is what the outputs stand for.</summary>
    public string Probabilities => Terms.Probabilities == Terms.Outputs ? Outputs : Local("probabilities", Terms.Probabilities);

    /// <summary>1 where a probability is larger than a half, else 0; float32, N × units.</summary>
    public string Hits => Local("hits", $"{Probabilities}.gt(0.5).to({Torch.Root}.float32)");

    /// <summary>The right classes as zeros and ones, or what else the labels hold; float32, N × units.</summary>
    public string Truth => Terms.HasIndices
        ? Local("truth", $"{Torch.Functional}.one_hot({Terms.Targets}, {Literals.Long(Terms.Units)}).to({Torch.Root}.float32)")
        : Terms.Targets;

    private string Local(string name, string value)
    {
        // A tensor that is there under a name of its own needs no second one.
        if (Identifiers.From(value) == value)
        {
            return value;
        }

        if (_known.Add(name))
        {
            _locals.Add($"var {name} = {value};");
        }

        return name;
    }
}
