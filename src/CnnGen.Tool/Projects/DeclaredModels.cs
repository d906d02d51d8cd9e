using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CnnGen.Tool.Projects;

/// <summary>The networks of an assembly, read out of its metadata: nothing of it is loaded or run.</summary>
internal sealed class DeclaredModels
{
    private const string What = "a .NET assembly, a project or its folder";

    private DeclaredModels(string assembly, IReadOnlyList<DeclaredModel> all) => (Assembly, All) = (assembly, all);

    /// <summary>The assembly's file.</summary>
    public string Assembly { get; }

    /// <summary>All of them, by name; at least one.</summary>
    public IReadOnlyList<DeclaredModel> All { get; }

    /// <summary>The sole one.</summary>
    /// <exception cref="CnnGenException">There are several.</exception>
    public DeclaredModel Only => All.Count == 1 ? All[0] : throw new CnnGenException($"{Assembly} has several networks: say by --model which one ({Names}).");

    private string Names => string.Join(", ", All.Select(static model => model.Name));

    /// <exception cref="CnnGenException">It is no assembly, or has no networks.</exception>
    public static DeclaredModels Of(string assembly)
    {
        List<DeclaredModel> models = InputFile.Read(assembly, What, stream =>
        {
            try
            {
                using var file = new PEReader(stream);
                return file.HasMetadata ? Read(file.GetMetadataReader()) : throw new BadImageFormatException();
            }
            catch (BadImageFormatException exception)
            {
                throw new CnnGenException($"{assembly} is no .NET assembly; expected {What}.", exception);
            }
        });
        return models.Count > 0
            ? new DeclaredModels(assembly, [.. models.OrderBy(static model => model.Name, StringComparer.Ordinal)])
            : throw new CnnGenException($"{assembly} declares no network: no class in it has [Model].");
    }

    /// <summary>One of them, by its name with or without the namespace, whatever the case of its letters.</summary>
    /// <exception cref="CnnGenException">There is none or more than one.</exception>
    public DeclaredModel Find(string name)
    {
        DeclaredModel[] found = [.. All.Where(model => IsCalled(model, name))];
        if (found.Length == 1)
        {
            return found[0];
        }

        string guess = NearestName.Of(name, All.Select(static model => model.Name.Split('.', '+')[^1])) is { } near ? $"did you mean {near}?" : "there are";
        throw new CnnGenException(found.Length > 1
            ? $"{Assembly} has several networks called {name}: say the namespace too ({Names})."
            : $"{Assembly} has no network {name}; {guess} ({Names}).");
    }

    private static bool IsCalled(DeclaredModel model, string name) =>
        model.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || model.Name.Split('.', '+')[^1].Equals(name, StringComparison.OrdinalIgnoreCase);

    private static List<DeclaredModel> Read(MetadataReader metadata)
    {
        List<DeclaredModel> models = [];
        foreach (TypeDefinitionHandle handle in metadata.TypeDefinitions)
        {
            TypeDefinition type = metadata.GetTypeDefinition(handle);
            if (IsModel(metadata, type) && Summary(metadata, type) is { } summary)
            {
                models.Add(new DeclaredModel(NameOf(metadata, type), summary));
            }
        }

        return models;
    }

    private static string NameOf(MetadataReader metadata, TypeDefinition type)
    {
        string space = metadata.GetString(type.Namespace), name = metadata.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer ? $"{NameOf(metadata, metadata.GetTypeDefinition(outer))}+{name}"
            : space.Length > 0 ? $"{space}.{name}"
            : name;
    }

    private static bool IsModel(MetadataReader metadata, TypeDefinition type) => type.GetCustomAttributes().Any(handle =>
        metadata.GetCustomAttribute(handle).Constructor is { Kind: HandleKind.MemberReference } constructor
        && metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } attribute
        && metadata.GetTypeReference((TypeReferenceHandle)attribute) is var reference
        && metadata.StringComparer.Equals(reference.Namespace, nameof(CnnGen))
        && metadata.StringComparer.Equals(reference.Name, nameof(ModelAttribute)));

    private static string? Summary(MetadataReader metadata, TypeDefinition type)
    {
        foreach (FieldDefinition field in type.GetFields().Select(metadata.GetFieldDefinition))
        {
            if (metadata.StringComparer.Equals(field.Name, "Summary") && field.GetDefaultValue() is { IsNil: false } constant)
            {
                return metadata.GetBlobReader(metadata.GetConstant(constant).Value).ReadConstant(ConstantTypeCode.String) as string;
            }
        }

        return null;
    }
}
