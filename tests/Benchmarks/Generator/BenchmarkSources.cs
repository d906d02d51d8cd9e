using System.Globalization;
using System.Text;

namespace CnnGen.Benchmarks.Generator;

/// <summary>The files of a project to measure on.</summary>
internal static class BenchmarkSources
{
    /// <summary>Four of these make a model of <see cref="Layers"/> layers.</summary>
    private const string Block = """
        [Conv2D(16, 3, Padding = Pad.Same)]
        [BatchNormalization]
        [ReLU]
        [MaxPooling2D(2, Padding = Pad.Same)]
        [Dropout(0.1)]

        """;

    public const int Layers = 20;

    /// <param name="number">Tells models apart.</param>
    /// <param name="classes">Units of the last layer, for an edit that changes the model.</param>
    public static string Model(int number, int classes = 10)
    {
        var text = new StringBuilder("using CnnGen;\nnamespace Models;\n\n[Model]\n[Input(32, 32, 3)]\n");
        for (int i = 0; i < 3; i++)
        {
            text.Append(Block);
        }

        return text.Append(CultureInfo.InvariantCulture, $$"""
            [Conv2D(16, 3, Activation = Activation.ReLU)]
            [Flatten]
            [Dense(64, Activation = Activation.ReLU)]
            [Dropout(0.5)]
            [Dense({{classes}}, Activation = Activation.Softmax)]
            public sealed partial class Model{{number}};

            """).ToString();
    }

    /// <summary>One network of many layers, with the shapes beside them.</summary>
    /// <param name="layers">How many there are.</param>
    /// <param name="filters">Those of all of them, for an edit that changes every shape.</param>
    /// <param name="typed">What is being typed below the last layer.</param>
    public static string Deep(int layers, int filters, string typed = "")
    {
        var text = new StringBuilder("using CnnGen;\nnamespace Models;\n\n[Model]\n[Input(32, 32, 3)]\n");
        for (int i = 0; i < layers - 2; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"[Conv2D({filters}, 3, Padding = Pad.Same, Activation = Activation.ReLU)] // 32×32×16\n");
        }

        return text.Append("[GlobalAveragePooling2D]\n[Dense(10)]\n").Append(typed).Append("public sealed partial class Deep;\n").ToString();
    }

    /// <summary>An ordinary class: properties, a loop, a query.</summary>
    /// <param name="number">Tells classes apart.</param>
    /// <param name="edits">How often it was edited.</param>
    public static string Other(int number, int edits = 0) => string.Create(CultureInfo.InvariantCulture, $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        namespace Other;

        /// <summary>Class {{number}}.</summary>
        [Serializable]
        public sealed class Class{{number}}
        {
            private readonly List<string> _items = new();

            public int Count => _items.Count + {{edits}};

            public string Name { get; set; } = "{{number}}";

            public void Add(string item)
            {
                ArgumentNullException.ThrowIfNull(item);
                for (int i = 0; i < item.Length; i++)
                {
                    if (char.IsLetter(item[i]))
                    {
                        _items.Add(item.Substring(i) + Name);
                    }
                }
            }

            public IEnumerable<string> Longest(int count) =>
                _items.Where(item => item.Length > count).OrderByDescending(item => item.Length).Take(count);

            public override string ToString() => $"{Name}: {string.Join(", ", Longest(3))}";
        }

        """);
}
