using Microsoft.CodeAnalysis;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>
/// Whatever a class has of its own beside its attributes, the compiler says nothing about the generated file, where nobody could fix
/// it: there is an error of CnnGen's on the member that is in the way, or everything works.
/// </summary>
public class UserCodeTests
{
    private const int BodiesOfASeed = 200;

    /// <summary>Bodies that people write and that are all right.</summary>
    public static TheoryData<string> Welcome =>
    [
        "private readonly string _path; private readonly System.Collections.Generic.List<int> _sizes; public Cnn(string path) : this() { _path = path; _sizes = [1]; } public string Path => _path + _sizes.Count;",
        "public string Note { get; set; } = null!; public required string Owner { get; init; }",
        "private string _late; public void Prepare() => _late = \"x\"; public int Length => _late.Length;",
        "public static int Classes => 2; public string Name => \"x\"; public TorchSharp.torch.Tensor Forward(TorchSharp.torch.Tensor x) => forward(x);",
        "public void Predict(string path) { } public void Save() => Save(\"model.safetensors\"); public static Cnn Load(System.IO.Stream stream) => new();",
        "public void Save<T>(string path) { } public void Load(ref string path) { } public int Fit(int epochs) => epochs; public int Evaluate() => 1;",
        "public TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) => forward(left + right);",
        "public void train(int epochs, string path) { } public void train() { } public new void eval() { } public int call(int a, int b) => a + b;",
        "static Cnn() { } ~Cnn() { } public event System.EventHandler Trained; public void Raise() => Trained?.Invoke(this, System.EventArgs.Empty);",
        "public int this[int index] => index; public static bool operator !(Cnn cnn) => cnn is null; public static implicit operator string(Cnn cnn) => cnn.GetName();",
        "[System.Obsolete(\"old\")] public void Old() { } [System.Obsolete] private sealed class Helper { } private sealed class Dense { } private enum Loss2 { A }",
        "public int modules() => 1; public void train(params int[] epochs) { } private void SwitchMode(bool on) { }",
        "public new void train(bool on) { }",
        "private sealed class Tensor { } private static int torch => 1; private int F(int nn) => nn;",
        "public override void train(bool on = true) => base.train(on); protected override void Dispose(bool disposing) => base.Dispose(disposing);",
        "public Cnn(int size = 3, int depth = 4) : this() { } public Cnn(string a) : this(1, 2) { } private Cnn(double b) : this(\"x\") { }",
        "private int global, System, torch, CnnGen, TorchSharp; public int Sum() => global + System + torch + CnnGen + TorchSharp;",
        "public class Conv2d; public class Tensor; public class ModelSummary; public class Trained : Cnn2; public class Cnn2;",
        "private int _loose = 3, __ = 4; private static readonly int _fixed = 5; public int All => _loose + __ + _fixed;",
        "public unsafe void Nothing() { }",
        "public static async global::System.Threading.Tasks.Task RunAsync() { using var cnn = new Cnn(); await global::System.Threading.Tasks.Task.Yield(); }",
    ];

    /// <summary>Bodies that are in the way, with what is marked.</summary>
    public static TheoryData<string, string> InTheWay => new()
    {
        { "public string Summary => \"mine\";", "Summary" },
        { "private sealed class OwnOptimizer { }", "OwnOptimizer" },
        { "public void Save(string path) { }", "Save" },
        { "public int Fit;", "Fit" },
        { "public TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor x) => x;", "forward" },
        { "private readonly int _dense = 3; public int Size => _dense;", "_dense" },
        { "internal Cnn() { }", "Cnn" },
        { "internal Cnn() : base(\"cnn\") { }", "Cnn" },
        { "internal Cnn(string path) { }", "Cnn" },
        { "internal Cnn(string path) : base(path) { }", "Cnn" },
        { "private readonly int _state = 3; public int Size => _state;", "_state" },
        { "public new bool training => true;", "training" },
        { "public void training(int epochs) { }", "training" },
        { "private new void register_module(string name, object module) { }", "register_module" },
        { "private System.Action<string, object> register_module = null!; public object X => register_module;", "register_module" },
        { "public int parameters(bool recurse = true) => 1;", "parameters" },
        { "void INetwork.SetWeights(System.Collections.Generic.IReadOnlyList<Weight> weights) { }", "SetWeights" },
        { "ModelSummary INetwork.Architecture => null!;", "Architecture" },
    };

    [Theory]
    [MemberData(nameof(Welcome))]
    public void Works_beside_the_generated_part(string body)
    {
        foreach (NullableContextOptions nullable in new[] { NullableContextOptions.Enable, NullableContextOptions.Disable })
        {
            foreach (string model in Models(body))
            {
                GeneratorRun run = Generate(model, nullable);

                run.DidNotCrash().Diagnostics.ShouldBeEmpty(model);
                Complaints(run).ShouldBeEmpty(model);
                GeneratedFiles.Of(run.Output, run.Input).ShouldNotContain(tree => GeneratedFiles.IsStub(tree));
            }
        }
    }

    [Theory]
    [MemberData(nameof(InTheWay))]
    public void Is_told_on_the_member(string body, string mark)
    {
        foreach (string model in Models(body))
        {
            GeneratorRun run = Generate(model, NullableContextOptions.Enable);

            run.HasDiagnostic("CNN011").At(mark).HasNoOthers();
            Complaints(run).ShouldBeEmpty(model);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Random_members_are_welcome_or_told_of(int seed)
    {
        var members = new RandomMembers(new Random(seed));
        for (int i = 0; i < BodiesOfASeed; i++)
        {
            string model = Trained(members.Body());
            GeneratorRun run = Generate(model, NullableContextOptions.Enable);

            run.DidNotCrash();
            Complaints(run).ShouldBeEmpty($"seed {seed}, {i}: {model}");
            bool isSilentStub = GeneratedFiles.Of(run.Output, run.Input).Any(GeneratedFiles.IsStub) && run.Result.Diagnostics.IsEmpty;
            isSilentStub.ShouldBeFalse(model);
        }
    }

    private static IEnumerable<string> Models(string body) =>
    [
        Trained(body),
        $"[Model, Input(8, 8, 1)]\n[Flatten, Dense(2)]\npublic sealed partial class Cnn\n{{\n    {body}\n}}".Replace("Cnn2", "object2"),
    ];

    private static string Trained(string body) =>
        "[ImageData(8, 8, 1, Classes = 2)] public sealed class Data;\n"
        + "[Model, Input(8, 8, 1)]\n[Flatten, Dropout(0.5), Dense(2, Activation = Activation.Softmax, KernelL2 = 0.1)]\n[Training<Data>]\n"
        + $"public partial class Cnn\n{{\n    {body}\n}}";

    // What a project says about missing documentation of its own code is not the point.
    private static GeneratorRun Generate(string model, NullableContextOptions nullable) =>
        ModelCompiler.Generate(model, RunOptions.Default with { Nullable = nullable });

    private static IEnumerable<string> Complaints(GeneratorRun run) => run.Output.GetDiagnostics()
        .Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Severity > DiagnosticSeverity.Hidden)
        .Where(diagnostic => GeneratedFiles.Of(run.Output, run.Input).Contains(diagnostic.Location.SourceTree))
        .Select(diagnostic => diagnostic.ToString());
}
