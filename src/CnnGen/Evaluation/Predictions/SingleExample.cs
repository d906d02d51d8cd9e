namespace CnnGen;

/// <summary>Room for one example of a model and for what the model gives for it, to be used again and again by one thread.</summary>
internal sealed class SingleExample
{
    private readonly WeakReference<ICnnModel> _model;
    private readonly Batch _batch;
    private readonly Memory<float>[] _outputs;

    private SingleExample(ICnnModel model)
    {
        _model = new WeakReference<ICnnModel>(model);
        _batch = new Batch(model.Inputs.Count, 0) { Count = 1 };
        for (int i = 0; i < model.Inputs.Count; i++)
        {
            _batch.Inputs[i] = new float[model.Inputs[i].Size];
        }

        _outputs = [.. model.Outputs.Select(static output => new float[output.Size])];
    }

    /// <summary>What the model gave last, an output after the other.</summary>
    public IReadOnlyList<Memory<float>> Outputs => _outputs;

    /// <summary>The room of a thread, if it was for this model, or a new one.</summary>
    public static SingleExample For(ICnnModel model, ref SingleExample? last) =>
        last is not null && last._model.TryGetTarget(out ICnnModel? owner) && owner == model ? last : last = new SingleExample(model);

    public void Run(ICnnModel model, ReadOnlySpan<float> input)
    {
        RequireInputs(model, 1);
        Fill(model, 0, input);
        model.Predict(_batch, _outputs);
    }

    public void Run(ICnnModel model, ReadOnlySpan<ReadOnlyMemory<float>> inputs)
    {
        RequireInputs(model, inputs.Length);
        for (int i = 0; i < inputs.Length; i++)
        {
            Fill(model, i, inputs[i].Span);
        }

        model.Predict(_batch, _outputs);
    }

    private static void RequireInputs(ICnnModel model, int count)
    {
        if (model.Inputs.Count != count)
        {
            throw new CnnGenException($"{model.Architecture.Name} takes {model.Inputs.Count} inputs, not {count}.");
        }
    }

    private void Fill(ICnnModel model, int index, ReadOnlySpan<float> values)
    {
        DataInput input = model.Inputs[index];
        if (values.Length != input.Size)
        {
            throw new CnnGenException(
                $"{model.Architecture.Name} takes {input.Size} values ({ExampleShape.Text(input.Shape)}) as '{input.Name}', not {values.Length}.");
        }

        Span<float> room = _batch.Inputs[index].Span;
        if (ExampleShape.IsTurned(input.Shape))
        {
            ExampleShape.Turn(values, values.Length / input.Shape[^1], room);
        }
        else
        {
            values.CopyTo(room);
        }
    }
}
