using System.Linq;

namespace CnnGen.Generator.Emission;

/// <summary>The parts of TorchSharp by their full names, so that no type of the user's can come in between.</summary>
internal static class Torch
{
    public const string Root = "global::TorchSharp.torch";
    public const string Tensor = Root + ".Tensor";
    public const string Nn = Root + ".nn";
    public const string Functional = Nn + ".functional";
    public const string Init = Nn + ".init";
    public const string Optim = Root + ".optim";
    public const string Modules = "global::TorchSharp.Modules";
    public const string ZeroPadding = "global::TorchSharp.PaddingModes.Zeros";

    /// <summary>The base class of a network.</summary>
    public static string Module(int inputs, int outputs) =>
        $"{Nn}.Module<{string.Join(", ", Enumerable.Repeat(Tensor, inputs))}, {Tensors(outputs)}>";

    /// <summary>One tensor, or a tuple of several.</summary>
    public static string Tensors(int count) =>
        count == 1 ? Tensor : $"({string.Join(", ", Enumerable.Repeat(Tensor, count))})";
}
