namespace CnnGen.Samples.Mnist.Training;

/// <summary>Somebody has ended a training. The message says what was kept.</summary>
internal sealed class InterruptedException(string message) : CnnGenException(message);
