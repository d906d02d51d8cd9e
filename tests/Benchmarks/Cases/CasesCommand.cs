using System.CommandLine;
using CnnGen.Fixtures;

namespace CnnGen.Benchmarks.Cases;

/// <summary><c>cases</c>: what the generator and the advice say of declarations that others made.</summary>
internal static class CasesCommand
{
    private const string Declarations = "declarations";
    private const string Architectures = "architectures";

    public static Command Create()
    {
        var folder = new Option<string?>("--dir")
        {
            Description = $"The folder with {Declarations}/ and {Architectures}/, each of .cs files. Default: ../shared/cases.",
        };
        var command = new Command(
            "cases",
            "Compiles declarations and published networks and prints what is said of them; exits with 1 if the compiler complains about "
            + "generated code, the generator throws, or a published network has an error or a warning.") { folder };
        command.SetAction(parsed => Run(parsed.GetValue(folder) ?? FixtureFolder.Beside("cases")));
        return command;
    }

    private static int Run(string? folder)
    {
        IReadOnlyList<CaseFile> files = folder is null
            ? []
            : [.. FilesOf(folder, Declarations, isPublished: false), .. FilesOf(folder, Architectures, isPublished: true)];
        if (files.Count == 0)
        {
            throw new InvalidOperationException(
                $"No .cs file lies in {Declarations}/ or {Architectures}/ of {folder ?? "../shared/cases"}; --dir names the folder of both.");
        }

        int faulty = 0;
        foreach (CaseFile file in files)
        {
            CaseReport report = CaseCompiler.Compile(file);
            Console.WriteLine(report);
            faulty += report.Faults.Count > 0 ? 1 : 0;
        }

        Console.WriteLine($"{files.Count} files, {faulty} at fault");
        return faulty == 0 ? 0 : 1;
    }

    private static IEnumerable<CaseFile> FilesOf(string folder, string room, bool isPublished)
    {
        string path = Path.Combine(folder, room);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.cs").Order(StringComparer.Ordinal)
                .Select(file => new CaseFile($"{room}/{Path.GetFileName(file)}", File.ReadAllText(file), isPublished))
            : [];
    }
}
