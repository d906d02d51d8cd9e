using System.CommandLine;
using CnnGen.Samples.Gallery;

var examples = new Option<int?>("--examples") { Description = "Examples to train with, fewer than by default." };
var epochs = new Option<int?>("--epochs") { Description = "Times to go through them." };
var output = new Option<DirectoryInfo>("--out") { Description = "Where pictures go.", DefaultValueFactory = _ => new DirectoryInfo(".") };

var root = new RootCommand("Six kinds of networks beside classifiers, each trained in a minute or two on data that ships or that it makes.");
foreach (Exhibit exhibit in Exhibits.All)
{
    var command = new Command(exhibit.Name, exhibit.Description) { examples, epochs, output };
    command.SetAction(parsed => Show(exhibit, new ExhibitSettings(parsed.GetValue(examples), parsed.GetValue(epochs), parsed.GetValue(output)!.FullName)));
    root.Add(command);
}

var parsed = root.Parse(args);
int result = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? 2 : result;

static int Show(Exhibit exhibit, ExhibitSettings settings)
{
    try
    {
        ExhibitResult reached = exhibit.Run(settings, Console.WriteLine);
        Console.WriteLine(reached);
        return reached.IsReached ? 0 : 1;
    }
    catch (CnnGen.CnnGenException exception)
    {
        Console.Error.WriteLine("error: " + exception.Message);
        return 1;
    }
}
