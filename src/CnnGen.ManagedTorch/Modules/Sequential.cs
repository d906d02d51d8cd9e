using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules one after the other; what lies between two of them is disposed on the way.</summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<nn.IModule<Tensor, Tensor>> _modules = [];

    internal Sequential() : base(nameof(Sequential))
    {
    }

    public int Count => _modules.Count;

    [IndexerName("SequentialItems")]
    public nn.IModule<Tensor, Tensor> this[int index] => _modules[index];

    /// <summary>A part of the sequence, of the same modules.</summary>
    [IndexerName("SequentialItems")]
    public Sequential this[(int? start, int? end) index]
    {
        get
        {
            var part = new Sequential();
            foreach (var (name, module) in named_children().Take((index.start ?? 0)..(index.end ?? Count))) part.append(name, (nn.IModule<Tensor, Tensor>)module);
            return part;
        }
    }

    [IndexerName("SequentialItems")]
    public Sequential this[Range index] => this[(index.Start.GetOffset(Count), index.End.GetOffset(Count))];

    /// <summary>Adds a module under its number.</summary>
    public Sequential append(nn.IModule<Tensor, Tensor> module) => append($"{_modules.Count}", module);

    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        register_module(name, (nn.Module)module);
        _modules.Add(module);
        return this;
    }

    public override Tensor forward(Tensor tensor)
    {
        if (_modules.Count == 0) return tensor.alias();
        var current = tensor;
        foreach (var module in _modules)
        {
            var next = module.call(current);
            if (!ReferenceEquals(current, tensor)) current.Dispose();
            current = next;
        }

        return current;
    }
}
