namespace CnnGen.Generator.Declarations;

/// <summary>One argument of an attribute.</summary>
/// <param name="Name">The constructor's parameter or the property.</param>
/// <param name="Value">A boxed constant (an enum as its number), an <c>EquatableArray&lt;int&gt;</c> or an <c>EquatableArray&lt;string&gt;</c>.</param>
internal sealed record Argument(string Name, object? Value);
