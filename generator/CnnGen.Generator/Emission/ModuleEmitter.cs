using System.Collections.Generic;
using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Emission;

/// <summary>The fields with the layers' modules, and the constructor that creates them.</summary>
internal static class ModuleEmitter
{
    public static void Emit(CodeWriter writer, ModelText model)
    {
        for (int i = 0; i < model.Modules.Count; i++)
        {
            if (model.Modules[i] is { } module)
            {
                writer.Line($"private readonly {Torch.Modules}.{module.Type} {model.Fields[i]};");
            }
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
        bool isFirst = true;
        var remarks = new HashSet<string>();
        for (int i = 0; i < model.Modules.Count; i++)
        {
            if (model.Modules[i] is not { } module)
            {
                continue;
            }

            if (!isFirst)
            {
                writer.Line();
            }

            isFirst = false;
            EmitModule(writer, module, model.Fields[i], model.Graph.Nodes[i].Name, remarks);
        }
    }

    // Registered by hand: reflection would find the fields under other names, and not at all after trimming.
    private static void EmitModule(CodeWriter writer, ModuleCode module, string field, string name, HashSet<string> remarks)
    {
        // Once is enough for all layers of a kind.
        if (module.Remark is { } remark && remarks.Add(remark))
        {
            writer.Line($"// {remark}");
        }

        writer.Line($"{field} = {module.Creation};");
        writer.Lines(module.Initialisation);
        writer.Line($"register_module({Literals.String(name)}, {field});");
    }
}
