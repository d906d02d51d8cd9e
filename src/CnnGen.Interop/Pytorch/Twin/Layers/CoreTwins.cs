namespace CnnGen.Interop;

/// <summary>Dense layers.</summary>
internal static class CoreTwins
{
    public static IReadOnlyDictionary<string, TwinLayer> All { get; } = new Dictionary<string, TwinLayer> { ["Dense"] = new Dense() };

    private sealed class Dense : TwinLayer
    {
        public override IEnumerable<TwinModule> Modules(LayerCall call, TwinShape input, TwinShape output)
        {
            bool bias = StartValues.UsesBias(call);
            yield return new TwinModule(
                call.Module, $"nn.Linear({PythonText.Arguments([input.Last, output.Last])}{(bias ? "" : ", bias=False")})",
                StartValues.Of(call, input.Last, output.Last, output.Last));
        }

        // A linear module works on the last axis, and PyTorch's images have their channels first.
        public override void Forward(TwinCall call)
        {
            if (!call.Input.IsAsWritten)
            {
                call.Permute(call.Input.ToWritten);
            }

            call.Value = $"{call.Module}({call.Value})";
            if (!call.Output.IsAsWritten)
            {
                call.Permute(call.Output.ToTensor);
            }

            ActivationTwins.Apply(call, call.Call.Word("activation"));
        }
    }
}
