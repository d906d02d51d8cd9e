namespace CnnGen.Interop.Onnx;

/// <summary>Reads what an ONNX file says of itself: the parts of <c>ModelProto</c> that <see cref="OnnxInfo"/> tells of.</summary>
internal sealed class OnnxReading(Stream stream)
{
    private const int MaxAxes = 64;
    private const int MaxItems = 100_000;

    private readonly ProtoInput _input = new(stream);
    private readonly List<KeyValuePair<string, long>> _operatorSets = [];
    private readonly List<OnnxValueInfo> _inputs = [];
    private readonly List<OnnxValueInfo> _outputs = [];
    private readonly List<TensorInfo> _tensors = [];
    private readonly Dictionary<string, int> _operators = [];
    private string _producer = "";
    private string _version = "";
    private string _name = "";
    private bool _hasGraph;

    /// <summary>Reads the file.</summary>
    /// <param name="path">What it is called.</param>
    public OnnxInfo Read(string path)
    {
        _input.Fields(Model);
        if (!_hasGraph)
        {
            throw new FileFault("it has no network");
        }

        HashSet<string> inside = [.. _tensors.Select(static tensor => tensor.Name)];
        return new OnnxInfo
        {
            Path = path,
            Name = _name,
            Producer = $"{_producer} {_version}".Trim(),
            OperatorSets = _operatorSets,
            Inputs = [.. _inputs.Where(input => !inside.Contains(input.Name))],
            Outputs = _outputs,
            Operators = [.. _operators.OrderByDescending(static kind => kind.Value).ThenBy(static kind => kind.Key, StringComparer.Ordinal)],
            Tensors = _tensors,
        };
    }

    private void Model(int field)
    {
        const int ProducerField = 2, ProducerVersionField = 3, GraphField = 7, OperatorsField = 8;
        switch (field)
        {
            case ProducerField:
                _producer = Name();
                break;
            case ProducerVersionField:
                _version = Name();
                break;
            case GraphField:
                _hasGraph = true;
                _input.Message(Graph);
                break;
            case OperatorsField:
                Add(_operatorSets, OperatorSet());
                break;
        }
    }

    private void Graph(int field)
    {
        const int NodeField = 1, NameField = 2, TensorField = 5, InputField = 11, OutputField = 12;
        switch (field)
        {
            case NodeField:
                Node();
                break;
            case NameField:
                _name = Name();
                break;
            case TensorField:
                Add(_tensors, Tensor());
                break;
            case InputField:
                Add(_inputs, OnnxValueReading.Read(_input));
                break;
            case OutputField:
                Add(_outputs, OnnxValueReading.Read(_input));
                break;
        }
    }

    private KeyValuePair<string, long> OperatorSet()
    {
        const int DomainField = 1, VersionField = 2;
        string domain = "";
        long version = 0;
        _input.Message(field =>
        {
            domain = field == DomainField ? Name() : domain;
            version = field == VersionField ? _input.Number() : version;
        });
        return new(domain, version);
    }

    private void Node()
    {
        const int OperatorField = 4;
        string name = "";
        _input.Message(field => name = field == OperatorField ? Name() : name);
        if (!_operators.TryAdd(name, 1))
        {
            _operators[name]++;
        }
        else if (_operators.Count > MaxItems)
        {
            throw TooMany();
        }
    }

    private TensorInfo Tensor()
    {
        const int DimensionsField = 1, TypeField = 2, NameField = 8;
        string name = "";
        long type = 0;
        List<long> shape = [];
        _input.Message(field =>
        {
            switch (field)
            {
                case DimensionsField:
                    _input.Numbers(shape, MaxAxes);
                    break;
                case TypeField:
                    type = _input.Number();
                    break;
                case NameField:
                    name = Name();
                    break;
            }
        });
        return shape.Exists(static size => size < 0)
            ? throw new FileFault($"the tensor '{name}' would have {shape.Find(static size => size < 0)} values along an axis")
            : new TensorInfo(name, OnnxTypes.NameOf(type), shape);
    }

    private string Name() => _input.Name();

    private static void Add<T>(List<T> items, T item) => items.Add(items.Count < MaxItems ? item : throw TooMany());

    private static FileFault TooMany() => new($"it lists more than {MaxItems} things of one kind");
}
