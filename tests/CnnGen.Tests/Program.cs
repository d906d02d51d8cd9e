using CnnGen.Tests;
using CnnGen.Tests.Streaming;

// Tests that need a process of their own start this program; nobody else does.
switch (args)
{
    case [StreamedTraining.Command, var path]:
        StreamedTraining.Run(path);
        return 0;
    case [LoggedTraining.Command, var folder]:
        LoggedTraining.Run(folder);
        return 0;
    default:
        Console.Error.WriteLine("Run the tests by: dotnet test");
        return 2;
}
