namespace CnnGen.Interop.Keras;

/// <summary>What is wrong with a file; the error that the caller sees names the file too.</summary>
internal sealed class KerasFault(string reason) : Exception(reason);
