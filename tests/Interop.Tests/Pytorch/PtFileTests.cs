using static CnnGen.Interop.Tests.Pytorch.PytorchSession;

namespace CnnGen.Interop.Tests.Pytorch;

[Collection(nameof(RunsModels))]
[Trait("Category", "Running")]
public class PtFileTests
{
    [Fact]
    public void What_is_saved_is_loaded()
    {
        using var folder = new TemporaryFolder();
        using LoadedModel saved = SmallNetwork.New(1), loaded = SmallNetwork.New(2);

        SmallNetwork.Network(saved).SavePytorch(folder["weights.pt"]);
        SmallNetwork.Network(loaded).LoadPytorch(folder["weights.pt"]);

        SmallNetwork.State(loaded).ShouldBe(SmallNetwork.State(saved));
    }

    [Fact]
    public void The_same_weights_give_the_same_file()
    {
        using var folder = new TemporaryFolder();
        using LoadedModel model = SmallNetwork.New(1);

        SmallNetwork.Network(model).SavePytorch(folder["one.pt"]);
        SmallNetwork.Network(model).SavePytorch(folder["two.pt"]);

        File.ReadAllBytes(folder["two.pt"]).ShouldBe(File.ReadAllBytes(folder["one.pt"]));
    }

    [PytorchFact]
    public void Torch_loads_what_is_saved()
    {
        using var folder = new TemporaryFolder();
        using LoadedModel model = SmallNetwork.New(1);
        SmallNetwork.Network(model).SavePytorch(folder["weights.pt"]);

        Run($"""
            import torch
            state = torch.load({Literal(folder["weights.pt"])}, weights_only=True)
            assert type(state).__name__ == "OrderedDict" and all(tensor.is_contiguous() for tensor in state.values())
            result = [[name, list(tensor.shape), tensor.flatten().tolist(), str(tensor.dtype)] for name, tensor in state.items()]
            """)!.AsArray().Select(static tensor => (
                (string)tensor![0]!, string.Join('×', tensor[1]!.AsArray()), string.Join(' ', tensor[2]!.AsArray().Select(static value => (float)value!)))).ShouldBe(
            SmallNetwork.Network(model).GetWeights().Select(static weight =>
                (weight.Name, string.Join('×', weight.Shape), string.Join(' ', weight.Values.Cast<object>().Select(Convert.ToSingle)))));
    }

    // As torch.save writes, with views, halves, another protocol, a dictionary around, parameters.
    [PytorchFact]
    public void What_torch_saves_is_loaded()
    {
        using var folder = new TemporaryFolder();
        using LoadedModel model = SmallNetwork.New(1);
        string[] expected = SmallNetwork.State(model);
        SmallNetwork.Network(model).SavePytorch(folder["weights.pt"]);
        string[] kinds = ["plain", "protocol4", "nested", "parameters", "views", "doubles", "module"];
        Run($$"""
            import collections, torch
            state = torch.load({{Literal(folder["weights.pt"])}})
            save = lambda kind, value, **more: torch.save(value, {{Literal(folder["kind-"])}} + kind, **more)
            save("plain", state)
            save("protocol4", state, pickle_protocol=4)
            save("nested", {"epoch": 3, "model_state_dict": state, "losses": [1.5, 2], "best": None})
            save("parameters", {name: torch.nn.Parameter(tensor) if tensor.is_floating_point() else tensor for name, tensor in state.items()})
            everything = torch.cat([tensor.flatten() for tensor in state.values() if tensor.is_floating_point()])
            views, start = {}, 0
            for name, tensor in state.items():
                if tensor.is_floating_point():
                    views[name] = everything[start:start + tensor.numel()].view(tensor.shape)
                    start += tensor.numel()
                    if tensor.dim() > 1:
                        views[name] = views[name].transpose(0, 1).contiguous().transpose(0, 1)
                else:
                    views[name] = tensor
            save("views", views)
            save("doubles", {name: tensor.double() if tensor.is_floating_point() else tensor.int() for name, tensor in state.items()})
            class Net(torch.nn.Module):
                def __init__(self):
                    super().__init__()
                    self.conv2d = torch.nn.Conv2d(2, 4, 3)
                    self.batch_normalization = torch.nn.BatchNorm2d(4)
                    self.dense = torch.nn.Linear(144, 3)
            net = Net()
            net.load_state_dict(state)
            save("module", net.state_dict())
            """);

        foreach (string kind in kinds)
        {
            using LoadedModel other = SmallNetwork.New(2);
            SmallNetwork.Network(other).LoadPytorch(folder[$"kind-{kind}"]);
            SmallNetwork.State(other).ShouldBe(expected, kind);
        }
    }

    [PytorchFact]
    public void What_would_run_something_is_refused_and_named()
    {
        using var folder = new TemporaryFolder();
        using LoadedModel model = SmallNetwork.New(1);
        string[] before = SmallNetwork.State(model);
        Run($$"""
            import torch, os, functools
            class Evil:
                def __reduce__(self):
                    return os.system, ("touch " + {{Literal(folder["run"])}},)
            torch.save({"dense.bias": Evil()}, {{Literal(folder["evil.pt"])}})
            torch.save(torch.nn.Linear(2, 2), {{Literal(folder["module.pt"])}})
            torch.save([torch.zeros(2)], {{Literal(folder["list.pt"])}})
            torch.save({"dense.bias": torch.zeros(3)}, {{Literal(folder["old.pt"])}}, _use_new_zipfile_serialization=False)
            """);

        Refusal("evil.pt").ShouldContain("'posix.system'");
        Refusal("module.pt").ShouldContain("'torch.nn.modules.linear.Linear'");
        Refusal("list.pt").ShouldContain("no dictionary of tensors");
        Refusal("old.pt").ShouldContain("PyTorch 1.6");
        File.Exists(folder["run"]).ShouldBeFalse();
        SmallNetwork.State(model).ShouldBe(before);

        string Refusal(string file) => Should.Throw<CnnGenException>(() => SmallNetwork.Network(model).LoadPytorch(folder[file])).Message.Replace(folder[""], "");
    }

    // The 25 lines that anybody needs to read safetensors.
    [PytorchFact]
    public void Torch_reads_safetensors_with_a_few_lines()
    {
        using var folder = new TemporaryFolder();
        using LoadedModel model = SmallNetwork.New(1);
        WeightFile.Save(SmallNetwork.Network(model), folder["weights.safetensors"]);
        SmallNetwork.Network(model).SavePytorch(folder["weights.pt"]);

        Run($$"""
            import json, struct, torch

            def read_safetensors(path):
                types = {"F32": torch.float32, "I64": torch.int64}
                with open(path, "rb") as file:
                    (length,) = struct.unpack("<Q", file.read(8))
                    header = json.loads(file.read(length))
                    data = bytearray(file.read())
                header.pop("__metadata__", None)
                state = {}
                for name, entry in header.items():
                    begin, end = entry["data_offsets"]
                    values = torch.frombuffer(data[begin:end], dtype=types[entry["dtype"]])
                    state[name] = values.reshape(entry["shape"])
                return state

            state, expected = read_safetensors({{Literal(folder["weights.safetensors"])}}), torch.load({{Literal(folder["weights.pt"])}})
            result = sorted(state) == sorted(expected) and all(torch.equal(state[name], expected[name]) for name in state)
            """)!.GetValue<bool>().ShouldBeTrue();
    }
}
