namespace CnnGen;

/// <summary>What a layer reads: a value that another one gives.</summary>
/// <param name="Layer">The other layer's name.</param>
/// <param name="Call">Which of its calls, from 0 on: a shared layer is called several times.</param>
/// <param name="Output">Which of the outputs of that call, from 0 on: a nested model may give several.</param>
public readonly record struct LayerConnection(string Layer, int Call = 0, int Output = 0)
{
    /// <summary>As Keras writes it: <c>conv2d[0][0]</c>.</summary>
    public override string ToString() => $"{Layer}[{Call}][{Output}]";
}
