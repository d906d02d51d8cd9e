using System.Linq;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Declarations;

/// <summary>An attribute of a model class.</summary>
/// <param name="Index">Its place among the attributes that were read; <c>AttributePositions</c> knows where that is.</param>
/// <param name="Kind">What it declares.</param>
/// <param name="Name">Its name without "Attribute": <c>Conv2D</c>.</param>
/// <param name="Part">Which partial part of the class it stands on, counted from zero.</param>
/// <param name="IsBroken">Whether the compiler reports an error in it, so that what it says is not known.</param>
/// <param name="Arguments">The arguments that were written, and the constructor's optional ones.</param>
/// <param name="Used">The class that a [Use] puts into the network.</param>
internal sealed record AttributeDeclaration(
    int Index, AttributeKind Kind, string Name, int Part, bool IsBroken, EquatableArray<Argument> Arguments, UsedClass? Used = null)
{
    /// <summary>Stands for the type argument among the arguments: <c>[Use&lt;T&gt;]</c>, <c>[Training&lt;T&gt;]</c>.</summary>
    public const string TypeArgument = "<T>";

    /// <summary>Where it is written; the index is another one where a block's attribute stands in the place of the [Use].</summary>
    public AttributePlace Place { get; init; } = new(AttributePlace.OnModel, Index);

    /// <summary>Whether its place among the attributes matters.</summary>
    public bool IsStep => IsLayer || Kind is AttributeKind.ForeignLayer or AttributeKind.Expect or AttributeKind.Unresolved;

    /// <summary>Whether it puts layers into the network.</summary>
    public bool IsLayer => Kind is AttributeKind.Layer or AttributeKind.Reuse or AttributeKind.Use;

    /// <summary>The name that its author gave the layer.</summary>
    public string? LayerName => this["Name"] as string;

    /// <summary>The name of the layer whose output it takes.</summary>
    public string? From => this["From"] as string;

    /// <summary>An argument's value; <see langword="null"/> if it was not given.</summary>
    public object? this[string argument]
    {
        get
        {
            foreach (Argument candidate in Arguments)
            {
                if (candidate.Name == argument)
                {
                    return candidate.Value;
                }
            }

            return null;
        }
    }

    /// <summary>The attribute with another value of an argument.</summary>
    public AttributeDeclaration With(string argument, object value) => this with
    {
        Arguments = Arguments.Where(old => old.Name != argument).Append(new Argument(argument, value)).ToEquatableArray(),
    };
}

/// <summary>Where an attribute is written.</summary>
/// <param name="Class">The full name of the block; <see cref="OnModel"/> for the model.</param>
/// <param name="Index">Its place among the attributes of that class.</param>
internal readonly record struct AttributePlace(string Class, int Index)
{
    public const string OnModel = "";

    public bool IsOnModel => Class == OnModel;
}

/// <summary>What an attribute of a model class declares.</summary>
internal enum AttributeKind
{
    Model,
    Input,
    Output,
    Layer,

    /// <summary>A layer used again.</summary>
    Reuse,

    /// <summary>A block or a model put in.</summary>
    Use,
    Expect,
    Training,
    Block,

    /// <summary>A layer attribute that is not CnnGen's.</summary>
    ForeignLayer,

    /// <summary>A type that the compiler does not know: a layer misspelt, or an attribute that another generator will add.</summary>
    Unresolved,
}
