using System.Buffers;

namespace CnnGen.Interop;

/// <summary>Names that Python takes for variables, and those that mean something else.</summary>
internal static class PythonNames
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
    private static readonly SearchValues<char> AllLetters = SearchValues.Create(Letters + "0123456789");

    private static readonly HashSet<string> Keywords = Words("""
        False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or
        pass raise return try while with yield
        """);

    // What a variable would hide: built-in functions, and what the file itself names.
    private static readonly HashSet<string> Taken = Words("""
        abs all any bool bytes dict dir divmod enumerate eval exec filter float format getattr hash help hex id input int iter len list map max min next object open
        pow print range repr reversed round set slice sorted str sum super tuple type vars zip
        self torch nn F dist os math json struct gzip argparse ctypes io logits left right main model network
        """);

    // What each module has, and a layer cannot be called by its dot.
    private static readonly HashSet<string> OfModules = Words("""
        add_module apply bfloat16 buffers call_super_init children compile cpu cuda double dump_patches eval extra_repr float forward get_buffer get_extra_state
        get_parameter get_submodule half ipu load_state_dict modules mtia named_buffers named_children named_modules named_parameters parameters register_backward_hook
        register_buffer register_forward_hook register_forward_pre_hook register_full_backward_hook register_full_backward_pre_hook register_load_state_dict_post_hook
        register_load_state_dict_pre_hook register_module register_parameter register_state_dict_post_hook register_state_dict_pre_hook requires_grad_
        set_extra_state set_submodule share_memory state_dict to to_empty train training type xpu zero_grad T_destination
        """);

    /// <summary>Whether a name can stand behind a dot. Other scripts' letters cannot: Python writes some of them otherwise.</summary>
    public static bool IsIdentifier(string name) =>
        name.Length > 0 && Letters.Contains(name[0]) && !name.StartsWith("__", StringComparison.Ordinal) && !name.AsSpan().ContainsAnyExcept(AllLetters) && !Keywords.Contains(name);

    /// <summary>Whether a module has something else of this name.</summary>
    public static bool IsOfModules(string name) => name.Length == 0 || name[0] == '_' || OfModules.Contains(name);

    /// <summary>A variable named after something.</summary>
    public static string Variable(string name)
    {
        string variable = string.Concat(name.Select(static letter => Letters.Contains(letter) || char.IsAsciiDigit(letter) ? char.ToLowerInvariant(letter) : '_')).Trim('_');
        variable = variable.Length == 0 || char.IsAsciiDigit(variable[0]) ? "value_" + variable : variable;
        return Keywords.Contains(variable) || Taken.Contains(variable) ? variable + "_" : variable;
    }

    /// <summary>A class named after something: <c>valid_cnn</c> becomes <c>ValidCnn</c>.</summary>
    public static string Class(string name)
    {
        string joined = string.Concat(name.Split([.. name.Where(static letter => !char.IsAsciiLetterOrDigit(letter))], StringSplitOptions.RemoveEmptyEntries)
            .Select(static part => char.ToUpperInvariant(part[0]) + part[1..]));
        return joined.Length == 0 || char.IsAsciiDigit(joined[0]) ? "Network" + joined : IsIdentifier(joined) && !Taken.Contains(joined) ? joined : joined + "Network";
    }

    private static HashSet<string> Words(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
