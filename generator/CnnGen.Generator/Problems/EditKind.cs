namespace CnnGen.Generator.Problems;

/// <summary>What one step of a fix does to the source.</summary>
internal enum EditKind
{
    SetArgument,
    RemoveArgument,
    InsertAbove,
    InsertBelow,
    ReplaceAttribute,
    RemoveAttribute,

    /// <summary>Takes an attribute away, to be put elsewhere by the <see cref="PutAbove"/> behind it.</summary>
    TakeAttribute,
    PutAbove,
    AddModifier,
    RemoveModifier,
    RemoveBaseClass,

    /// <summary>Writes the shapes of a line's layers behind it, as a comment.</summary>
    WriteShape,
}
