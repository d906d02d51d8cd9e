using System.Linq;
using CnnGen.Generator.Text;
using CnnGen.Generator.Training.Optimizers;

namespace CnnGen.Generator.Emission;

/// <summary>The arithmetic of an optimizer that generated code brings along.</summary>
internal static class OptimizerEmitter
{
    public static void Emit(CodeWriter writer, WrittenOptimizer optimizer)
    {
        string start = Literals.Double(optimizer.Kept is var (_, value) ? value : 0);
        string starts = string.Concat(optimizer.Slots.Select(static slot => ", " + Literals.Double(slot.Start)));
        writer.Line();
        writer.Line($"// {optimizer.Name} as in Keras.");
        using (writer.Open($"private sealed class {WrittenOptimizer.ClassName} : {TrainerText.WrittenOptimizer}"))
        {
            writer.Text($$"""
                public {{WrittenOptimizer.ClassName}}(global::System.Collections.Generic.IEnumerable<{{Torch.Modules}}.Parameter> weights, double learningRate)
                    : base(weights, learningRate, {{start}}{{starts}})
                {
                }
                """);
            if (optimizer.Kept is var (name, _))
            {
                writer.Line();
                writer.Line($"private ref double {name} => ref _kept;");
            }

            writer.Line();
            EmitStep(writer, optimizer);
        }
    }

    private static void EmitStep(CodeWriter writer, WrittenOptimizer optimizer)
    {
        using (writer.Open("public override void Step()"))
        {
            writer.Line($"using var noGrad = {Torch.Root}.no_grad();");
            writer.Line("_step++;");
            writer.Lines(optimizer.Once);
            using (writer.Open("for (int i = 0; i < _weights.Length; i++)"))
            {
                writer.Line($"using var scope = {Torch.Root}.NewDisposeScope();");
                writer.Line("var weight = _weights[i];");
                using (writer.Open("if (weight.grad is not { } gradient)"))
                {
                    writer.Line("continue;");
                }

                writer.Line();
                writer.Lines(optimizer.Slots.Select(static (slot, i) => $"var {slot.Name} = Slot({Literals.Integer(i)}, i);"));
                writer.Lines(optimizer.Update);
            }
        }
    }
}
