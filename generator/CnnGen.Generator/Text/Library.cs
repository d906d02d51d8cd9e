namespace CnnGen.Generator.Text;

/// <summary>The parts of CnnGen's own library as generated code names them.</summary>
internal static class Library
{
    public const string Root = Aliases.Begin + "CnnGen" + Aliases.End;
    public const string Network = Root + ".INetwork";
    public const string Model = Root + ".ICnnModel";
    public const string Trainable = Root + ".ITrainableModel";
    public const string Tensors = Root + ".Generated.LayerTensors";
    public const string Constraints = Root + ".Generated.Constraints";
    public const string Weights = "global::System.Collections.Generic.IReadOnlyList<" + Root + ".Weight>";

    /// <summary>A list that cannot be changed.</summary>
    public static string List(string type) => $"global::System.Collections.Generic.IReadOnlyList<{type}>";
}
