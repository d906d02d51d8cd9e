using System.Collections.Generic;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Optimizers;

/// <summary>
/// Adam that looks ahead along its mean, the more the longer it has trained. Keras: <c>keras/optimizers/nadam.py</c>; PyTorch's has
/// another pace.
/// </summary>
internal sealed record Nadam : WrittenOptimizer
{
    public double Beta1 { get; init; }

    public double Beta2 { get; init; }

    public double Epsilon { get; init; }

    public override IReadOnlyList<string> OwnArguments => ["Beta1", "Beta2", "Epsilon"];

    protected override IReadOnlyList<double> OwnValues => [Beta1, Beta2, Epsilon];

    public override IReadOnlyList<(string Name, double Start)> Slots => [("mean", 0), ("square", 0)];

    public override (string Name, double Start)? Kept => ("_product", 1);

    public override IReadOnlyList<string> Once =>
    [
        $"double share = {ShareIn("_step")};",
        $"double next = {ShareIn("_step + 1")};",
        "_product *= share;",
        $"double correction = 1.0 - global::System.Math.Pow({Literals.Double(Beta2)}, _step);",
    ];

    public override IReadOnlyList<string> Update =>
    [
        Average("mean", Literals.Double(Beta1), "gradient"),
        Average("square", Literals.Double(Beta2), "gradient.square()"),
        "var ahead = mean * (next / (1.0 - _product * next)) + gradient * ((1.0 - share) / (1.0 - _product));",
        $"weight.sub_(ahead * LearningRate / ((square / correction).sqrt() + {Literals.Double(Epsilon)}));",
    ];

    protected override OptimizerKind ReadOwn(Arguments arguments) => this with
    {
        Beta1 = ReadShare(arguments, "Beta1", 0.9),
        Beta2 = ReadShare(arguments, "Beta2", 0.999),
        Epsilon = ReadEpsilon(arguments),
    };

    // What the mean's share is in a step.
    private string ShareIn(string step) => $"{Literals.Double(Beta1)} * (1.0 - 0.5 * global::System.Math.Pow(0.96, {step}))";
}
