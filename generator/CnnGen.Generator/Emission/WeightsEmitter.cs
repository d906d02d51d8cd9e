namespace CnnGen.Generator.Emission;

/// <summary>Weights in and out, as files and as plain numbers.</summary>
internal static class WeightsEmitter
{
    private const string WeightList = "global::System.Collections.Generic.IReadOnlyList<global::CnnGen.Weight>";

    public static void EmitUse(CodeWriter writer)
    {
        writer.Line();
        DocumentationEmitter.Summary(writer, "Writes the weights as safetensors.");
        DocumentationEmitter.Parameter(writer, "path", "The file.");
        writer.Line("public void Save(string path) => global::CnnGen.WeightFile.Save(this, path);");
        writer.Line();
        writer.Line("/// <summary>Reads weights that <see cref=\"Save\"/> wrote.</summary>");
        DocumentationEmitter.Parameter(writer, "path", "The file.");
        writer.Line("public void Load(string path) => global::CnnGen.WeightFile.Load(this, path);");
    }

    public static void Emit(CodeWriter writer)
    {
        writer.Line();
        EmitGet(writer);
        writer.Line();
        EmitSet(writer);
    }

    private static void EmitGet(CodeWriter writer)
    {
        using (writer.Open($"{WeightList} global::CnnGen.INetwork.GetWeights()"))
        {
            writer.Line($"using var scope = {Torch.Root}.NewDisposeScope();");
            writer.Line($"using var noGrad = {Torch.Root}.no_grad();");
            writer.Line("var weights = new global::System.Collections.Generic.List<global::CnnGen.Weight>();");
            using (writer.Open("foreach (var entry in state_dict())"))
            {
                writer.Line("var values = entry.Value.cpu();");
                writer.Line($"global::System.Array numbers = values.dtype == {Torch.Root}.ScalarType.Int64");
                writer.Continue("? values.data<long>().ToArray()");
                writer.Continue(": values.data<float>().ToArray();");
                writer.Line("weights.Add(new global::CnnGen.Weight(entry.Key, values.shape, numbers));");
            }

            writer.Line();
            writer.Line("return weights;");
        }
    }

    private static void EmitSet(CodeWriter writer)
    {
        using (writer.Open($"void global::CnnGen.INetwork.SetWeights({WeightList} weights)"))
        {
            writer.Line($"using var scope = {Torch.Root}.NewDisposeScope();");
            writer.Line($"using var noGrad = {Torch.Root}.no_grad();");
            writer.Line("var state = state_dict();");
            using (writer.Open("foreach (var weight in weights)"))
            {
                writer.Line("var shape = global::System.Linq.Enumerable.ToArray(weight.Shape);");
                writer.Line("var values = weight.Values is long[] numbers");
                writer.Continue($"? {Torch.Root}.tensor(numbers, shape, {Torch.Root}.int64)");
                writer.Continue($": {Torch.Root}.tensor((float[])weight.Values, shape, {Torch.Root}.float32);");
                writer.Line("state[weight.Name].copy_(values);");
            }
        }
    }
}
