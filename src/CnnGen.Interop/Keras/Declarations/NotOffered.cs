namespace CnnGen.Interop.Keras;

/// <summary>The language has no counterpart for something of a model.</summary>
/// <param name="what">The class, or the class and its argument.</param>
internal sealed class NotOffered(string what) : Exception($"CnnGen has no {what}.")
{
    public string What => what;
}
