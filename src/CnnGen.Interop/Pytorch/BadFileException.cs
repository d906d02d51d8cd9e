namespace CnnGen.Interop;

/// <summary>What is wrong with a file, said by who does not know its name; the doors add it.</summary>
/// <param name="reason">A sentence without its end.</param>
/// <param name="innerException">The cause.</param>
internal sealed class BadFileException(string reason, Exception? innerException = null) : Exception(reason, innerException);
