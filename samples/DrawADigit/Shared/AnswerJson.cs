using System.Text.Json;
using System.Text.Json.Serialization;

namespace CnnGen.Samples.DrawADigit;

/// <summary>The answers as JSON, written by generated code: what is compiled for a browser is trimmed.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Reading))]
[JsonSerializable(typeof(NetworkFacts))]
internal sealed partial class AnswerJson : JsonSerializerContext;
