namespace CnnGen.Samples.DrawADigit;

/// <summary>What the network says of a drawing. Its JSON is what both programs answer.</summary>
/// <param name="Digit">The most probable digit.</param>
/// <param name="Probability">Its probability, 0 to 1.</param>
/// <param name="Probabilities">The probability of each digit, of 0 first.</param>
/// <param name="Layers">The feature maps on the way, if they are asked for.</param>
public sealed record Reading(int Digit, float Probability, IReadOnlyList<float> Probabilities, IReadOnlyList<LayerMaps>? Layers = null);

/// <summary>The maps of one layer, of which nothing is below zero.</summary>
/// <param name="Name">The layer.</param>
/// <param name="Height">Rows of a map.</param>
/// <param name="Width">Columns of a map.</param>
/// <param name="Count">How many maps.</param>
/// <param name="Highest">The largest value in all of them; the byte 255.</param>
/// <param name="Values">Each value in steps of <paramref name="Highest"/> ÷ 255: row by row, the maps of a place side by side. In JSON it is base64.</param>
public sealed record LayerMaps(string Name, int Height, int Width, int Count, float Highest, byte[] Values);
