namespace CnnGen.Fixtures;

/// <summary>The language has no counterpart for something of a Keras model.</summary>
/// <param name="what">The class, or the class and its argument.</param>
internal sealed class NotOfferedException(string what) : Exception($"The language does not offer {what}.")
{
    public string What => what;
}
