namespace CnnGen.Package.Tests.Tool;

/// <summary>The command <c>cnngen</c> as it is installed, on a project by the README's steps.</summary>
[Collection(nameof(Packages))]
public sealed class ToolTests(Packages packages, InstalledTool tool) : IClassFixture<InstalledTool>
{
    [Fact]
    public void It_says_its_commands()
    {
        string help = tool.Run(packages.Folder, "--help").Succeeded().Output;

        foreach (string command in new[] { "summary", "inspect", "convert", "export" })
        {
            help.ShouldContain($"\n  {command} <");
        }
    }

    /// <summary>From a project that was never built to a Keras model, an ONNX file, and back to attributes.</summary>
    [Fact]
    public void A_project_is_built_summarized_and_exported()
    {
        var consumer = new Consumer(packages);

        Run("summary").Succeeded().Output.ShouldContain("conv2d (Conv2D)             (None, 6, 6, 8)           80");
        string program = Path.Combine("bin", "Debug", "net10.0", "Stripes.dll");
        Run("summary", program, "--model", "stripecnn").Succeeded().Output.ShouldStartWith("Model: \"stripe_cnn\"");
        Run("export", program, "--format", "pt", "--out", "net.pt").Succeeded().Output.ShouldContain("its weights are fresh");
        Run("export", program, "--format", "onnx", "--weights", "net.pt", "--out", "net.onnx").Succeeded();
        Run("export", program, "--model", "Stripes.StripeCnn", "--format", "keras", "--weights", "net.pt", "--out", "net.keras").Succeeded();

        Run("inspect", "net.pt").Succeeded().Output.ShouldContain("  dense.weight: float32 2×72");
        Run("inspect", "net.onnx").Succeeded().Output.ShouldContain("\n  1 Conv\n");
        Run("inspect", "net.keras").Succeeded().Output.ShouldContain("weights: 226 numbers in 4 tensors");
        Run("convert", "net.keras", "--name", "Back", "--out", "Back.cs").Succeeded();
        consumer.Read("Back.cs").ShouldContain("[Conv2D(8, 3, Activation = Activation.ReLU)]\n[MaxPooling2D]");

        Run("export", program, "--model", "Stripe", "--format", "pt", "--out", "net.pt").ShouldFail(1, "has no network Stripe; did you mean StripeCnn?");
        consumer.Write("Program.cs", Readme.Program.Replace("[Conv2D(8, 3,", "[Conv2D(8, 9,"));
        Run("summary").ShouldFail(1, "error CNN101");

        ProgramResult Run(params string[] arguments) => tool.Run(consumer.Folder, arguments);
    }

    [Theory]
    [InlineData(2, "there is no command 'inspekt'; see cnngen --help", "inspekt")]
    [InlineData(2, "Required argument missing for command: 'inspect'; see cnngen inspect --help", "inspect")]
    [InlineData(2, "there is no format 'onx'; did you mean onnx?", "export", "--format", "onx", "--out", "net.onnx")]
    [InlineData(2, "FILE must not be empty; see cnngen inspect --help", "inspect", "")]
    [InlineData(2, "FILE must not be empty; see cnngen convert --help", "convert", " ")]
    [InlineData(2, "--out must not be empty; see cnngen convert --help", "convert", "nothing.keras", "--out", "")]
    [InlineData(2, "--name must not be empty; see cnngen convert --help", "convert", "nothing.keras", "--name", "")]
    [InlineData(2, "--out must not be empty; see cnngen export --help", "export", "--format", "pt", "--out", "")]
    [InlineData(2, "--weights must not be empty; see cnngen export --help", "export", "--format", "pt", "--out", "net.pt", "--weights", "")]
    [InlineData(2, "there is no format ''", "export", "--format", "", "--out", "net.pt")]
    [InlineData(2, "PROJECT must not be empty; see cnngen summary --help", "summary", "")]
    [InlineData(2, "--model must not be empty; see cnngen summary --help", "summary", "--model", "")]
    [InlineData(1, "nothing.onnx does not exist; expected an ONNX file (.onnx).", "inspect", "nothing.onnx")]
    [InlineData(1, "nothing.csproj does not exist: name a project, its folder, or a built assembly.", "summary", "nothing.csproj")]
    [InlineData(1, "has no project: name a project or a built assembly.", "summary", ".")]
    [InlineData(1, "expected a file of Keras", "convert", "nothing.keras")]
    public void What_is_wrong_is_one_line(int exitCode, string words, params string[] arguments)
    {
        string empty = Directory.CreateDirectory(Path.Combine(packages.Folder, "empty")).FullName;

        ProgramResult result = tool.Run(empty, arguments);

        result.ShouldFail(exitCode, words);
        result.Output.Trim().Split('\n').ShouldHaveSingleItem().ShouldStartWith("error: ");
    }

    [Theory]
    [InlineData(null, "dotnet")]
    [InlineData("", "dotnet")]
    [InlineData("/no/such/folder/dotnet", "/no/such/folder/dotnet")]
    public void A_machine_without_an_SDK_is_told_so_in_one_line(string? host, string named)
    {
        string folder = Directory.CreateDirectory(Path.Combine(packages.Folder, "no-sdk")).FullName;
        File.WriteAllText(Path.Combine(folder, "Any.csproj"), "<Project />");

        ProgramResult result = tool.Run(folder, new Dictionary<string, string?> { ["PATH"] = folder, ["DOTNET_HOST_PATH"] = host }, "summary");

        result.ShouldFail(1, $"{named} cannot be started, which builds projects: install the .NET SDK and put it into PATH, or name a built assembly.");
        result.Output.Trim().Split('\n').ShouldHaveSingleItem().ShouldStartWith("error: ");
    }

    /// <summary>A network by hand, whose weights cannot be had: what nobody has thought of.</summary>
    [Fact]
    public void What_nobody_has_thought_of_is_one_line_too()
    {
        var consumer = new Consumer(packages);
        consumer.Write("Directory.Build.targets", """
            <Project>
              <Target Name="WithoutGenerator" BeforeTargets="CoreCompile">
                <ItemGroup>
                  <Analyzer Remove="@(Analyzer)" />
                </ItemGroup>
              </Target>
            </Project>
            """);
        consumer.Program = """
            using CnnGen;

            Console.WriteLine(Odd.Summary);

            [Model]
            public sealed class Odd : INetwork
            {
                public const string Summary = "odd";

                public ModelSummary Architecture => throw new NotSupportedException("No.");

                public IReadOnlyList<Weight> GetWeights() => throw new NotSupportedException("Not\nat all.");

                public void SetWeights(IReadOnlyList<Weight> weights)
                {
                }

                public void Dispose()
                {
                }
            }
            """;
        tool.Run(consumer.Folder, "summary").Succeeded().Output.ShouldBe("odd\n");

        ProgramResult result = tool.Run(consumer.Folder, "export", Path.Combine("bin", "Debug", "net10.0", "Stripes.dll"), "--format", "pt", "--out", "net.pt");

        result.ShouldFail(1, "error: NotSupportedException: Not at all. This is a fault of cnngen, or of the project that it has loaded; please report it with the command.");
        result.Output.Trim().Split('\n').ShouldHaveSingleItem();
        File.Exists(Path.Combine(consumer.Folder, "net.pt")).ShouldBeFalse();
    }

    [Fact]
    public void An_assembly_without_networks_is_named()
    {
        string other = typeof(ToolTests).Assembly.Location;

        tool.Run(packages.Folder, "summary", other).ShouldFail(1, $"{other} declares no network: no class in it has [Model].");
    }
}
