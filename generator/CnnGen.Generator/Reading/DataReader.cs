using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Reading;

/// <summary>Reads what the data set of [Training] says about itself.</summary>
internal static class DataReader
{
    // Members of LabelKind.
    private const int ClassIndex = 0;
    private const int Number = 2;

    /// <returns><see langword="null"/> without [Training], or where its data set does not exist or does not compile.</returns>
    public static DataDeclaration? Read(INamedTypeSymbol model)
    {
        ITypeSymbol? data = model.GetAttributes()
            .FirstOrDefault(static attribute => AttributeReader.KindOf(attribute.AttributeClass) == AttributeKind.Training)
            ?.AttributeClass?.TypeArguments.FirstOrDefault();
        return data is null || data.TypeKind == TypeKind.Error || OwnAttributes(data).Any(AttributeReader.HasError) ? null : ReadData(data);
    }

    /// <summary>What a class says of itself as a data set.</summary>
    public static DataDeclaration ReadData(ITypeSymbol data)
    {
        List<AttributeData> attributes = OwnAttributes(data).ToList();
        List<Values> images = Named(attributes, "ImageDataAttribute");
        List<Values> inputs = Named(attributes, "InputDataAttribute");
        List<Values> targets = Named(attributes, "TargetDataAttribute");
        return new DataDeclaration(data.Name)
        {
            Inputs = images.Select(static image => new InputDeclaration(null, EquatableArray.Of(image.Integer("height"), image.Integer("width"), image.Integer("channels"))))
                .Concat(inputs.Select(static input => new InputDeclaration(input.Text("name"), input.List("shape"))))
                .ToEquatableArray(),
            Targets = images.Select(OfImages).Concat(targets.Select(Target)).ToEquatableArray(),
            HasImageData = images.Count > 0,
            HasParts = inputs.Count + targets.Count > 0,
        };
    }

    private static IEnumerable<AttributeData> OwnAttributes(ITypeSymbol data) =>
        data.GetAttributes().Where(static attribute => attribute.AttributeClass is { } type && AttributeReader.IsCnnGen(type));

    private static List<Values> Named(List<AttributeData> attributes, string name) => attributes
        .Where(attribute => attribute.AttributeClass!.Name == name)
        .Select(static attribute => new Values(attribute))
        .ToList();

    // The classes of numbers are how many they are.
    private static TargetDeclaration OfImages(Values image)
    {
        (int classes, int labels) = (image.Integer("Classes"), image.Integer("Labels"));
        return labels == Number && classes > 0
            ? new TargetDeclaration(null, EquatableArray.Of(classes), 0, labels)
            : new TargetDeclaration(null, EquatableArray<int>.Empty, classes, labels);
    }

    private static TargetDeclaration Target(Values target)
    {
        int classes = target.Integer("Classes");
        int labels = target.Has("Labels") ? target.Integer("Labels") : classes != 0 ? ClassIndex : Number;
        return new TargetDeclaration(target.Text("name"), target.List("shape"), classes, labels)
        {
            SameAs = target.Text("SameAs"),
            IsWeighted = target.Flag("Weighted"),
            IgnoredClass = target.Integer("IgnoredClass") is var index && target.Has("IgnoredClass") && index != -1 ? index : null,
        };
    }

    /// <summary>The arguments of an attribute by their names.</summary>
    private sealed class Values
    {
        private readonly Dictionary<string, object?> _values;

        // What is written twice is the compiler's to report.
        public Values(AttributeData attribute) => _values = AttributeReader.ReadArguments(attribute)
            .GroupBy(static argument => argument.Name)
            .ToDictionary(static same => same.Key, static same => same.First().Value);

        public bool Has(string name) => _values.ContainsKey(name);

        public int Integer(string name) => Value(name) is int number ? number : 0;

        public bool Flag(string name) => Value(name) is true;

        public string? Text(string name) => Value(name) as string;

        public EquatableArray<int> List(string name) => Value(name) is EquatableArray<int> list ? list : EquatableArray<int>.Empty;

        private object? Value(string name) => _values.TryGetValue(name, out object? value) ? value : null;
    }
}
