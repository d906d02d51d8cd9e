using System.Collections;
using System.Globalization;
using System.Reflection;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Network.Building;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>
/// An attribute says the default of an argument to its reader, and the generator takes one where the argument is not written: the two
/// must be one. Written or not, an argument at its default gives the same layer.
/// </summary>
public sealed class DefaultTests
{
    // Not to write these says what no value says: no limit and no claim, the channels wherever they are, the padding that is needed.
    private static readonly HashSet<(string Layer, string Argument)> s_meansMore =
    [
        ("ReLU", "MaxValue"),
        ("Dense", "InputFeatures"),
        ("BatchNormalization", "Axis"),
        ("GroupNormalization", "Axis"),
        ("Conv1DTranspose", "OutputPadding"),
        ("Conv2DTranspose", "OutputPadding"),
        ("Conv2DTranspose", "OutputPaddingWidth"),
        ("Conv3DTranspose", "OutputPadding"),
        ("Conv3DTranspose", "OutputPaddingHeight"),
        ("Conv3DTranspose", "OutputPaddingWidth"),
    ];

    // What belongs to an initializer or a constraint that has use for it.
    private static readonly string[] s_meansMoreEverywhere =
        ["KernelInitializerValue", "KernelInitializerMode", "KernelInitializerDistribution", "BiasInitializerValue", "KernelConstraintAxes", "MaxNorm"];

    /// <summary>Every way to write every layer: its name, and the place of the constructor.</summary>
    public static TheoryData<string, int> Layers
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (Type type in typeof(LayerAttribute).Assembly.GetTypes().Where(IsLayer).OrderBy(type => type.Name, StringComparer.Ordinal))
            {
                for (int constructor = 0; constructor < type.GetConstructors().Length; constructor++)
                {
                    data.Add(NameOf(type), constructor);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_has_the_defaults_of_its_attribute(string name, int place)
    {
        ConstructorInfo constructor = typeof(LayerAttribute).Assembly.GetType($"CnnGen.{name}Attribute")!.GetConstructors()[place];
        object?[] values = Values(constructor);
        List<Argument> needed = [.. constructor.GetParameters().Zip(values, (parameter, value) => new Argument(parameter.Name!, Read(value)))];

        Described(ReadLayer(name, needed))
            .ShouldBe(Described(ReadLayer(name, [.. needed, .. Defaults(constructor.Invoke(values))])));
    }

    /// <summary>What a [Use] gives to its block without saying so; 0 stands for what it must say.</summary>
    [Fact]
    public void A_use_gives_the_defaults_of_its_attribute()
    {
        var use = new AttributeDeclaration(
            0, AttributeKind.Use, "Use", 0, IsBroken: false, EquatableArray<Argument>.Empty,
            new UsedClass("Block", "Block", UsedKind.Block, null, ModelObstacle.None, EquatableArray<AttributeDeclaration>.Empty));
        var given = new BlockArguments(use, isRepeated: false, []);
        object attribute = new UseAttribute<object>();

        foreach (FieldInfo mark in typeof(Arg).GetFields())
        {
            AttributeDeclaration filled = given.Fill(Attribute("Layer", [new Argument("argument", Reading.ArgMarks.Exactly(Read(mark.GetRawConstantValue())))]));
            Convert.ToDouble(filled["argument"] ?? 0, CultureInfo.InvariantCulture).ShouldBe(
                Convert.ToDouble(attribute.GetType().GetProperty(mark.Name)!.GetValue(attribute), CultureInfo.InvariantCulture), mark.Name);
        }
    }

    // Without them there is a new seed each time, and no function of one's own.
    private static readonly string[] s_withoutDefault = ["Seed", "CustomLoss", "CustomMetrics"];

    /// <summary>What an optimizer has no use for is an error to write.</summary>
    [Theory]
    [InlineData(Optimizer.SGD)]
    [InlineData(Optimizer.Adam)]
    [InlineData(Optimizer.AdamW)]
    [InlineData(Optimizer.RMSprop)]
    public void A_training_has_the_defaults_of_its_attribute(Optimizer optimizer)
    {
        string chosen = $"Optimizer = Optimizer.{optimizer}";
        string file = Train(chosen).HasNoDiagnostics().File;
        var attribute = new TrainingAttribute<object> { Optimizer = optimizer };

        foreach (PropertyInfo property in Properties(attribute).Where(static property => property.Name != "Optimizer" && !s_withoutDefault.Contains(property.Name)))
        {
            GeneratorRun run = Train($"{chosen}, {property.Name} = {Written(property.GetValue(attribute)!)}");
            if (!run.Diagnostics.Any(static diagnostic => diagnostic.Id == RuleIds.UnusedArgument))
            {
                run.HasNoDiagnostics().File.ShouldBe(file, property.Name);
            }
        }
    }

    private static GeneratorRun Train(string arguments) => ModelCompiler.Generate($$"""
        [Model]
        [Input(8, 8, 1)]
        [Flatten]
        [Dense(10, Activation = Activation.Softmax)]
        [Training<Pictures>({{arguments}})]
        public partial class Cnn;

        [ImageData(8, 8, 1, Classes = 10)]
        public class Pictures;
        """);

    private static string Written(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        double[] numbers => $"new double[] {{ {string.Join(", ", numbers)} }}",
        Enum choice => $"{choice.GetType().Name}.{choice}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static bool IsLayer(Type type) =>
        type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract && LayerRegistry.Find(NameOf(type)) is not null;

    private static string NameOf(Type type) => type.Name.Replace("Attribute", "");

    private static Layer ReadLayer(string name, IEnumerable<Argument> written)
    {
        var problems = new List<Problem>();
        var arguments = new Arguments(Attribute(name, written), name, RuleIds.OutOfRange, problems);
        Layer layer = LayerRegistry.Find(name)!.Read(arguments);
        problems.ShouldBeEmpty();
        return layer with { IsTrainable = arguments.Flag("Trainable", true) };
    }

    private static AttributeDeclaration Attribute(string name, IEnumerable<Argument> written) =>
        new(0, AttributeKind.Layer, name, 0, IsBroken: false, written.ToEquatableArray());

    private static IEnumerable<Argument> Defaults(object attribute) =>
        from property in Properties(attribute)
        let value = property.GetValue(attribute)
        where value is not null && !s_meansMoreEverywhere.Contains(property.Name) && !s_meansMore.Contains((NameOf(attribute.GetType()), property.Name))
        select new Argument(property.Name, Read(value));

    private static IEnumerable<PropertyInfo> Properties(object attribute) =>
        attribute.GetType().GetProperties().Where(static property => property.SetMethod is { IsPublic: true });

    private static object?[] Values(ConstructorInfo constructor) =>
        [.. constructor.GetParameters().Select((parameter, i) => ValueOf(parameter, i))];

    /// <summary>Values that every layer takes: sizes, shares one above the other, an order of axes, names.</summary>
    private static object? ValueOf(ParameterInfo parameter, int place) => parameter.ParameterType switch
    {
        var type when type == typeof(int) => 2 + place,
        var type when type == typeof(double) => 0.25 * (1 + place),
        var type when type == typeof(string) => "name",
        var type when type == typeof(int[]) => new[] { 1, 2 },
        var type when type == typeof(string[]) => new[] { "one", "other" },
        var type => Activator.CreateInstance(type),
    };

    // As it comes out of the compiler.
    private static object? Read(object? value) => value switch
    {
        Enum number => Convert.ToInt32(number, CultureInfo.InvariantCulture),
        int[] numbers => numbers.ToEquatableArray(),
        double[] numbers => numbers.ToEquatableArray(),
        string[] texts => texts.ToEquatableArray(),
        _ => value,
    };

    /// <summary>All that it holds: lists by their elements, which records compare by reference.</summary>
    private static string Described(object? value) => value switch
    {
        null => "null",
        string text => text,
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Described))}]",
        Layer => $"{value.GetType().Name}\n{string.Join('\n', Fields(value.GetType()).Select(field => $"{field.Name}: {Described(field.GetValue(value))}"))}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static IEnumerable<FieldInfo> Fields(Type? type) => type is null
        ? []
        : type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Concat(Fields(type.BaseType));
}
