using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Autograd;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the optimizers have in common: groups, state, files.</summary>
public abstract class OptimizerHelper : optim.Optimizer
{
    private readonly Dictionary<TensorImpl, OptimizerState> _states = [];
    private readonly OptimizerOptions _defaults;

    private protected OptimizerHelper(OptimizerOptions defaults)
    {
        _defaults = defaults;
    }

    public override Tensor? step(Func<Tensor>? closure = null)
    {
        var loss = base.step(closure);
        using var noGrad = no_grad();
        for (var i = 0; i < _parameter_groups.Count; i++)
        {
            var group = _parameter_groups[i];
            foreach (var parameter in group.ParametersAsArray()) Step(group, parameter);
        }

        return loss;
    }

    /// <summary>Adds parameters; a setting that the group leaves open is the optimizer's.</summary>
    public override void add_param_group(ParamGroup param_group)
    {
        param_group.Parameters = param_group.Parameters.ToArray();
        param_group.Options ??= NewOptions();
        param_group.Options.FillIn(_defaults);
        base.add_param_group(param_group);
        foreach (var parameter in param_group.Parameters)
        {
            var state = NewState(parameter);
            parameter.Impl.KeepIdentity();
            _states[parameter.Impl] = state;
            state.Initialize(param_group.Options);
        }
    }

    public virtual StateDictionary state_dict()
    {
        var dictionary = new StateDictionary();
        foreach (var group in _parameter_groups)
        {
            dictionary.Options.Add(group.Options);
            var places = new List<int>();
            dictionary.StateIndexRef.Add(places);
            foreach (var parameter in group.Parameters)
            {
                places.Add(dictionary.State.Count);
                dictionary.State.Add(StateOf(parameter));
            }
        }

        return dictionary;
    }

    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        RequireSameCounts(own, state_dict.Options.Count, state_dict.State.Count);
        for (var i = 0; i < own.Options.Count; i++)
        {
            if (own.Options[i] != state_dict.Options[i]) own.Options[i].LoadStateDict(state_dict.Options[i]);
        }

        for (var i = 0; i < own.State.Count; i++)
        {
            if (own.State[i] != state_dict.State[i]) own.State[i].LoadStateDict(state_dict.State[i]);
        }
    }

    /// <summary>Writes settings and state in TorchSharp's own format.</summary>
    public void save_state_dict(string location)
    {
        using var stream = File.Create(location);
        using var writer = new BinaryWriter(stream);
        save_state_dict(writer);
    }

    public void save_state_dict(BinaryWriter writer)
    {
        var own = state_dict();
        writer.Write(GetType().Name);
        writer.Write7BitEncodedInt64(own.Options.Count);
        writer.Write7BitEncodedInt64(own.State.Count);
        foreach (var options in own.Options) options.SaveStateDict(writer);
        foreach (var state in own.State) state.SaveStateDict(writer);
        writer.Flush();
    }

    /// <summary>Reads what <see cref="save_state_dict(string)"/> wrote, here or in TorchSharp.</summary>
    public void load_state_dict(string location)
    {
        using var stream = File.OpenRead(location);
        using var reader = new BinaryReader(stream);
        load_state_dict(reader);
    }

    public void load_state_dict(BinaryReader reader)
    {
        var name = reader.ReadString();
        if (name != GetType().Name)
            throw new InvalidDataException($"Mismatched optimizer type: expected '{GetType().Name}', but found '{name}' in the loaded stream.");
        var own = state_dict();
        RequireSameCounts(own, reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64());
        foreach (var options in own.Options) options.LoadStateDict(reader);
        foreach (var state in own.State) state.LoadStateDict(reader);
    }

    public void to(Device device) => RequireCpu(device);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing) return;
        foreach (var state in _states.Values) (state as IDisposable)?.Dispose();
        _states.Clear();
    }

    private protected abstract OptimizerOptions NewOptions();

    private protected abstract OptimizerState NewState(Parameter parameter);

    /// <summary>One pass over one parameter; all of its memory is dense and in the same order.</summary>
    private protected abstract void Update(OptimizerOptions options, OptimizerState state, TensorImpl parameter, TensorImpl gradient);

    private protected static void RequireNotNegative(double value, string name)
    {
        if (value < 0) throw new ArgumentException($"Invalid {name}: {value}");
    }

    /// <summary>A share of what was before, which must not be all of it.</summary>
    private protected static void RequireShare(double value, string name)
    {
        if (value is < 0 or >= 1) throw new ArgumentException($"Invalid {name}: {value}");
    }

    private void Step(ParamGroup group, Parameter parameter)
    {
        if (Gradients.Read(parameter.Impl) is not { } gradient) return;
        Tensor.RequireFloat32(parameter, "optimizer step");
        Tensor.RequireFloat32(gradient.Type, "optimizer step: gradient");
        var target = parameter.Impl;
        using var dense = Held.Arranged(gradient, target.Layout);
        if (!target.Has(target.Layout)) throw TorchError.Create("optimizer step: a parameter must be dense in memory; call contiguous() before making it one");
        Update(group.Options, StateOf(parameter), target, dense.Impl);
        target.NoteWrite();
        GC.KeepAlive(this);
    }

    private OptimizerState StateOf(Parameter parameter) =>
        _states.TryGetValue(parameter.Impl, out var state)
            ? state
            : throw new KeyNotFoundException("The optimizer does not know this parameter. Convert or replace parameters before making the optimizer.");

    private static void RequireSameCounts(StateDictionary own, long options, long states)
    {
        if (options != own.Options.Count) throw new ArgumentException($"Invalid optimizer state -- different number of parameter groups: {options} instead of {own.Options.Count}.");
        if (states != own.State.Count) throw new ArgumentException($"Invalid optimizer state -- different number of states: {states} instead of {own.State.Count}.");
    }
}
