using System.Text.RegularExpressions;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>A forward pass holds no tensor longer than somebody reads it.</summary>
public partial class DisposalTests
{
    public static TheoryData<string> Names => [.. LayerModels.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_intermediate_is_disposed_right_after_its_last_use(string name)
    {
        string[] lines = Logits(ModelCompiler.Generate(LayerModels.All[name]).File);
        string result = lines[^1].Split(' ', '.')[1];

        foreach (string local in lines.Select(line => Local().Match(line)).Where(m => m.Success).Select(m => m.Groups[1].Value))
        {
            int[] uses = [.. lines.Index().Where(line => Regex.IsMatch(line.Item, $@"(?<![\w.]){local}\b")).Select(line => line.Index)];

            string last = lines[uses[^1]];
            last.ShouldBe(local == result ? $"return {local}.MoveToOuterDisposeScope();" : $"{local}.Dispose();");
            lines.Count(line => line == $"{local}.Dispose();").ShouldBe(local == result ? 0 : 1, local);
            if (local != result)
            {
                lines[(uses[^2] + 1)..uses[^1]].ShouldAllBe(line => line.EndsWith(".Dispose();"), $"{local} is kept longer than needed");
            }
        }
    }

    /// <summary>The statements of the method, without comments.</summary>
    private static string[] Logits(string file)
    {
        string body = file[file.IndexOf(" Logits(", StringComparison.Ordinal)..];
        return [.. body[..body.IndexOf("\n    }", StringComparison.Ordinal)].Split('\n').Select(line => line.Trim())
            .Where(line => line.Length > 1 && !line.StartsWith("//", StringComparison.Ordinal))];
    }

    [GeneratedRegex(@"^var (\w+) = ")]
    private static partial Regex Local();
}
