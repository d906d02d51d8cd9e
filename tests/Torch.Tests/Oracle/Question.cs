using System.Text.Json.Nodes;

namespace CnnGen.Torch.Tests.Oracle;

/// <summary>Python code for PyTorch to run, the tensors it starts from and the expressions whose values are wanted.</summary>
internal sealed class Question(string code)
{
    private readonly JsonObject _tensors = [];
    private readonly JsonArray _wanted = [];

    public Question With(string name, TensorValue value, bool gradient = false)
    {
        _tensors[name] = new JsonObject
        {
            ["type"] = value.TypeName,
            ["shape"] = new JsonArray([.. value.Shape.Select(size => (JsonNode)size)]),
            ["data"] = Convert.ToBase64String(value.ToBytes()),
            ["gradient"] = gradient,
        };
        return this;
    }

    public Question Wants(params IEnumerable<string> expressions)
    {
        foreach (var expression in expressions)
        {
            _wanted.Add(expression);
        }

        return this;
    }

    public string ToJson() =>
        new JsonObject { ["code"] = code, ["tensors"] = _tensors, ["wanted"] = _wanted }.ToJsonString();

    public override string ToString() => code;
}
