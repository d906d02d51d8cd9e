using System.Linq;

namespace CnnGen.Generator.Text;

/// <summary>The parts of TorchSharp as generated code names them; <see cref="Aliases"/> says what stands for each.</summary>
internal static class Torch
{
    public const string Root = Aliases.Begin + "torch" + Aliases.End;
    public const string Tensor = Aliases.Begin + "Tensor" + Aliases.End;
    public const string Nn = Aliases.Begin + "nn" + Aliases.End;
    public const string Functional = Aliases.Begin + "F" + Aliases.End;
    public const string Modules = Aliases.Begin + "Modules" + Aliases.End;
    public const string Init = Nn + ".init";
    public const string Optim = Root + ".optim";

    /// <summary>The base class of a network.</summary>
    public static string Module(int inputs, int outputs) =>
        $"{Nn}.Module<{string.Join(", ", Enumerable.Repeat(Tensor, inputs))}, {Tensors(outputs)}>";

    /// <summary>One tensor, or a tuple of several.</summary>
    public static string Tensors(int count) =>
        count == 1 ? Tensor : $"({string.Join(", ", Enumerable.Repeat(Tensor, count))})";
}
