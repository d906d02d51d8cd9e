namespace CnnGen.Pages.Tests;

/// <summary>What sentences on the pages speak of without declaring it: the models of the examples, their data, and the usual names for them.</summary>
internal static class Given
{
    /// <summary>The usings that an SDK project has, and that of the library.</summary>
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using CnnGen;
        global using Given;
        global using static Given.Things;
        global using TorchSharp;
        """;

    /// <summary>The declarations.</summary>
    public const string Source = """
        using CnnGen;
        namespace Given;

        [Model, Input(28, 28, 1)]
        [Conv2D(32, 3, Activation = Activation.ReLU)]
        [Flatten]
        [Dense(10, Activation = Activation.Softmax)]
        [Training<Mnist>]
        public sealed partial class ValidCnn;

        [Model, Input(28, 28, 1)]
        [Flatten]
        [Dense(10, Activation = Activation.Softmax)]
        [Training<Mnist>]
        public sealed partial class DigitReader;

        [Model, Input(28, 28, 1)]
        [Flatten]
        [Dense(10, Activation = Activation.Softmax)]
        [Training<Mnist>]
        public sealed partial class DigitCnn;

        [Model, Input(28, 28, 1)]
        [Flatten]
        [Dense(10, Activation = Activation.Softmax)]
        public sealed partial class Digits;

        /// <summary>Pictures with a number each.</summary>
        [InputData(8, 8, 1), TargetData(1)]
        public sealed class Pictures;

        /// <summary>Digits, and whether they lean.</summary>
        [InputData(28, 28, 1)]
        [TargetData("digit", Classes = 10)]
        [TargetData("slanted", Classes = 2)]
        public sealed class SlantedDigits;

        public static class Things
        {
            public static ValidCnn model => null!;
            public static ValidCnn network => null!;
            public static Mnist mnist => null!;
            public static Cifar10 cifar => null!;
            public static ImageDataset data => null!;
            public static ImageDataset train => null!;
            public static ImageDataset validation => null!;
            public static TrainingHistory history => null!;
            public static System.Threading.CancellationToken token => default;
            public static Microsoft.Extensions.Logging.ILogger logger => null!;
        }
        """;
}
