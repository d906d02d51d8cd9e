using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using CnnGen.Fixtures;
using TorchSharp;
using static CnnGen.Interop.Tests.Pytorch.PytorchSession;

namespace CnnGen.Interop.Tests.Pytorch.Twin;

/// <summary>Runs networks here and their twins in PyTorch, with the same weights on the same inputs.</summary>
internal static class TwinComparison
{
    private const int BatchSize = 2;

    // The largest difference of each output, as a share of the output's largest value.
    private const string Compare = """

        import importlib.util, json, torch

        def tensors(folder, kind, shapes):
            values = []
            for i, shape in enumerate(shapes):
                with open(f"{folder}/{kind}{i}", "rb") as file:
                    values.append(torch.frombuffer(bytearray(file.read()), dtype=torch.float32).reshape(shape))
            return values

        def compare(folder, inputs, outputs, name):
            spec = importlib.util.spec_from_file_location("twin", f"{folder}/twin.py")
            twin = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(twin)
            network = getattr(twin, name)()
            network.load_state_dict(twin.load_safetensors(f"{folder}/weights"))
            network.eval()
            with torch.no_grad():
                given = network(*tensors(folder, "input", inputs))
            given = given if isinstance(given, tuple) else (given,)
            expected = tensors(folder, "output", outputs)
            assert [list(tensor.shape) for tensor in given] == outputs, f"{[list(tensor.shape) for tensor in given]} for {outputs}"
            difference = max(float((one - two).abs().max() / two.abs().max().clamp(min=1e-30)) for one, two in zip(given, expected))
            return difference if difference == difference else "not a number"

        result = {}
        for twin in twins:
            try:
                result[twin["name"]] = compare(twin["folder"], twin["inputs"], twin["outputs"], twin["class"])
            except Exception as error:
                result[twin["name"]] = f"{type(error).__name__}: {error}"
        """;

    /// <summary>What is wrong with each case that is not within the bound; of layers that have no twin nothing is asked.</summary>
    public static IReadOnlyList<string> Differences(IReadOnlyList<TwinCase> cases, double bound)
    {
        using var folder = new TemporaryFolder();
        using var models = new CompiledModels(cases);
        var twins = new JsonArray();
        List<string> refused = [];
        foreach (TwinCase twin in cases)
        {
            try
            {
                if (Write(twin, models.Type(twin), folder[twin.Name]) is { } written)
                {
                    twins.Add(written);
                }
            }
            catch (CnnGenException refusal)
            {
                refused.Add($"{twin.Name}: {refusal.Message}");
            }
        }

        JsonObject found = Run($"import json\ntwins = json.loads({Literal(twins.ToJsonString())})\n{Compare}")!.AsObject();
        found.Count.ShouldBe(twins.Count);
        return [.. refused, .. found.Where(pair => pair.Value!.GetValueKind() != System.Text.Json.JsonValueKind.Number || !(pair.Value.GetValue<double>() <= bound)).Select(static pair => $"{pair.Key}: {pair.Value}")];
    }

    private static JsonObject? Write(TwinCase twin, Type type, string folder)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.manual_seed(3);
        using var module = (torch.nn.Module)Activator.CreateInstance(type)!;
        var network = (INetwork)module;
        string text;
        try
        {
            text = Interop.Pytorch.ToPython(network.Architecture);
        }
        catch (CnnGenException lacking) when (TwinLayers.Lacking.Keys.Any(layer => lacking.Message.Contains($"({layer})")))
        {
            return null;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "twin.py"), text);
        network.SetWeights([.. network.GetWeights().Select(Disturbed)]);
        WeightFile.Save(network, Path.Combine(folder, "weights"));
        module.eval();
        torch.Tensor[] inputs = [.. network.Architecture.Ends!.Inputs.Select(static input => torch.rand([BatchSize, .. new TwinShape(input.Shape, input.Format).TensorSizes.Select(static size => (long)size)]))];
        return new JsonObject
        {
            ["name"] = twin.Name,
            ["folder"] = folder,
            ["class"] = PythonNames.Class(network.Architecture.Name),
            ["inputs"] = Write(inputs, Path.Combine(folder, "input")),
            ["outputs"] = Write(Forward(module, inputs), Path.Combine(folder, "output")),
        };
    }

    // Neutral start values, as biases and averages have, would hide what is missing.
    private static Weight Disturbed(Weight weight, int number)
    {
        var random = new Random(number);
        return weight.Values is float[] values && weight.Shape.Count < 2
            ? weight with { Values = Array.ConvertAll(values, value => value + (0.2f * random.NextSingle()) - 0.05f) }
            : weight;
    }

    private static torch.Tensor[] Forward(torch.nn.Module module, torch.Tensor[] inputs)
    {
        object output = module.GetType().GetMethod("forward", [.. inputs.Select(static _ => typeof(torch.Tensor))])!.Invoke(module, inputs)!;
        return output is ITuple several ? [.. Enumerable.Range(0, several.Length).Select(i => (torch.Tensor)several[i]!)] : [(torch.Tensor)output];
    }

    private static JsonArray Write(IReadOnlyList<torch.Tensor> tensors, string path)
    {
        var shapes = new JsonArray();
        for (int i = 0; i < tensors.Count; i++)
        {
            using torch.Tensor values = tensors[i].contiguous();
            File.WriteAllBytes($"{path}{i}", MemoryMarshal.AsBytes<float>(values.data<float>().ToArray()).ToArray());
            shapes.Add(new JsonArray([.. tensors[i].shape.Select(static size => (JsonNode)size)]));
        }

        return shapes;
    }
}
