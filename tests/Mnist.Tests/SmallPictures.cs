namespace CnnGen.Samples.Mnist.Tests;

/// <summary>What <see cref="SmoothCnn"/> is trained on: it has a shape and nothing else.</summary>
[ImageData(7, 6, 2, Classes = 3)]
public sealed class SmallPictures;
