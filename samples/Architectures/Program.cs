using System.CommandLine;
using CnnGen.Samples.Architectures;

var name = new Argument<string>("NAME") { Description = string.Join(", ", ArchitectureCatalog.Names) };
name.AcceptOnlyFromAmong([.. ArchitectureCatalog.Names]);
var steps = new Option<int>("--steps") { Description = "Steps to take.", DefaultValueFactory = _ => 5 };
var batchSize = new Option<int>("--batch-size") { Description = "Images in the batch.", DefaultValueFactory = _ => 4 };

var summary = new Command("summary", "Prints a network's Keras summary.") { name };
summary.SetAction(parsed => Console.WriteLine(ArchitectureCatalog.Find(parsed.GetValue(name)!).Summary));

var train = new Command("train", "Learns one batch of noise by heart: the loss falls if the network can learn.") { name, steps, batchSize };
train.SetAction(parsed =>
{
    using IExercise exercise = ArchitectureCatalog.Find(parsed.GetValue(name)!).Create();
    foreach (double loss in Training.Run(exercise, parsed.GetValue(steps), parsed.GetValue(batchSize)))
    {
        Console.WriteLine($"loss {loss:F4}");
    }
});

var parsed = new RootCommand("Four well-known networks, declared as attributes.") { summary, train }.Parse(args);
int result = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? 2 : result;
