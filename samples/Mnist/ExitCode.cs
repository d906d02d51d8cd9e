namespace CnnGen.Samples.Mnist;

/// <summary>What the program tells the shell. 2 means that the command line alone shows the mistake.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Failed = 1;
    public const int WrongArguments = 2;

    // 128 and the number of the signal, as shells say it.
    public const int Interrupted = 130;
}
