using CnnGen.Fixtures;

namespace CnnGen.Interop.Tests.Keras;

/// <summary>A test over the files of real Keras; it is reported as skipped where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class KerasFilesFactAttribute : FactAttribute
{
    public KerasFilesFactAttribute()
    {
        if (FixtureFolder.Default is not { } folder || !File.Exists(Path.Combine(folder, KerasFileSet.Archive)))
        {
            Skip = $"{KerasFileSet.Archive} is not in {FixtureFolder.Default ?? "a folder of fixtures"}; {FixtureFolder.Variable} names the folder.";
        }
    }
}
