using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Tests;

/// <summary>Draws members of a model class: of names that are taken, inherited, a layer's or nobody's, and of every kind.</summary>
internal sealed class RandomMembers(Random random)
{
    private static readonly string[] s_names =
    [
        .. GeneratedMembers(),
        .. InheritedMembers(),
        "_dense", "_dropout", "_flatten", "_other", "Flatten", "Dense", "Data", "torch", "TorchSharp", "CnnGen", "System", "global",
        "Batch", "Weight", "INetwork", "logits", "input", "scope", "var", "Item", "Finalize", "Main",
    ];

    private static readonly string[] s_parameters =
    [
        "", "int a", "string a", "int a = 1", "params int[] a", "ref int a", "TorchSharp.torch.Tensor a", "TorchSharp.torch.Tensor a, TorchSharp.torch.Tensor b",
        "ImageDataset a", "ImageDataset a, int b = 3", "ImageDataset a, TrainingOptions? b = null", "Image a", "Batch a", "string a, object b", "bool a = true", "object a",
    ];

    private static readonly string[] s_modifiers = ["", "static ", "new ", "private ", "public ", "internal static ", "public new ", "protected virtual "];

    /// <summary>One to four members, which need not be right.</summary>
    public string Body() => string.Join("\n    ", Enumerable.Range(0, random.Next(1, 5)).Select(_ => Member()));

    private string Member()
    {
        string name = Pick(s_names);
        string escaped = name is "var" or "global" ? "@" + name : name;
        string head = Pick(s_modifiers);
        return random.Next(11) switch
        {
            0 => $"{head}int {escaped};",
            1 => $"{head}string {escaped} {{ get; set; }}",
            2 => $"public required string {escaped} {{ get; set; }}",
            3 => $"{head}class {escaped} {{ }}",
            4 => $"public const int {escaped} = 3;",
            5 => $"{head}event System.Action {escaped};",
            6 => $"public Cnn({Pick(s_parameters)}) {Pick(["", ": this()", ": base(\"x\")", ": this(1)"])} {{ }}",
            7 => $"public override string ToString() => \"\"; private readonly string {escaped};",
            8 => $"{head}int {escaped}<T>({Pick(s_parameters)}) => 1;",
            9 => $"{head}System.Func<string, object, object> {escaped} = null!;",
            _ => $"{head}{Pick(["void", "int", "TorchSharp.torch.Tensor"])} {escaped}({Pick(s_parameters)}) => throw null!;",
        };
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];

    private static IEnumerable<string> GeneratedMembers() => ModelCompiler.Generate(TrainingModels.All.Values.First()).Model
        .GetMembers().Where(member => !member.IsImplicitlyDeclared && member.CanBeReferencedByName).Select(member => member.Name);

    private static IEnumerable<string> InheritedMembers() => typeof(TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>)
        .GetMembers(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)
        .Where(member => member is not System.Reflection.ConstructorInfo && member.Name.All(c => char.IsLetterOrDigit(c) || c == '_'))
        .Select(member => member.Name)
        .Distinct();
}
