using CnnGen.Generator.Language;
using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Training;

/// <summary>What a program gets that asks the network for a prediction: the form in which it gets one output.</summary>
/// <param name="Kind">The member of the library's PredictionKind: what the output's numbers are.</param>
/// <param name="Type">The type; one of the library's unless it is a keyword.</param>
/// <param name="Reader">The method of the library's OutputValues that makes it.</param>
internal sealed record PredictionForm(string Kind, string Type, string Reader)
{
    /// <summary>One class: what is said of a network whose outputs are not known.</summary>
    public static readonly PredictionForm Class = new("Probabilities", "Prediction", "Class");

    private const string Numbers = "Numbers";

    /// <summary>Whether the type is one of C#'s own.</summary>
    public bool IsKeyword => char.IsLower(Type[0]);

    /// <param name="shape">The output's shape.</param>
    /// <param name="last">The activation that it ends in.</param>
    /// <param name="plan">How it is trained, if it is.</param>
    public static PredictionForm Of(Shape shape, Activation last, OutputPlan? plan)
    {
        string kind = KindOf(shape, last, plan);
        return (shape.IsVector, kind, plan?.Labels) switch
        {
            (true, Numbers, _) => shape.Channels == 1 ? new(kind, "float", "Number") : new(kind, "float[]", Numbers),
            (true, _, LabelKind.MultiHot) => new(kind, "LabelsPrediction", "Labels"),
            (true, _, _) => Class with { Kind = kind },
            (false, Numbers, _) or (false, _, LabelKind.MultiHot) => new(kind, "ValueMap", "ValueMap"),
            _ => new(kind, "ClassMap", "ClassMap"),
        };
    }

    // What the loss takes for scores are some, whatever the last layer is.
    private static string KindOf(Shape shape, Activation last, OutputPlan? plan) => (plan?.Labels == LabelKind.Number, last) switch
    {
        (true, _) => Numbers,
        // Of a map that is not trained, it may be a picture.
        (_, Activation.Sigmoid) => shape.IsVector || plan is not null ? "Probabilities" : Numbers,
        (_, Activation.Softmax) => shape.Channels > 1 ? "Probabilities" : Numbers,
        _ => plan?.Loss.Prediction ?? Numbers,
    };
}
