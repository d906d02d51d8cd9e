namespace CnnGen.Generator.Diagnostics;

/// <summary>What one step of a mend does to the source.</summary>
internal enum EditKind
{
    SetArgument,
    RemoveArgument,
    InsertAbove,
    InsertBelow,
    ReplaceAttribute,
    RemoveAttribute,
    AddModifier,
    RemoveModifier,
}
