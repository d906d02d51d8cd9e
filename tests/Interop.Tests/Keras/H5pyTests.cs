using System.Diagnostics;
using System.Globalization;

namespace CnnGen.Interop.Tests.Keras;

/// <summary>The HDF5 that is written, read by the format's own library.</summary>
[Collection(nameof(RunsModels))]
public class H5pyTests
{
    private const string Script = """
        import h5py, sys
        def show(name, item):
            if isinstance(item, h5py.Dataset): print(name, 'x'.join(map(str, item.shape)), item.dtype, '%.6g' % float(item[()].astype('f8').sum()))
            elif 'name' in item.attrs: print(name, item.attrs['name'])
        h5py.File(sys.argv[1], 'r').visititems(show)
        """;

    [H5pyFact]
    public void Groups_texts_and_values_are_there()
    {
        // So many layers that a group's list has several leaves.
        string layers = string.Concat(Enumerable.Range(0, 20).Select(static i => $"[Dense({i + 2})] "));
        using LoadedModel model = LoadedModel.Load($"[Model(\"näme\")] [Input(3)] [Normalization] {layers} public partial class Cnn;");
        using var files = new SavedModel();
        string weights = files.Write("w.h5", SavedModel.Part(files.Save(model), "model.weights.h5"));

        string[] lines = H5pyFactAttribute.Run(Script, weights).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.ShouldContain("vars näme");
        lines.ShouldContain("layers/normalization/vars/2  int32 0");
        lines.ShouldContain("layers/dense_19/vars dense_19");
        Weight kernel = ((INetwork)model.Network).GetWeights().Single(static weight => weight.Name == "dense_7.weight");
        string sum = ((float[])kernel.Values).Sum(static value => (double)value).ToString("G6", CultureInfo.InvariantCulture);
        string line = lines.Single(static line => line.StartsWith("layers/dense_7/vars/0 ", StringComparison.Ordinal));
        line.ShouldStartWith("layers/dense_7/vars/0 8x9 float32 ");
        double.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture).ShouldBe(double.Parse(sum, CultureInfo.InvariantCulture), 1e-4);
    }
}

/// <summary>A test that asks h5py; it is reported as skipped where that is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class H5pyFactAttribute : FactAttribute
{
    private static readonly string? s_python = new[] { "/usr/bin/python3", "python3" }.FirstOrDefault(static python => TryRun(python, "import h5py") is not null);

    public H5pyFactAttribute()
    {
        if (s_python is null)
        {
            Skip = "h5py is not installed; Debian has it as python3-h5py.";
        }
    }

    /// <summary>What a script prints.</summary>
    public static string Run(string script, params string[] arguments) => TryRun(s_python!, script, arguments) ?? throw new InvalidOperationException("The script failed.");

    private static string? TryRun(string python, string script, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(python, ["-c", script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["PYTHONIOENCODING"] = "utf-8";
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            errors.GetAwaiter().GetResult();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
