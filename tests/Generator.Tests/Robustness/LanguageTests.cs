using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>The generator knows the library by names and numbers only; these keep the two together.</summary>
public class LanguageTests
{
    public static TheoryData<Type, Type> Enums => new()
    {
        { typeof(Activation), typeof(Graph.Activation) },
        { typeof(DataFormat), typeof(Graph.DataFormat) },
        { typeof(FillMode), typeof(Graph.FillMode) },
        { typeof(FlipMode), typeof(Graph.FlipMode) },
        { typeof(Initializer), typeof(Graph.Initializer) },
        { typeof(Interpolation), typeof(Graph.Interpolation) },
        { typeof(LabelKind), typeof(Graph.LabelKind) },
        { typeof(Loss), typeof(Graph.Loss) },
        { typeof(Metrics), typeof(Graph.Metrics) },
        { typeof(Optimizer), typeof(Graph.Optimizer) },
        { typeof(Pad), typeof(Graph.Pad) },
    };

    [Theory]
    [MemberData(nameof(Enums))]
    public void Enums_have_the_same_values(Type language, Type generator) =>
        Enum.GetNames(generator).Select(name => (name, (int)Enum.Parse(generator, name)))
            .ShouldBe(Enum.GetNames(language).Select(name => (name, (int)Enum.Parse(language, name))));

    /// <summary>What stands for a use's arguments is told by its value alone.</summary>
    [Fact]
    public void A_block_s_arguments_have_the_same_values()
    {
        var ours = (Dictionary<string, int>)typeof(Graph.BlockArguments)
            .GetField("s_marks", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.GetValue(null)!;

        typeof(Arg).GetFields().ToDictionary(field => field.Name, field => Convert.ToInt32(field.GetRawConstantValue()))
            .ShouldBe(ours, ignoreOrder: true);
    }

    /// <summary>Every layer of the library is one that the generator writes, so that none is offered that cannot be used.</summary>
    [Fact]
    public void Every_layer_has_a_model_in_the_corpus()
    {
        string corpus = string.Join('\n', LayerModels.All.Values);

        typeof(LayerAttribute).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract)
            .Select(type => type.Name.Replace("Attribute", "").Replace("`1", ""))
            .Where(name => !corpus.Contains($"[{name}]") && !corpus.Contains($"[{name}(") && !corpus.Contains($"[{name}<"))
            .ShouldBeEmpty();
    }
}
