namespace CnnGen;

/// <summary>An element type of safetensors that a <see cref="Weight"/> can hold.</summary>
internal sealed class TensorType
{
    private static readonly TensorType[] All =
    [
        new("F32", sizeof(float), typeof(float[]), static length => new float[length]),
        new("I64", sizeof(long), typeof(long[]), static length => new long[length]),
        new("U8", sizeof(byte), typeof(byte[]), static length => new byte[length]),
    ];

    private readonly Type _arrayType;

    private TensorType(string name, int size, Type arrayType, Func<int, Array> create)
    {
        Name = name;
        Size = size;
        _arrayType = arrayType;
        Create = create;
    }

    /// <summary>The format's name of it.</summary>
    public string Name { get; }

    /// <summary>Bytes of one element.</summary>
    public int Size { get; }

    /// <summary>Makes an array of it.</summary>
    public Func<int, Array> Create { get; }

    public static TensorType Of(Array values) =>
        Array.Find(All, type => type._arrayType == values.GetType())
        ?? throw new ArgumentException($"A weight's values are float[] or long[], not {values.GetType().Name}.", nameof(values));

    public static TensorType? Named(string name) => Array.Find(All, type => type.Name == name);
}
