using System.Globalization;

namespace CnnGen.Interop.Onnx;

/// <summary>Reads what goes into a network or comes out: ONNX's <c>ValueInfoProto</c>.</summary>
internal sealed class OnnxValueReading
{
    private const int MaxAxes = 64;

    private readonly ProtoInput _input;
    private string _name = "";
    private string _type = "other";
    private List<string>? _shape;

    private OnnxValueReading(ProtoInput input) => _input = input;

    /// <summary>Reads it from the field at hand.</summary>
    public static OnnxValueInfo Read(ProtoInput input)
    {
        var reading = new OnnxValueReading(input);
        input.Message(reading.Value);
        return new OnnxValueInfo(reading._name, reading._type, reading._shape);
    }

    private void Value(int field)
    {
        const int NameField = 1, TypeField = 2, TensorField = 1;
        if (field == NameField)
        {
            _name = _input.Name();
        }
        else if (field == TypeField)
        {
            _input.Message(kind => Inner(kind, TensorField, Tensor));
        }
    }

    private void Tensor(int field)
    {
        const int ElementField = 1, ShapeField = 2, DimensionField = 1;
        if (field == ElementField)
        {
            _type = OnnxTypes.NameOf(_input.Number());
        }
        else if (field == ShapeField)
        {
            _shape = [];
            _input.Message(axis => Inner(axis, DimensionField, Dimension));
        }
    }

    // A message without a field is an axis of which nothing is known.
    private void Dimension()
    {
        const int SizeField = 1, SymbolField = 2;
        string size = "?";
        _input.Message(field => size = field switch
        {
            SizeField => _input.Number().ToString(CultureInfo.InvariantCulture),
            SymbolField => _input.Name(),
            _ => size,
        });
        _shape!.Add(_shape.Count < MaxAxes ? size : throw new FileFault($"'{_name}' has more than {MaxAxes} axes"));
    }

    private void Tensor() => _input.Message(Tensor);

    private static void Inner(int field, int wanted, Action read)
    {
        if (field == wanted)
        {
            read();
        }
    }
}
