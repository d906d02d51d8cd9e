using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Text;

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

        writer.Line($"private readonly {StateEmitter.Type} {GeneratedMembers.State};");
        writer.Line();
        DocumentationEmitter.Summary(writer, "Creates the network with Keras's start values.");
        using (writer.Open($"public {model.Plan.Identifier}() : base({Literals.String(model.Graph.Name)})"))
        {
            writer.Line($"{GeneratedMembers.State} = new {StateEmitter.Type}(this);");
            EmitModules(writer, model);
        }

        EmitFrozenAverages(writer, model);
        writer.Text("""

            /// <summary>Nothing is left to register. It is called when the network is put into another one, and would register each module again, by its field's name.</summary>
            protected override void RegisterComponents() { }
            """);
    }

    private static void EmitModules(CodeWriter writer, ModelText model)
    {
        if (model.Modules.Count > 0)
        {
            writer.Line();
            writer.Line("// Registered by hand: RegisterComponents would take the fields' names, and find nothing after trimming.");
        }

        var comments = new HashSet<string>();
        foreach (RegisteredModule module in model.Modules)
        {
            EmitModule(writer, module, comments);
        }

        EmitKeeping(writer, model);
    }

    private static void EmitModule(CodeWriter writer, RegisteredModule module, HashSet<string> comments)
    {
        // Once is enough for all layers of a kind.
        if (module.Code.Comment is { } comment && comments.Add(comment))
        {
            writer.Line($"// {comment}");
        }

        writer.Line($"register_module({Literals.String(module.Name)}, {module.Field} = {module.Code.Creation});");
        writer.Lines(module.Code.Initialisation);
        if (!module.IsTrainable)
        {
            EmitFreeze(writer, module);
        }
    }

    // A loop of one's own sets the mode too.
    private static void EmitFrozenAverages(CodeWriter writer, ModelText model)
    {
        if (model.FrozenWithAverages.Count == 0)
        {
            return;
        }

        writer.Line();
        DocumentationEmitter.Summary(writer, "Sets the mode of all layers. As in Keras, batch normalization in a frozen network works by its averages in training too.");
        using (writer.Open($"public override void {GeneratedMembers.Mode}(bool train = true)"))
        {
            writer.Line($"base.{GeneratedMembers.Mode}(train);");
            EmitKeeping(writer, model);
        }
    }

    private static void EmitKeeping(CodeWriter writer, ModelText model) =>
        writer.Lines(model.FrozenWithAverages.Select(static field => $"{StateEmitter.Type}.KeepAverages({field});"));

    private static void EmitFreeze(CodeWriter writer, RegisteredModule module)
    {
        using (writer.Open($"foreach (var weight in {module.Field}.parameters())"))
        {
            writer.Line("weight.requires_grad = false;");
        }
    }
}
