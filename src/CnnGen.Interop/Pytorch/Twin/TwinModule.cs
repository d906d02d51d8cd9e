namespace CnnGen.Interop;

/// <summary>A module of the twin.</summary>
/// <param name="Path">The name that its weights' names begin with.</param>
/// <param name="Creation">The expression that makes it.</param>
/// <param name="Start">Statements that give it its start values; <see cref="Self"/> stands for it.</param>
internal sealed record TwinModule(string Path, string Creation, IReadOnlyList<string> Start)
{
    public const string Self = "@";
}
