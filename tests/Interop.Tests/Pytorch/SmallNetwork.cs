using TorchSharp;

namespace CnnGen.Interop.Tests.Pytorch;

/// <summary>A network with weights, averages and a counter, and what is done with it in many tests.</summary>
internal static class SmallNetwork
{
    public const string Declaration = "[Model] [Input(8, 8, 2)] [Conv2D(4, 3)] [BatchNormalization] [Flatten] [Dense(3)] public partial class Cnn;";

    public static LoadedModel New(int seed)
    {
        torch.manual_seed(seed);
        LoadedModel model = LoadedModel.Load(Declaration);
        Network(model).SetWeights([.. Network(model).GetWeights().Select((weight, i) => weight.Values is float[] values
            ? weight with { Values = Array.ConvertAll(values, value => value + (i * 0.01f) + 0.5f) }
            : weight with { Values = new long[] { seed + 41 } })]);
        return model;
    }

    public static INetwork Network(LoadedModel model) => (INetwork)model.Network;

    /// <summary>All weights' names, shapes and values, to compare.</summary>
    public static string[] State(LoadedModel model) =>
        [.. Network(model).GetWeights().Select(static weight => $"{weight.Name} {string.Join('×', weight.Shape)} {string.Join(' ', weight.Values.Cast<object>())}")];
}
