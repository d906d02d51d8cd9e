using CnnGen.Interop.Keras;

namespace CnnGen.Interop;

/// <summary>Models and weights of Keras.</summary>
public static class KerasFormat
{
    /// <summary>
    /// Takes the weights of a Keras file: <c>.keras</c>, <c>.weights.h5</c>, or the older <c>.h5</c>. Layers are found by their names, or, where names
    /// differ, by their order among those of their class. Kernels are brought from Keras's order of axes into PyTorch's.
    /// </summary>
    /// <param name="network">The network, declared as the model is.</param>
    /// <param name="path">The file. Nothing in it is run or trusted.</param>
    /// <exception cref="CnnGenException">
    /// The file is missing, damaged or something else, or its weights are another model's; the message names the weight and both shapes. The network
    /// is as it was then.
    /// </exception>
    public static void LoadKeras(this INetwork network, string path)
    {
        ArgumentNullException.ThrowIfNull(network);
        WeightFile.Assign(network, KerasFile.Read(path, needsWeights: true, file => file.WeightsOf(network, path)), path);
    }

    /// <summary>
    /// Writes a network, layers and weights, as <c>keras.saving.load_model</c> of Keras 3 reads it. An existing file is replaced only once the new one
    /// is whole. What training needs beside the layers, such as the optimizer, is not written.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="path">The file; its name ends with <c>.keras</c>, or Keras takes it for something else.</param>
    /// <exception cref="CnnGenException">
    /// Keras has no such layer, or the name has another ending; the message names it. Or the weights are more than 2 GB.
    /// </exception>
    /// <exception cref="FileWriteException">The file cannot be written.</exception>
    public static void SaveKeras(this INetwork network, string path)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!path.EndsWith(".keras", StringComparison.OrdinalIgnoreCase))
        {
            throw new CnnGenException($"{path} has not the ending .keras, by which Keras knows its files. Name it so.");
        }

        AtomicFile.Write(path, stream => KerasSaving.Write(network, stream));
    }

    /// <summary>What a Keras file holds: its model, its layers, its weights by name and shape. No value of a weight is read.</summary>
    /// <param name="path">The file, <c>.keras</c>, <c>.weights.h5</c> or <c>.h5</c>. Nothing in it is run or trusted.</param>
    /// <exception cref="CnnGenException">The file is missing, damaged or something else.</exception>
    public static KerasInfo Inspect(string path) => KerasFile.Read(path, needsWeights: true, file => new KerasInfo(path, file));

    /// <summary>Writes the attributes that declare the model of a Keras file (<c>.keras</c> or <c>.h5</c>), so that <see cref="LoadKeras"/> fits.</summary>
    /// <param name="path">The file.</param>
    /// <param name="className">What the class is called; left out, after the model.</param>
    /// <exception cref="CnnGenException">The file is missing, damaged or something else, or holds weights alone.</exception>
    public static KerasDeclaration Declare(string path, string? className = null) => KerasFile.Read(path, needsWeights: false, file => file.Model is { } model
        ? DeclaredClasses.Write(model, className is null || CSharpText.IsClassName(className) ? className : throw new CnnGenException($"'{className}' cannot be the name of a class. Take letters and digits, and begin with a capital."))
        : throw new CnnGenException($"{path} holds weights alone, from which no model can be declared. Save the whole model: model.save(\"name.keras\")."));
}
