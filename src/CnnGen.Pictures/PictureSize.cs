namespace CnnGen.Pictures;

/// <summary>The size that a picture's header names.</summary>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
public readonly record struct PictureSize(int Height, int Width);
