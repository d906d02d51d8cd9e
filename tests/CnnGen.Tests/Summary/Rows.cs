namespace CnnGen.Tests;

/// <summary>Builds summaries with the rules of the layers that the notebook uses.</summary>
internal sealed class Rows(int height, int width, int channels)
{
    private readonly List<LayerSummary> _layers = [];
    private IReadOnlyList<int> _shape = [height, width, channels];

    public Rows Conv(string name, int filters, int kernel, int stride, bool same)
    {
        int inputs = _shape[2];
        int Size(int size) => same ? (size + stride - 1) / stride : ((size - kernel) / stride) + 1;
        long parameters = ((long)kernel * kernel * inputs * filters) + filters;
        return Add(name, "Conv2D", [Size(_shape[0]), Size(_shape[1]), filters], parameters, parameters);
    }

    public Rows Normalize(string name) => Add(name, "BatchNormalization", _shape, 4L * _shape[^1], 2L * _shape[^1]);

    public Rows Flatten(string name) => Add(name, "Flatten", [_shape.Aggregate(1, (a, b) => a * b)], 0, 0);

    public Rows Dense(string name, int units)
    {
        long parameters = ((long)_shape[0] * units) + units;
        return Add(name, "Dense", [units], parameters, parameters);
    }

    public ModelSummary Build(string name) => new(name, _layers);

    private Rows Add(string name, string className, IReadOnlyList<int> shape, long parameters, long trainable)
    {
        string[] inputs = _layers.Count == 0 ? [] : [_layers[^1].Name];
        long bytes = shape.Aggregate(4L, (a, b) => a * b);
        _layers.Add(new LayerSummary(name, className, shape, parameters, trainable, 1000, bytes, 3, inputs));
        _shape = shape;
        return this;
    }
}
