namespace CnnGen.Generator.Tests;

/// <summary>The tests that run torch: one after the other, since they share its random numbers and its threads.</summary>
[CollectionDefinition(nameof(RunsModels))]
public class RunsModels;
