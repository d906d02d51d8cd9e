using System.Collections.Generic;
using CnnGen.Generator.Network;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Training;

namespace CnnGen.Generator.Models;

/// <summary>A declaration after all checks.</summary>
/// <param name="Name">Keras's name.</param>
/// <param name="Network">Its layers, as far as their shapes are known.</param>
/// <param name="Training">What to train with; <see langword="null"/> without [Training], or where that is not known.</param>
/// <param name="Problems">What is wrong.</param>
/// <param name="IsSound">Whether it becomes a network.</param>
internal sealed record CheckedModel(
    string Name, CheckedNetwork Network, TrainingPlan? Training, IReadOnlyList<Problem> Problems, bool IsSound);
