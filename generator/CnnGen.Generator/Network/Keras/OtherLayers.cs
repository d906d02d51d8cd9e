using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Network.Keras;

/// <summary>Layers that Keras or PyTorch have under a name that CnnGen has no layer for, and what comes nearest.</summary>
internal static class OtherLayers
{
    private const string Recurrent =
        "It has no recurrent layers; [Conv1D(filters, kernelSize, Padding = Pad.Causal)] sees the steps before each step.";

    private const string Attention = "Build it of [Dense], [Dot] and [Softmax], with names for what is joined.";

    private const string OfData = "It works on the data: prepare that before it comes into the network.";

    private const string Augmentation =
        "Use one of [RandomFlip], [RandomRotation], [RandomZoom], [RandomTranslation], [RandomContrast] and [RandomBrightness].";

    private const string Shuffle = "Use [Reshape] and [Permute].";

    private static readonly Dictionary<string, string> s_instead = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Lambda"] = "Write the layers that compute it, for example [Rescaling], [Activation], [Reshape] or [Permute].",
        ["Identity"] = "Leave it out, or write [Activation(Activation.Linear)].",
        ["InputLayer"] = "Write [Input].",
        ["EinsumDense"] = "Write [Dense(units)], which works on the last axis of any shape.",
        ["Embedding"] = "Numbers of words do not come in; [Dense(units, UseBias = false)] does the same to one-hot vectors.",
        ["Masking"] = "Steps cannot be left out.",
        ["TimeDistributed"] = "Write the layer itself: [Dense(units)] works on each step of a sequence.",
        ["ThresholdedReLU"] = "Write [ReLU(Threshold = …)].",
        ["InstanceNormalization"] = "Write [GroupNormalization(-1)], which has a group for each channel.",
        ["RMSNormalization"] = "The nearest is [LayerNormalization(Center = false)], which takes away the mean as well.",
        ["SpectralNormalization"] = "The nearest is KernelConstraint = Constraint.MaxNorm of the layer itself.",
        ["WeightNormalization"] = "The nearest is KernelConstraint = Constraint.UnitNorm of the layer itself.",
        ["AdaptiveAveragePooling2D"] = "Write [GlobalAveragePooling2D], or [AveragePooling2D] with the pool that gives the size.",
        ["AdaptiveMaxPooling2D"] = "Write [GlobalMaxPooling2D], or [MaxPooling2D] with the pool that gives the size.",
        ["RandomCrop"] = "The nearest are [CenterCrop(height, width)] and [RandomTranslation].",
        ["GLU"] = "Build it of two layers, one with Activation.Sigmoid, and [Multiply].",
        ["Maxout"] = "Build it of several layers and [Maximum].",
    };

    // What stands under another name, with or without the number of axes behind it.
    private static readonly Dictionary<string, string> s_renamed = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Conv"] = "Conv2D", ["Convolution"] = "Conv2D", ["Linear"] = "Dense", ["FullyConnected"] = "Dense", ["BatchNorm"] = "BatchNormalization",
        ["LayerNorm"] = "LayerNormalization", ["GroupNorm"] = "GroupNormalization", ["LRN"] = "LocalResponseNormalization",
        ["LocalResponseNorm"] = "LocalResponseNormalization", ["InstanceNorm"] = "InstanceNormalization", ["RMSNorm"] = "RMSNormalization",
        ["DropPath"] = "StochasticDepth", ["DropConnect"] = "StochasticDepth", ["Swish"] = "SiLU", ["Concat"] = "Concatenate", ["Sub"] = "Subtract",
        ["Mul"] = "Multiply", ["Upsample"] = "UpSampling2D", ["Normalize"] = "Normalization", ["Resize"] = "Resizing", ["ActivityRegularizer"] = "ActivityRegularization",
    };

    private static readonly (string Part, string Stands)[] s_parts =
    [
        ("Convolution", "Conv"), ("MaxPool", "MaxPooling"), ("AvgPool", "AveragePooling"), ("AveragePool", "AveragePooling"), ("AvgPooling", "AveragePooling"),
        ("ZeroPad", "ZeroPadding"), ("Deconv", "Conv"), ("ConvTranspose", "Conv"),
    ];

    static OtherLayers()
    {
        foreach ((string words, string names) in new[]
        {
            (Recurrent, "LSTM GRU SimpleRNN RNN Bidirectional ConvLSTM1D ConvLSTM2D ConvLSTM3D StackedRNNCells LSTMCell GRUCell SimpleRNNCell"),
            (Attention, "Attention AdditiveAttention MultiHeadAttention GroupQueryAttention GroupedQueryAttention"),
            (OfData, "CategoryEncoding Discretization Hashing HashedCrossing StringLookup IntegerLookup TextVectorization FeatureSpace MelSpectrogram STFTSpectrogram"),
            (Augmentation, "RandomHue RandomSaturation RandomSharpness RandomShear RandomPerspective RandomPosterization RandomGrayscale RandomInvert RandomErasing "
                + "RandomColorJitter RandomColorDegeneration RandomElasticTransform RandomGaussianBlur AutoContrast Equalization Solarization AugMix CutMix MixUp RandAugment"),
            (Shuffle, "PixelShuffle PixelUnshuffle DepthToSpace SpaceToDepth ChannelShuffle"),
        })
        {
            foreach (string name in names.Split(' '))
            {
                s_instead[name] = words;
            }
        }
    }

    /// <summary>What to write instead of an attribute that there is none of; <see langword="null"/> for a name that says nothing.</summary>
    public static string? Instead(string name)
    {
        if (s_instead.TryGetValue(name, out string words))
        {
            return words;
        }

        if ((LayerRegistry.Like(name) ?? WithOtherPart(name)) is { } layer)
        {
            return $"Write [{layer}].";
        }

        if (s_renamed.TryGetValue(name, out string other) || s_renamed.TryGetValue(name.TrimEnd('1', '2', '3', 'd', 'D'), out other))
        {
            return Instead(other);
        }

        return ActivationLike(name) is { } activation ? $"Write [Activation(Activation.{activation})]." : null;
    }

    // A part of it is called so here: MaxPool2d, Convolution2D, ConvTranspose2d.
    private static string? WithOtherPart(string name)
    {
        bool isTransposed = Begins(name, "ConvTranspose") || Begins(name, "Deconv");
        return s_parts
            .Select(part => (part.Stands, part.Part.Length, At: name.IndexOf(part.Part, StringComparison.OrdinalIgnoreCase)))
            .Where(static part => part.At >= 0)
            .Select(part => name.Substring(0, part.At) + part.Stands + name.Substring(part.At + part.Length) + (isTransposed ? "Transpose" : ""))
            .Select(LayerRegistry.Like)
            .FirstOrDefault(static layer => layer is not null);
    }

    private static bool Begins(string name, string part) => name.StartsWith(part, StringComparison.OrdinalIgnoreCase);

    private static string? ActivationLike(string name)
    {
        string function = string.Equals(name, "HardSwish", StringComparison.OrdinalIgnoreCase) ? nameof(Activation.HardSiLU) : name;
        return Enum.GetNames(typeof(Activation)).FirstOrDefault(activation => string.Equals(activation, function, StringComparison.OrdinalIgnoreCase));
    }
}
