using System.Collections.Generic;

namespace CnnGen.Generator.Emission;

/// <summary>The fields with the layers' modules, and the constructor that creates them.</summary>
internal static class ModuleEmitter
{
    public static void Emit(CodeWriter writer, ModelText model)
    {
        foreach (RegisteredModule module in model.Modules)
        {
            writer.Line($"private readonly {module.Code.Type} {module.Field};");
        }

        writer.Line();
        DocumentationEmitter.Summary(writer, "Creates the network with Keras's start values.");
        using (writer.Open($"public {model.Plan.Identifier}() : base({Literals.String(model.Graph.Name)})"))
        {
            EmitModules(writer, model);
        }
    }

    private static void EmitModules(CodeWriter writer, ModelText model)
    {
        var remarks = new HashSet<string>();
        for (int i = 0; i < model.Modules.Count; i++)
        {
            if (i > 0)
            {
                writer.Line();
            }

            EmitModule(writer, model.Modules[i], remarks);
        }
    }

    // Registered by hand: reflection would find the fields under other names, and not at all after trimming.
    private static void EmitModule(CodeWriter writer, RegisteredModule module, HashSet<string> remarks)
    {
        // Once is enough for all layers of a kind.
        if (module.Code.Remark is { } remark && remarks.Add(remark))
        {
            writer.Line($"// {remark}");
        }

        writer.Line($"{module.Field} = {module.Code.Creation};");
        writer.Lines(module.Code.Initialisation);
        if (!module.IsTrainable)
        {
            EmitFreeze(writer, module);
        }

        writer.Line($"register_module({Literals.String(module.Name)}, {module.Field});");
    }

    private static void EmitFreeze(CodeWriter writer, RegisteredModule module)
    {
        using (writer.Open($"foreach (var weight in {module.Field}.parameters())"))
        {
            writer.Line("weight.requires_grad = false;");
        }
    }
}
