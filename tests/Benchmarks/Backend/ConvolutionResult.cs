namespace CnnGen.Benchmarks.Backend;

/// <summary>A convolution's three answers, each in row-major order.</summary>
/// <param name="Output">What comes out: images, filters, rows, columns.</param>
/// <param name="InputGradient">The gradient that goes back to the images: images, channels, rows, columns.</param>
/// <param name="WeightGradient">The gradient of the weights: filters, channels of a group, rows, columns.</param>
internal sealed record ConvolutionResult<T>(T[] Output, T[] InputGradient, T[] WeightGradient);
