using System.Linq;

namespace CnnGen.Generator.Emission;

/// <summary>Prediction, and the bridge from batches of plain numbers to tensors.</summary>
internal static class InferenceEmitter
{
    public static void Emit(CodeWriter writer, ModelText model)
    {
        writer.Line();
        writer.Line("global::CnnGen.ModelSummary global::CnnGen.INetwork.Architecture => Architecture;");
        if (!model.Graph.IsSingle)
        {
            return;
        }

        writer.Line();
        using (writer.Open("void global::CnnGen.ICnnModel.Predict(global::CnnGen.Batch batch, global::System.Span<float> outputs)"))
        {
            writer.Line($"using var scope = {Torch.Root}.NewDisposeScope();");
            writer.Line($"using var noGrad = {Torch.Root}.no_grad();");
            writer.Line("eval();");
            writer.Line("var values = call(Images(batch)).cpu().data<float>().ToArray();");
            writer.Line("new global::System.ReadOnlySpan<float>(values).CopyTo(outputs);");
        }

        EmitImages(writer, model);
    }

    public static void EmitUse(CodeWriter writer)
    {
        writer.Line();
        DocumentationEmitter.Summary(writer, "Runs the network on one image.");
        DocumentationEmitter.Parameter(writer, "image", "An image of the input's shape.");
        DocumentationEmitter.Returns(writer, "What it is taken for.");
        writer.Line("public global::CnnGen.Prediction Predict(global::CnnGen.Image image) =>");
        writer.Continue("global::CnnGen.Inference.Predict(this, image);");
        writer.Line();
        DocumentationEmitter.Summary(writer, "Runs the network on every image of a data set.");
        DocumentationEmitter.Parameter(writer, "data", "Images of the input's shape.");
        DocumentationEmitter.Parameter(writer, "batchSize", "Images that are worked on at once.");
        DocumentationEmitter.Returns(writer, "What each image is taken for, in the order of the data set.");
        writer.Line("public global::System.Collections.Generic.IReadOnlyList<global::CnnGen.Prediction> Predict(");
        writer.Continue("global::CnnGen.ImageDataset data, int batchSize = 256) =>");
        writer.Continue("global::CnnGen.Inference.Predict(this, data, batchSize);");
    }

    private static void EmitImages(CodeWriter writer, ModelText model)
    {
        string sizes = string.Join(", ", model.Graph.Input.TensorSizes.Select(static size => Literals.Long(size)));
        writer.Line();
        writer.Line("// A batch is ordinary memory; its tensor is made where the weights are.");
        writer.Line($"private {Torch.Tensor} Images(global::CnnGen.Batch batch) => {Torch.Root}.tensor(");
        writer.Continue($"batch.Images, new long[] {{ batch.Count, {sizes} }}, {Torch.Root}.float32, {model.Device});");
    }
}
