using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training;

/// <summary>
/// A metric: the labels that it can be measured on, the words for those that it cannot, what a batch gives for it and what the sums
/// of that come to. It has the name of its member in <see cref="Language.Metrics"/>.
/// </summary>
internal abstract record MetricKind
{
    /// <summary>The library's measure, as generated code names it.</summary>
    protected const string Measure = Library.Root + ".Measure";

    public string Name => GetType().Name;

    /// <summary>As the attribute writes it.</summary>
    public string Text => "Metrics." + Name;

    /// <summary>Whether it is a member of the enum.</summary>
    public virtual bool IsOfTheLanguage => true;

    /// <summary>Whether its sums are over the rows, of a map over all positions, and not a batch's mean times its examples.</summary>
    public virtual bool IsOverRows => true;

    /// <summary>The arguments of the attribute that it takes.</summary>
    public virtual IReadOnlyList<string> OwnArguments => [];

    /// <summary>The metric as an attribute sets it up.</summary>
    public virtual MetricKind Read(Arguments arguments) => this;

    /// <summary>Why it cannot be measured, and the metric to use instead; <see langword="null"/> if it can.</summary>
    public abstract (string Reason, string Right)? Misfit(MeasuredModel model);

    /// <summary>An expression for the library's <c>Measure</c>: Keras's name, and what the sums over all batches come to.</summary>
    public abstract string Definition(TrainingTerms terms);

    /// <summary>How many numbers a batch gives.</summary>
    public virtual int Count(TrainingTerms terms) => Sums(new MeasureCode(terms)).Count;

    /// <summary>Sets a batch's numbers.</summary>
    /// <param name="code">What they are computed from.</param>
    /// <param name="first">The place of the first one in <c>sums</c>.</param>
    public virtual IEnumerable<string> Statements(MeasureCode code, int first) =>
        Sums(code).Select((sum, i) => $"sums[{Literals.Integer(first + i)}] = {sum};");

    /// <summary>Sets as many numbers as a vector has.</summary>
    protected static string SetMany(int first, string vector) =>
        $"{Library.Root}.SharedSums.Set(sums, {Literals.Integer(first)}, {vector}.cpu().data<float>().ToArray());";

    /// <summary>The expressions of a batch's numbers, where they are set one by one.</summary>
    protected virtual IReadOnlyList<string> Sums(MeasureCode code) => [];
}
