using CnnGen.Tests.Streaming;

// Tests that need a process of their own start this program; nobody else does.
if (args is not [StreamedTraining.Command, var path])
{
    Console.Error.WriteLine("Run the tests by: dotnet test");
    return 2;
}

StreamedTraining.Run(path);
return 0;
