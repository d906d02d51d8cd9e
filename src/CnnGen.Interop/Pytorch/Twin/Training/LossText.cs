namespace CnnGen.Interop;

/// <summary>Losses with PyTorch's functions: over rows of scores and rows of targets.</summary>
internal sealed class LossText
{
    private readonly DeclaredOutput _declared;
    private readonly TwinOutput _output;
    private readonly string? _ending;

    /// <param name="declared">How the output is trained.</param>
    /// <param name="output">The output.</param>
    /// <param name="ending">The softmax or sigmoid that it ends in, be it left out of the scores or not.</param>
    public LossText(DeclaredOutput declared, TwinOutput output, string? ending) => (_declared, _output, _ending) = (declared, output, ending);

    /// <summary>Whether one unit tells two classes apart.</summary>
    public bool IsOneUnit => _declared.Labels == LabelKind.ClassIndex && _output.Shape.Channels == 1;

    /// <summary>The targets as the loss takes them.</summary>
    public string Targets => _declared.Labels switch
    {
        LabelKind.ClassIndex => IsOneUnit ? "targets.reshape(-1, 1).float()" : "targets.flatten()",
        LabelKind.OneHot => $"one_hot(targets, {PythonText.Integer(_output.Shape.Channels)})",
        _ => $"rows(targets, {PythonText.Integer(_output.Shape.Channels)}).float()",
    };

    /// <summary>How many answers are right; <see langword="null"/> where none is.</summary>
    public string? Right => _declared.Labels switch
    {
        LabelKind.ClassIndex => IsOneUnit ? "(scores > 0).eq(targets > 0.5).sum()" : "scores.argmax(1).eq(targets).sum()",
        LabelKind.OneHot => "scores.argmax(1).eq(targets.argmax(1)).sum()",
        _ => null,
    };

    // Probabilities that another layer reads too are not left out; their scores are what they are of.
    private string Logits => (_output.Left, _ending) switch
    {
        (null, "Softmax") => "scores.clamp(min=1e-7).log()",
        (null, "Sigmoid") => "(scores.clamp(min=1e-7) / (1 - scores).clamp(min=1e-7)).log()",
        _ => "scores",
    };

    private string Given => _output.Left switch
    {
        "Softmax" => "F.softmax(scores, dim=1)",
        "Sigmoid" => "torch.sigmoid(scores)",
        _ => "scores",
    };

    /// <summary>Statements that return the mean loss.</summary>
    public IReadOnlyList<string> Statements => _declared.Loss switch
    {
        "SparseCategoricalCrossentropy" or "CategoricalCrossentropy" => [$"return F.cross_entropy({Logits}, targets{Smoothing()})"],
        "BinaryCrossentropy" => [$"return F.binary_cross_entropy_with_logits({Logits}, {Softened()})"],
        "MeanSquaredError" => [$"return F.mse_loss({Given}, targets)"],
        "MeanAbsoluteError" => [$"return F.l1_loss({Given}, targets)"],
        "Huber" => [$"return F.huber_loss({Given}, targets, delta={PythonText.Real(_declared.Number("delta", 1))})"],
        null => [$"raise NotImplementedError({PythonText.String($"Write the loss {_declared.CustomLoss} here: it is a method in C#.")})"],
        _ => Rare(_declared.Loss),
    };

    private IReadOnlyList<string> Rare(string loss) => loss switch
    {
        "BinaryFocalCrossentropy" =>
        [
            $"losses = F.binary_cross_entropy_with_logits({Logits}, targets, reduction=\"none\")",
            $"ones = torch.sigmoid({Logits})",
            "right = targets * ones + (1 - targets) * (1 - ones)",
            .. _declared.Has("alpha") ? [$"losses = (targets * {Alpha} + (1 - targets) * (1 - {Alpha})) * losses"] : Array.Empty<string>(),
            $"return ((1 - right) ** {Gamma} * losses).mean()",
        ],
        "CategoricalFocalCrossentropy" =>
        [
            $"logs = F.log_softmax({Logits}, dim=1)",
            $"return (targets * (1 - logs.exp()) ** {Gamma} * logs).sum(1).mean() * -{Alpha}",
        ],
        "KLDivergence" =>
        [
            "truth = targets.clamp(1e-7, 1)",
            $"return (truth * (truth.log() - F.log_softmax({Logits}, dim=1))).sum(1).mean()",
        ],
        "Dice" =>
        [
            "# Over the whole batch: with several processes it is the mean of theirs.",
            $"shares = {Shares}",
            "return 1 - 2 * (targets * shares).sum() / (targets.sum() + shares.sum() + 1e-7)",
        ],
        "Hinge" => [$"return F.relu(1 - (targets * 2 - 1) * {Given}).mean()"],
        "CosineSimilarity" =>
        [
            $"given = {Given}",
            "lengths = ((given.square().sum(1) + 1e-14) * (targets.square().sum(1) + 1e-14)).sqrt()",
            "return -((given * targets).sum(1) / lengths).mean()",
        ],
        "LogCosh" => [$"difference = {Given} - targets", $"return (difference + F.softplus(-2 * difference) - {PythonText.Real(Math.Log(2))}).mean()"],
        "Poisson" => [$"rates = {Given}", "return (rates - targets * (rates + 1e-7).log()).mean()"],
        _ => [$"raise NotImplementedError({PythonText.String($"There is no twin of the loss {loss}.")})"],
    };

    private string Alpha => PythonText.Real(_declared.Number("alpha", 0.25));

    private string Gamma => PythonText.Real(_declared.Number("gamma", 2));

    private string Shares => _ending is not null ? Given : "torch.sigmoid(scores)";

    private string Smoothing() => _declared.Number("labelSmoothing", 0) is var share and > 0 ? $", label_smoothing={PythonText.Real(share)}" : "";

    private string Softened() => _declared.Number("labelSmoothing", 0) is var share and > 0
        ? $"targets * {PythonText.Real(1 - share)} + {PythonText.Real(share / 2)}"
        : "targets";
}
