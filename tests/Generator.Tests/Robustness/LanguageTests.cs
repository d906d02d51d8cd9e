using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>The generator knows the library by names and numbers only; these keep the two together.</summary>
public class LanguageTests
{
    /// <summary>They are compiled from the same files; none may be left behind, and none may be seen by who uses the generator.</summary>
    [Fact]
    public void The_generator_has_the_library_s_enums_to_itself() => typeof(Language.Activation).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(Language.Activation).Namespace && type.IsNotPublic)
        .Select(type => type.Name)
        .ShouldBe(typeof(LayerAttribute).Assembly.GetTypes().Where(IsOfLanguage).Select(type => type.Name), ignoreOrder: true);

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

    // What is written in an attribute beside the attributes themselves.
    private static bool IsOfLanguage(Type type) => type == typeof(Arg) || Parameters().Contains(type);

    private static IEnumerable<Type> Parameters() => typeof(LayerAttribute).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Attribute)))
        .SelectMany(type => type.GetProperties().Select(property => property.PropertyType)
            .Concat(type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType)))
        .Where(type => type.IsEnum);
}
