namespace CnnGen.Samples.DrawADigit.Server.Requests;

/// <summary>A request that cannot be answered.</summary>
/// <param name="status">The HTTP status, 400 to 599.</param>
/// <param name="message">One sentence: what is wrong, and what to do.</param>
internal sealed class RequestException(int status, string message) : Exception(message)
{
    public int Status => status;
}
