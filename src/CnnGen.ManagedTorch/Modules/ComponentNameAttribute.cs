namespace TorchSharp.Utils;

/// <summary>The name that a module's field is registered under, where it is not to be the field's own.</summary>
[AttributeUsage(AttributeTargets.Field)]
public class ComponentNameAttribute : Attribute
{
    public string? Name { get; set; }
}
