using System.Text.Json;
using System.Text.Json.Serialization;
using CnnGen.Samples.DrawADigit.Server.Requests;
using CnnGen.Samples.DrawADigit.Server.Training;

namespace CnnGen.Samples.DrawADigit.Server;

/// <summary>What the server reads and writes as JSON beside the readings.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PixelsRequest))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(Status))]
internal sealed partial class ServerJson : JsonSerializerContext;

/// <summary>What a request gets that is not answered.</summary>
/// <param name="Error">One sentence: what is wrong, and what to do.</param>
internal sealed record ErrorAnswer(string Error);
