using System.Text.Json.Serialization;

namespace CnnGen.Samples.DrawADigit.Server.Training;

/// <summary>Whether digits are read yet.</summary>
/// <param name="State"><c>training</c>, <c>ready</c> or <c>failed</c>.</param>
/// <param name="Share">How much of the training is done, 0 to 1; null if there is none.</param>
/// <param name="Text">The same in words.</param>
/// <param name="Error">Why it failed.</param>
internal sealed record Status(string State, double? Share = null, string? Text = null, string? Error = null)
{
    public static Status Ready { get; } = new("ready");

    public static Status Failed(string error) => new("failed", Error: error);

    public static Status Training(double share, string text) => new("training", share, text);

    /// <summary>Whether it stays so.</summary>
    [JsonIgnore]
    public bool IsFinal => State != "training";
}
