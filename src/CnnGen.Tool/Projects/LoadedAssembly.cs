using System.Reflection;
using System.Runtime.Loader;

namespace CnnGen.Tool.Projects;

/// <summary>
/// A project's assembly in this process: its own dependencies, but the CnnGen of this program, so that both mean the same by a network. The one place
/// with reflection: nobody trims a tool.
/// </summary>
internal sealed class LoadedAssembly : AssemblyLoadContext
{
    private static readonly AssemblyName s_library = typeof(INetwork).Assembly.GetName();

    private readonly AssemblyDependencyResolver _dependencies;

    private LoadedAssembly(string path) => _dependencies = new AssemblyDependencyResolver(path);

    /// <summary>Makes a network with fresh weights.</summary>
    /// <param name="assembly">The assembly's file.</param>
    /// <param name="model">Which network of it.</param>
    /// <exception cref="CnnGenException">It was built with another version of CnnGen, or something that it needs is not there.</exception>
    public static INetwork Make(string assembly, DeclaredModel model)
    {
        string path = Path.GetFullPath(assembly);
        try
        {
            Assembly loaded = new LoadedAssembly(path).LoadFromAssemblyPath(path);
            CheckVersion(assembly, loaded);
            return (INetwork)Activator.CreateInstance(loaded.GetType(model.Name, throwOnError: true)!)!;
        }
        catch (Exception exception) when (exception is TargetInvocationException or TypeInitializationException)
        {
            Exception cause = exception.InnerException ?? exception;
            throw new CnnGenException($"{model.Name} of {assembly} cannot be made: {cause.Message.TrimEnd('.')}.", cause);
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException or TypeLoadException or MissingMemberException or InvalidCastException)
        {
            throw new CnnGenException(
                $"{model.Name} of {assembly} cannot be loaded: {exception.Message.TrimEnd('.')}. Name the project or the assembly of a program, beside which everything lies that it needs.", exception);
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name != s_library.Name && _dependencies.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    /// <inheritdoc/>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
        _dependencies.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;

    private static void CheckVersion(string path, Assembly assembly)
    {
        Version? built = assembly.GetReferencedAssemblies().FirstOrDefault(static reference => reference.Name == s_library.Name)?.Version;
        if (built != s_library.Version)
        {
            throw new CnnGenException(
                $"{path} was built with CnnGen {built?.ToString(3)}, but this is the tool of {s_library.Version?.ToString(3)}: take that of the same version (dotnet tool update CnnGen.Tool --version {built?.ToString(3)}).");
        }
    }
}
