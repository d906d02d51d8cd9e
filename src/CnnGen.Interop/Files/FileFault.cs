namespace CnnGen.Interop;

/// <summary>What is wrong with a file, said by who does not know its name; <see cref="UntrustedFile"/> adds it.</summary>
/// <param name="reason">A sentence without its end.</param>
/// <param name="innerException">The cause.</param>
internal sealed class FileFault(string reason, Exception? innerException = null) : Exception(reason, innerException);
