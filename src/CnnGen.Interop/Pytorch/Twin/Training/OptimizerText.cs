namespace CnnGen.Interop;

/// <summary>Optimizers: PyTorch's where their arithmetic is Keras's, others in Python beside this source.</summary>
internal static class OptimizerText
{
    /// <summary>The weight decay that the step takes from the weights, because the optimizer does not.</summary>
    public static double DecayByHand(DeclaredTraining training) => training.Word("optimizer") is "Adam" or "AdamW" ? 0 : training.Number("weightDecay") ?? 0;

    public static void Write(PythonWriter writer, DeclaredTraining training)
    {
        string name = training.Word("optimizer")!;
        bool isWritten = name is "Adamax" or "Nadam" or "Adadelta" or "Adagrad" or "Lion";
        if (isWritten)
        {
            TwinScript.Part(writer, "optimizer");
            TwinScript.Part(writer, name.ToLowerInvariant());
        }

        writer.Line();
        writer.Line();
        writer.Block("def make_optimizer(weights, rate):", () => writer.Line(
            $"return {(isWritten ? name : $"torch.optim.{Torchs(name, training)}")}(weights, lr=rate{string.Concat(Arguments(name, training).Select(static argument => $", {argument}"))})"));
    }

    // Adam with Keras's weight decay is what PyTorch calls AdamW.
    private static string Torchs(string name, DeclaredTraining training) => name == "Adam" && training.Number("weightDecay") > 0 ? "AdamW" : name;

    private static IEnumerable<string> Arguments(string name, DeclaredTraining training)
    {
        string betas = training.Number("beta1") is null ? "" : $"betas=({training.Real("beta1")}, {training.Real("beta2")})";
        string epsilon = $"eps={training.Real("epsilon")}";
        return name switch
        {
            "SGD" => [$"momentum={training.Real("momentum")}", .. training.Number("nesterov") == 1 ? ["nesterov=True"] : Array.Empty<string>()],
            "RMSprop" => [$"alpha={training.Real("rho")}", epsilon, $"momentum={training.Real("momentum")}"],
            "Adam" or "AdamW" => [betas, epsilon, $"weight_decay={training.Real("weightDecay")}"],
            "Adamax" or "Nadam" => [betas, epsilon],
            "Adadelta" => [$"rho={training.Real("rho")}", epsilon],
            "Adagrad" => [$"initial={training.Real("initialAccumulatorValue")}", epsilon],
            _ => [betas],
        };
    }
}
