namespace CnnGen.Tool.Projects;

/// <summary>A class with <c>[Model]</c> in an assembly.</summary>
/// <param name="Name">Its name with its namespace, as reflection writes it.</param>
/// <param name="Summary">Its summary.</param>
internal sealed record DeclaredModel(string Name, string Summary);
