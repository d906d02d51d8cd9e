using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What Adam and AdamW remember about one parameter. It is kept in the fields of their states, which are public.</summary>
internal readonly ref struct AdamMoments
{
    private readonly ref long _step;
    private readonly ref Tensor _mean;
    private readonly ref Tensor _square;
    private readonly ref Tensor? _largest;

    public AdamMoments(ref long step, ref Tensor mean, ref Tensor square, ref Tensor? largest)
    {
        _step = ref step;
        _mean = ref mean;
        _square = ref square;
        _largest = ref largest;
    }

    public void Start(Parameter parameter, bool amsgrad)
    {
        Dispose();
        _step = 0;
        (_mean, _square) = (OptimizerState.Zeros(parameter), OptimizerState.Zeros(parameter));
        _largest = amsgrad ? OptimizerState.Zeros(parameter) : null;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_step);
        _mean.Save(writer);
        _square.Save(writer);
        OptimizerState.SaveConditionalStateTensor(writer, _largest);
    }

    public void Load(BinaryReader reader, Parameter parameter)
    {
        _step = reader.ReadInt64();
        _mean.Load(reader);
        _square.Load(reader);
        var largest = _largest;
        OptimizerState.LoadConditionalStateTensor(reader, ref largest, parameter.device);
        _largest = OptimizerState.Fitted(largest, parameter);
    }

    public void Copy(AdamMoments source, Parameter parameter)
    {
        _step = source._step;
        _mean = OptimizerState.Copy(source._mean, _mean, parameter)!;
        _square = OptimizerState.Copy(source._square, _square, parameter)!;
        _largest = OptimizerState.Copy(source._largest, _largest, parameter);
    }

    public bool IsCloseTo(AdamMoments other) =>
        _step == other._step && OptimizerState.Close(_mean, other._mean) && OptimizerState.Close(_square, other._square) &&
        OptimizerState.Close(_largest, other._largest);

    public void Dispose()
    {
        _mean?.Dispose();
        _square?.Dispose();
        _largest?.Dispose();
    }
}
