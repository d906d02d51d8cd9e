using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Network;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Emission;

/// <summary>The side of a network that the library sees: its weights, and prediction from batches of plain numbers.</summary>
internal static class InferenceEmitter
{
    public static void Emit(CodeWriter writer, ModelText model)
    {
        writer.Text($"""

            {Library.Root}.ModelSummary {Library.Network}.Architecture => Architecture;

            {Library.Weights} {Library.Network}.GetWeights() => {GeneratedMembers.State}.GetWeights();

            void {Library.Network}.SetWeights({Library.Weights} weights) => {GeneratedMembers.State}.SetWeights(weights);
            """);
        EmitDescriptions(writer, model);
        EmitPrediction(writer, model);
        EmitInputs(writer, model);
    }

    /// <summary>The tensors of a batch as arguments of <c>forward</c>.</summary>
    public static string Inputs(ModelText model) => model.Graph.Inputs.Count == 1
        ? "InputOf(batch)"
        : string.Join(", ", Enumerable.Range(0, model.Graph.Inputs.Count).Select(static place => $"InputOf(batch, {Literals.Integer(place)})"));

    /// <summary>A shape as the library has it, channels last.</summary>
    public static IEnumerable<int> ChannelsLast(Shape shape) => shape.IsVector ? shape.Dimensions : shape.Spatial.Append(shape.Channels);

    private static void EmitDescriptions(CodeWriter writer, ModelText model)
    {
        IEnumerable<string> inputs = model.Graph.Inputs.Select(static input =>
            $"new {Library.Root}.DataInput({Literals.String(input.Name)}, {Literals.Integers(ChannelsLast(input.Shape))})");
        IEnumerable<string> outputs = model.Outputs.Select(static output =>
            $"new {Library.Root}.NetworkOutput({Literals.String(output.Name)}, {Library.Root}.PredictionKind.{output.Form.Kind}, {Literals.Integers(ChannelsLast(output.Shape))})");
        EmitList(writer, $"{Library.Model}.Inputs", "DataInput", inputs.ToList());
        EmitList(writer, $"{Library.Model}.Outputs", "NetworkOutput", outputs.ToList());
    }

    /// <summary>A property that is a list of something of the library's.</summary>
    public static void EmitList(CodeWriter writer, string property, string type, IReadOnlyList<string> items)
    {
        writer.Line();
        string declaration = $"{Library.List($"{Library.Root}.{type}")} {property} {{ get; }} = new {Library.Root}.{type}[]";
        if (items.Count == 1)
        {
            writer.Line($"{declaration} {{ {items[0]} }};");
            return;
        }

        writer.Line(declaration);
        writer.Line("{");
        foreach (string item in items)
        {
            writer.Continue(item + ",");
        }

        writer.Line("};");
    }

    private static void EmitPrediction(CodeWriter writer, ModelText model)
    {
        writer.Text($"""

            {model.Prediction} {Library.Model}<{model.Prediction}>.Read({Library.Root}.OutputValues values) => {PredictionText.Read(model.Outputs.Select(static output => output.Form).ToList())};

            """);
        using (writer.Open($"void {Library.Model}.Predict({Library.Root}.Batch batch, {Library.List("global::System.Memory<float>")} outputs)"))
        {
            writer.Text($"""
                using var pass = {GeneratedMembers.State}.Predicting();
                using var scope = {Torch.Root}.NewDisposeScope();
                using var noGrad = {Torch.Root}.no_grad();
                """);
            if (model.Outputs.Count == 1)
            {
                writer.Line(Copy(model.Outputs[0], $"call({Inputs(model)})"));
                return;
            }

            writer.Line($"var ({string.Join(", ", model.Outputs.Select(static output => output.Identifier))}) = call({Inputs(model)});");
            writer.Lines(model.Outputs.Select(static output => Copy(output, output.Identifier)));
        }
    }

    private static string Copy(OutputText output, string tensor) =>
        $"{StateEmitter.Type}.Copy({output.ChannelsLast(tensor)}, outputs[{Literals.Integer(output.Place)}].Span);";

    // A batch is ordinary memory; its tensor is made where the weights are.
    private static void EmitInputs(CodeWriter writer, ModelText model)
    {
        IReadOnlyList<InputNode> inputs = model.Graph.Inputs;
        writer.Line();
        writer.Line("// A batch is ordinary memory; its tensor is made where the weights are.");
        if (inputs.Count == 1)
        {
            writer.Line($"private {Torch.Tensor} InputOf({Library.Root}.Batch batch) => {Torch.Root}.tensor(");
            writer.Continue($"batch.Inputs[0], {Sizes(inputs[0])}, {Torch.Root}.float32, {model.Device});");
            return;
        }

        writer.Line($"private {Torch.Tensor} InputOf({Library.Root}.Batch batch, int place) => place switch");
        writer.Line("{");
        for (int i = 0; i < inputs.Count; i++)
        {
            writer.Continue($"{(i == inputs.Count - 1 ? "_" : Literals.Integer(i))} => {Torch.Root}.tensor(batch.Inputs[{Literals.Integer(i)}], {Sizes(inputs[i])}, {Torch.Root}.float32, {model.Device}),");
        }

        writer.Line("};");
    }

    private static string Sizes(InputNode input) =>
        $"new long[] {{ batch.Count, {string.Join(", ", input.Shape.TensorSizes.Select(static size => Literals.Long(size)))} }}";
}
