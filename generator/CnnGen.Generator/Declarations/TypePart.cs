namespace CnnGen.Generator.Declarations;

/// <summary>A part of the class, or of a type that it is declared in, with what may have to be mended there.</summary>
/// <param name="Depth">How many types are around the type that it is a part of.</param>
/// <param name="IsPartial">Whether it says that there are others.</param>
/// <param name="BaseClass">The base class as it is written there; <see langword="null"/> where it names none.</param>
internal sealed record TypePart(int Depth, bool IsPartial, string? BaseClass);
